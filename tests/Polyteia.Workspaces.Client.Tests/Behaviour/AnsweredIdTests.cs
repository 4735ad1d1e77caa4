namespace Polyteia.Workspaces.Client.Tests.Behaviour;

/// <summary>An answer about another workspace than the one asked for is no answer: a deletion that goes on with it cannot be taken back.</summary>
public sealed class AnsweredIdTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_deletion_is_not_confirmed_by_the_name_of_another_workspace()
    {
        await using var server = await StubServer.StartAsync(200, Given.WorkspaceAnswer);
        using var client = Given.Client(server.BaseAddress);

        var delete = () => client.DeleteAsync("ws_1", "Finance", Cancel);

        var failure = (await delete.Should().ThrowAsync<PolyteiaResponseException>().WithMessage("*different workspace*")).Which;
        failure.Operation.Should().Be("get_workspace");
        failure.MayHaveBeenApplied.Should().BeFalse();
        server.Requests.Should().ContainSingle().Which.Body.Should().Contain("get_workspace", "the command was never sent");
    }

    [Fact]
    public async Task A_command_that_is_answered_with_another_workspace_may_have_been_applied()
    {
        await using var server = await StubServer.StartAsync(200, Given.WorkspaceAnswer);
        using var client = Given.Client(server.BaseAddress, options => options.MaxRetries = 0);

        foreach (
            var write in new Func<Task>[]
            {
                () => client.UpdateAsync("ws_1", Given.UpdateRequest, Cancel),
                () => client.DeleteWithoutConfirmationAsync("ws_1", Cancel),
            }
        )
        {
            (await write.Should().ThrowAsync<PolyteiaResponseException>().WithMessage("*different workspace*"))
                .Which.MayHaveBeenApplied.Should()
                .BeTrue();
        }
    }
}
