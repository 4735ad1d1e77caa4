using Amigo.Workspaces.Benchmarks.Clients.Kiota.Generated;
using Amigo.Workspaces.Benchmarks.Clients.Kiota.Generated.Models;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary;

namespace Amigo.Workspaces.Benchmarks.Clients.Kiota;

/// <summary>The client that Kiota generates, with its default handlers: it too retries, so it is the peer whose job is nearest to ours.</summary>
internal sealed class KiotaContender(HttpClient http) : Contender
{
    private readonly KiotaWorkspacesClient _client = new(
        new HttpClientRequestAdapter(new AnonymousAuthenticationProvider(), httpClient: http)
        {
            BaseUrl = http.BaseAddress!.ToString().TrimEnd('/'),
        }
    );

    public static HttpMessageHandler WithDefaultHandlers(HttpMessageHandler? handler) =>
        KiotaClientFactory.ChainHandlersCollectionAndGetFirstLink(
            handler ?? new SocketsHttpHandler(),
            [.. KiotaClientFactory.CreateDefaultHandlers().OfType<DelegatingHandler>()]
        )!;

    public override Task GetAsync(Guid workspaceId) => _client.V1.Workspaces[workspaceId].GetAsync();

    public override Task ListPageAsync(int limit) => ListAsync(limit, null);

    public override Task CreateAsync(string slug, string name) =>
        _client.V1.Me.Workspaces.PostAsync(
            new CreateWorkspaceRequest
            {
                Slug = slug,
                Name = name,
                Environment = CreateWorkspaceRequest_environment.Staging,
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
            token = page.HasMore == true ? page.ContinuationToken?.Integer : null;
        } while (token is not null);

        return count;
    }

    private Task<PaginatedResponse_WorkspaceResponse_?> ListAsync(int limit, int? token) =>
        _client.V1.Workspaces.GetAsync(configuration =>
        {
            configuration.QueryParameters.Limit = limit;
            configuration.QueryParameters.ContinuationToken = token;
        });
}
