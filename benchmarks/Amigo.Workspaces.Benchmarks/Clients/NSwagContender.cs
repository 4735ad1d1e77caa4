namespace Amigo.Workspaces.Benchmarks.Clients;

internal sealed class NSwagContender(HttpClient http) : Contender
{
    private readonly NSwagStyleClient _client = new(http);

    public override Task GetAsync(Guid workspaceId) => _client.GetWorkspaceAsync(workspaceId);

    public override Task ListPageAsync(int limit) => _client.ListWorkspacesAsync(limit, null);

    public override Task CreateAsync(string slug, string name) =>
        _client.CreateMyWorkspaceAsync(
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
            var page = await _client.ListWorkspacesAsync(100, token).ConfigureAwait(false);
            count += page.Items.Count;
            token = page.HasMore ? page.ContinuationToken : null;
        } while (token is not null);

        return count;
    }
}
