using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;
using RestEase;

namespace Amigo.Workspaces.Benchmarks.Clients;

public interface IRestEaseWorkspaces
{
    [Get("v1/workspaces/{workspace_id}")]
    Task<PlainWorkspace> GetAsync([Path("workspace_id")] Guid workspaceId, CancellationToken cancellationToken = default);

    [Get("v1/workspaces")]
    Task<PlainPage> ListAsync(
        [Query] int limit,
        [Query("continuation_token")] long? continuationToken = null,
        CancellationToken cancellationToken = default
    );

    [Post("v1/me/workspaces")]
    Task<PlainWorkspace> CreateAsync([Body] PlainCreateRequest request, CancellationToken cancellationToken = default);
}

internal sealed class RestEaseContender(HttpClient http) : Contender
{
    private readonly IRestEaseWorkspaces _client = new RestClient(http)
    {
        JsonSerializerSettings = new JsonSerializerSettings
        {
            ContractResolver = new DefaultContractResolver { NamingStrategy = new SnakeCaseNamingStrategy() },
        },
    }.For<IRestEaseWorkspaces>();

    public override Task GetAsync(Guid workspaceId) => _client.GetAsync(workspaceId);

    public override Task ListPageAsync(int limit) => _client.ListAsync(limit);

    public override Task CreateAsync(string slug, string name) =>
        _client.CreateAsync(
            new PlainCreateRequest
            {
                Slug = slug,
                Name = name,
                Environment = "staging",
            }
        );

    public override async Task<int> CountAllAsync(int readAhead = 0)
    {
        var count = 0;
        long? token = null;
        do
        {
            var page = await _client.ListAsync(100, token).ConfigureAwait(false);
            count += page.Items.Count;
            token = page.HasMore ? page.ContinuationToken : null;
        } while (token is not null);

        return count;
    }
}
