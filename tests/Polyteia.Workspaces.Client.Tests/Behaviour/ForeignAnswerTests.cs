namespace Polyteia.Workspaces.Client.Tests.Behaviour;

/// <summary>When a proxy, a sign-in page or another server answers, the message says so, and where to look.</summary>
public class ForeignAnswerTests
{
    private const string Words = "something other than the service seems to have answered";

    [Theory]
    [InlineData(200, "<html>Sign in</html>")]
    [InlineData(200, "Please sign in to the network.")]
    [InlineData(502, "<html>nginx</html>")]
    [InlineData(404, "")]
    [InlineData(404, "404 page not found")]
    [InlineData(404, """{"detail":"Not Found"}""")]
    public async Task It_is_suspected(int status, string body)
    {
        await using var server = await StubServer.StartAsync(status, body);
        using var client = Given.Client(server.BaseAddress);

        (await QueryCall.Of("get_workspace").FailAsync(client)).Message.Should().Contain(Words);
    }

    [Fact]
    public async Task The_services_own_404_is_not_suspected()
    {
        await using var server = await StubServer.StartAsync(404, """{"error":{"message":"workspace not found"}}""");
        using var client = Given.Client(server.BaseAddress);

        (await QueryCall.Of("get_workspace").FailAsync(client)).Message.Should().Contain("workspace not found").And.NotContain(Words);
    }
}
