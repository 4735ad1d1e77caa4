namespace Amigo.Workspaces.Client.Tests.Api;

/// <summary>Exceptions that callers make by hand, to stand in for the client's in their own tests.</summary>
public class ExceptionTests
{
    [Fact]
    public void One_of_which_only_the_message_is_given_tells_nothing_more()
    {
        var exception = new WorkspacesNotFoundException("gone");

        exception.Message.Should().Be("gone");
        exception.Operation.Should().BeEmpty();
        exception.Attempts.Should().Be(0);
        exception.RequestId.Should().BeNull();
        exception.MayHaveBeenApplied.Should().BeFalse();
    }
}
