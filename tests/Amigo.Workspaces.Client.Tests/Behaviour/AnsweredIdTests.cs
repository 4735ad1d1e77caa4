using Amigo.Workspaces.Client.Tests.Support;

namespace Amigo.Workspaces.Client.Tests.Behaviour;

/// <summary>An answer about another workspace than the one asked for is no answer: whoever goes on with it changes the wrong clinic.</summary>
public sealed class AnsweredIdTests
{
    private static readonly Guid Asked = new("11111111-2222-3333-4444-555555555555");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_read_that_is_answered_with_another_workspace_is_refused()
    {
        await using var server = await StubServer.StartAsync(200, Given.WorkspaceJson);
        using var client = Given.Client(server.BaseAddress);

        foreach (
            var read in new Func<Task>[] { () => client.GetAsync(Asked, Cancel), () => client.Workspaces.GetWorkspaceAsync(Asked, Cancel) }
        )
        {
            var failure = (await read.Should().ThrowAsync<WorkspacesResponseException>().WithMessage("*different workspace*(id)*")).Which;
            failure.MayHaveBeenApplied.Should().BeFalse();
            failure.Operation.Should().Be("get-workspace");
        }
    }

    [Fact]
    public async Task A_write_that_is_answered_with_another_workspace_may_have_been_applied()
    {
        await using var server = await StubServer.StartAsync(200, Given.WorkspaceJson);
        using var client = Given.Client(server.BaseAddress);
        Func<Task>[] writes =
        [
            () => client.UpdateAsync(Asked, new UpdateWorkspaceRequest { Name = "Acme" }, Cancel),
            () => client.ArchiveAsync(Asked, "acme-clinic", Cancel),
            () => client.ConvertEnvironmentAsync(Asked, ConversionTarget.Staging, "acme-clinic", Cancel),
            () => client.Workspaces.ArchiveWorkspaceAsync(Asked, new ArchiveWorkspaceRequest { Slug = "acme-clinic" }, Cancel),
        ];

        foreach (var write in writes)
        {
            (await write.Should().ThrowAsync<WorkspacesResponseException>().WithMessage("*different workspace*(id)*"))
                .Which.MayHaveBeenApplied.Should()
                .BeTrue();
        }

        server.Requests.Should().HaveSameCount(writes, "none is sent again");
    }

    [Fact]
    public async Task Provisioning_that_is_answered_with_another_workspace_may_have_been_applied()
    {
        await using var server = await StubServer.StartAsync(200, $$"""{"workspace":{{Given.WorkspaceJson}}}""");
        using var client = Given.Client(server.BaseAddress, options => options.MaxRetries = 0);

        var provision = () => client.ProvisionAsync(Asked, Cancel);

        (await provision.Should().ThrowAsync<WorkspacesResponseException>()).Which.MayHaveBeenApplied.Should().BeTrue();
    }
}
