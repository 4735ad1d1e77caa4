using Refit;

namespace Amigo.Workspaces.Benchmarks.Clients;

internal interface IRefitWorkspaces
{
    [Get("/v1/workspaces/{workspaceId}")]
    Task<PlainWorkspace> GetAsync(Guid workspaceId, CancellationToken cancellationToken = default);

    [Get("/v1/workspaces")]
    Task<PlainPage> ListAsync(
        int limit,
        [AliasAs("continuation_token")] long? continuationToken = null,
        CancellationToken cancellationToken = default
    );

    [Post("/v1/me/workspaces")]
    Task<PlainWorkspace> CreateAsync([Body] PlainCreateRequest request, CancellationToken cancellationToken = default);
}

/// <summary>Plain Refit, with the settings that it has by itself.</summary>
internal sealed class RefitContender(HttpClient http) : Contender
{
    private readonly IRefitWorkspaces _client = RestService.For<IRefitWorkspaces>(http);

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
