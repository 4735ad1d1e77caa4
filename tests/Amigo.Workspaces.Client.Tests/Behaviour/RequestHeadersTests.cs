using Amigo.Workspaces.Client.Tests.Support;

namespace Amigo.Workspaces.Client.Tests.Behaviour;

public class RequestHeadersTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_headers_of_a_call_are_sent_with_every_attempt_and_replace_ours()
    {
        await using var server = await StubServer.StartAsync((503, ""), (200, Given.WorkspaceJson));
        using var client = Given.Client(server.BaseAddress);
        var headers = new Dictionary<string, string>
        {
            ["X-Trace"] = "t-1",
            ["traceparent"] = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
            ["user-agent"] = "mine (own)",
            ["X-Empty"] = "",
        };

        await client.GetAsync(Given.WorkspaceId, new() { Headers = headers }, Cancellation);

        server.Requests.Should().HaveCount(2);
        foreach (var request in server.Requests)
        {
            request.Headers["X-Trace"].Should().Be("t-1");
            request.Headers["traceparent"].Should().Be(headers["traceparent"]);
            request.Headers["User-Agent"].Should().Be("mine (own)");
            request.Headers["X-Empty"].Should().BeEmpty();
            request.Headers["Authorization"].Should().Be("Bearer " + Given.Key);
        }
    }

    [Theory]
    [InlineData("Authorization")]
    [InlineData("AUTHORIZATION")]
    [InlineData("Host")]
    [InlineData("Transfer-Encoding")]
    [InlineData("expect")]
    [InlineData("Content-Type")]
    [InlineData("Content-Length")]
    [InlineData("content-anything")]
    [InlineData("Expires")]
    [InlineData("")]
    [InlineData("X Y")]
    [InlineData("X:Y")]
    [InlineData("X\r\nY")]
    [InlineData("Gr\u00f6\u00dfe")]
    public async Task A_header_that_is_not_the_callers_to_set_is_refused(string name)
    {
        await ShouldBeRefused(name, "value");
    }

    [Theory]
    [InlineData("secret\r\nX-Evil: 1")]
    [InlineData("secret\n")]
    [InlineData("secret\0")]
    [InlineData("secr\u00e9t")]
    [InlineData(null)]
    public async Task A_value_that_cannot_be_sent_is_refused_without_repeating_it(string? value)
    {
        var exception = await ShouldBeRefused("X-Mine", value!);

        exception.Message.Should().Contain("X-Mine").And.NotContain("secr");
    }

    [Fact]
    public async Task The_name_of_the_application_ends_the_user_agent()
    {
        await using var server = await StubServer.StartAsync(200, Given.WorkspaceJson);
        using var client = Given.Client(server.BaseAddress, options => options.ApplicationName = "clinic-setup/1.2");

        await client.GetAsync(Given.WorkspaceId, null, Cancellation);

        server
            .Requests.Single()
            .Headers["User-Agent"]
            .Should()
            .StartWith("Amigo.Workspaces.Client/")
            .And.EndWith(" clinic-setup/1.2")
            .And.NotContain("+");
    }

    [Fact]
    public void Without_a_name_of_the_application_the_user_agent_ends_with_the_runtime() =>
        ClientSettings.From(new WorkspacesClientOptions { ApiKey = Given.Key }).UserAgent.Should().EndWith(")");

    private static async Task<ArgumentException> ShouldBeRefused(string name, string value)
    {
        await using var server = await StubServer.StartAsync(200, Given.WorkspaceJson);
        using var client = Given.Client(server.BaseAddress);
        var options = new RequestOptions { Headers = new Dictionary<string, string> { [name] = value } };

        var getting = () => client.GetAsync(Given.WorkspaceId, options, Cancellation);
        var listing = () => client.ListAsync(null, options);

        listing.Should().Throw<ArgumentException>();
        var exception = (await getting.Should().ThrowAsync<ArgumentException>().WithParameterName("options")).Which;
        server.Requests.Should().BeEmpty();
        return exception;
    }
}
