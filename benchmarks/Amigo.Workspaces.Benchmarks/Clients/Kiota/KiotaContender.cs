using Microsoft.Extensions.DependencyInjection;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary;
using Microsoft.Kiota.Serialization.Json;

namespace Amigo.Workspaces.Benchmarks.Clients.Kiota;

/// <summary>Kiota's runtime with its default handlers: it too retries, so it is the peer whose job is nearest to ours.</summary>
internal sealed class KiotaContender : Contender
{
    private readonly Dictionary<string, object> _pathParameters = [];
    private readonly HttpClientRequestAdapter _adapter;

    public KiotaContender(HttpClient http)
    {
        _adapter = new HttpClientRequestAdapter(
            new AnonymousAuthenticationProvider(),
            new JsonParseNodeFactory(),
            new JsonSerializationWriterFactory(),
            http
        )
        {
            BaseUrl = http.BaseAddress!.ToString().TrimEnd('/'),
        };
        _pathParameters.Add("baseurl", _adapter.BaseUrl);
    }

    public static void AddHandlers(IHttpClientBuilder builder) =>
        builder.ConfigureAdditionalHttpMessageHandlers(
            (handlers, _) =>
            {
                foreach (var handler in KiotaClientFactory.CreateDefaultHandlers().OfType<DelegatingHandler>())
                {
                    handlers.Add(handler);
                }
            }
        );

    public override Task GetAsync(Guid workspaceId) => Workspaces()[workspaceId].GetAsync();

    public override Task ListPageAsync(int limit) => ListAsync(limit, null);

    public override Task CreateAsync(string slug, string name) =>
        new MyWorkspacesRequestBuilder(_pathParameters, _adapter).PostAsync(
            new KiotaCreateRequest
            {
                Slug = slug,
                Name = name,
                Environment = "staging",
            }
        );

    public override async Task<int> CountAllAsync(int readAhead = 0)
    {
        var count = 0;
        int? token = null;
        do
        {
            var page = await ListAsync(100, token).ConfigureAwait(false);
            count += page!.Items!.Count;
            token = page.HasMore == true ? page.ContinuationToken : null;
        } while (token is not null);

        return count;
    }

    private Task<KiotaPage?> ListAsync(int limit, int? token) =>
        Workspaces()
            .GetAsync(configuration =>
            {
                configuration.QueryParameters.Limit = limit;
                configuration.QueryParameters.ContinuationToken = token;
            });

    private WorkspacesRequestBuilder Workspaces() => new(_pathParameters, _adapter);
}
