using Amigo.Workspaces.Client;

namespace Amigo.Workspaces.Emulator.Tests;

public sealed class JournalBoundTests
{
    [Fact]
    public async Task The_latest_10000_requests_are_kept()
    {
        using var client = new FakeWorkspacesClient();
        for (var asked = 0; asked < 10_002; asked++)
        {
            await client.Workspaces.ListWorkspacesAsync(limit: 1 + (asked % 100), cancellationToken: TestContext.Current.CancellationToken);
        }

        client.Requests.Should().HaveCount(10_000);
        client.Requests[0].Query.Should().Be("limit=3", "the first two are forgotten");
    }
}
