using Amigo.Workspaces.Client.Tests.Support;
using Amigo.Workspaces.Emulator;

namespace Amigo.Workspaces.Client.Tests.Behaviour;

/// <summary>When a proxy, a sign-in page or another server answers, the message says so, and where to look.</summary>
public class ForeignAnswerTests
{
    private const string Words = "something other than the service seems to have answered";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("<!DOCTYPE html><html><body>Sign in</body></html>")]
    [InlineData("\r\n\t <html></html>")]
    [InlineData("\uFEFF<html></html>")]
    [InlineData("<?xml version=\"1.0\"?><error/>")]
    [InlineData("Please sign in to the network.")]
    [InlineData("\u001F\u008Bcompressed twice")]
    [InlineData("not found")]
    public async Task A_success_that_is_a_page(string body)
    {
        await using var server = await StubServer.StartAsync(200, body);

        (await FailAsync<WorkspacesResponseException>(server.BaseAddress))
            .Message.Should()
            .Contain(Words)
            .And.NotContainAny("<", "sign in to", "twice");
    }

    [Theory]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(407)]
    [InlineData(502)]
    [InlineData(511)]
    public async Task An_error_that_is_a_page(int status)
    {
        await using var server = await StubServer.StartAsync(status, "<html><body>nginx</body></html>");

        (await FailAsync<WorkspacesApiException>(server.BaseAddress)).Message.Should().Contain(Words).And.Contain("base address");
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("404 page not found\n")]
    [InlineData("""{"detail":"Not Found"}""")]
    public async Task A_404_that_does_not_say_what_was_not_found(string body)
    {
        await using var server = await StubServer.StartAsync(404, body);

        (await FailAsync<WorkspacesNotFoundException>(server.BaseAddress)).Message.Should().Contain(Words).And.Contain("base address");
    }

    [Fact]
    public async Task A_path_that_the_service_does_not_have()
    {
        await using var emulator = await WorkspacesEmulator.StartAsync(cancellationToken: Cancellation);
        using var client = Given.Client(
            new Uri(emulator.BaseAddress, "/wrong/"),
            options => options.ApiKey = emulator.CreateApiKey(WorkspaceRole.Owner)
        );

        (await FailAsync<WorkspacesNotFoundException>(client)).Message.Should().Contain(Words).And.Contain("base address");
    }

    [Fact]
    public async Task The_services_own_404_is_not_suspected()
    {
        await using var emulator = await WorkspacesEmulator.StartAsync(cancellationToken: Cancellation);
        using var client = Given.Client(emulator.BaseAddress, options => options.ApiKey = emulator.CreateApiKey(WorkspaceRole.Owner));

        (await FailAsync<WorkspacesNotFoundException>(client)).Message.Should().Contain("Workspace not found").And.NotContain(Words);
    }

    private static async Task<TException> FailAsync<TException>(Uri address)
        where TException : WorkspacesException
    {
        using var client = Given.Client(address);
        return await FailAsync<TException>(client);
    }

    private static async Task<TException> FailAsync<TException>(WorkspacesClient client)
        where TException : WorkspacesException
    {
        var getting = () => client.GetAsync(Given.WorkspaceId, null, Cancellation);
        return (await getting.Should().ThrowAsync<TException>()).Which;
    }
}
