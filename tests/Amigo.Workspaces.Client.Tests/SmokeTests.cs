using Amigo.Workspaces.Client.Tests.Support;

namespace Amigo.Workspaces.Client.Tests;

public class SmokeTests
{
    [Fact]
    public async Task A_workspace_is_read()
    {
        await using var server = await StubServer.StartAsync(200, Given.WorkspaceJson);
        using var client = Given.Client(server.BaseAddress);

        var workspace = await client.GetAsync(Given.WorkspaceId, cancellationToken: TestContext.Current.CancellationToken);

        workspace.Slug.Should().Be("acme-clinic");
        server.Requests.Should().ContainSingle().Which.Headers["Authorization"].Should().Be("Bearer " + Given.Key);
    }
}
