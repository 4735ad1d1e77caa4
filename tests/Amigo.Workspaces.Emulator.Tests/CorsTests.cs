using Amigo.Workspaces.Emulator.Tests.Support;

namespace Amigo.Workspaces.Emulator.Tests;

public sealed class CorsTests : EmulatorTest
{
    private const string Page = "http://localhost:3000";

    protected override void Configure(WorkspacesEmulatorOptions options) => options.CorsOrigins.Add(Page);

    [Fact]
    public async Task A_preflight_is_answered_without_a_key_and_is_no_request_of_the_service()
    {
        using var request = Preflight(Page);

        var answer = await SendAsync(request);

        (answer.Status, answer.Body).Should().Be((204, ""));
        answer.Headers["Access-Control-Allow-Origin"].Should().Be(Page);
        answer.Headers["Access-Control-Allow-Methods"].Should().ContainAll("GET", "PATCH", "POST", "PUT");
        answer.Headers["Access-Control-Allow-Headers"].Should().Be("authorization, content-type");
        answer.Headers["Vary"].Should().Be("Origin");
        Emulator.Requests.Should().BeEmpty();
    }

    [Theory]
    [InlineData("http://localhost:3001")]
    [InlineData("https://localhost:3000")]
    [InlineData("http://evil.example")]
    [InlineData("null")]
    public async Task Another_origin_gets_nothing(string origin)
    {
        using var preflight = Preflight(origin);
        using var request = Request("GET", "v1/workspaces");
        request.Headers.Add("Origin", origin);

        var refused = await SendAsync(preflight);
        var served = await SendAsync(request);

        refused.Status.Should().Be(405);
        refused.Headers.Keys.Concat(served.Headers.Keys).Should().NotContain(name => name.StartsWith("Access-Control-"));
    }

    [Theory]
    [InlineData(200)]
    [InlineData(503)]
    public async Task Every_answer_can_be_read_by_the_page_with_its_headers(int status)
    {
        using var request = Request("GET", "v1/workspaces");
        request.Headers.Add("Origin", Page);
        if (status == 503)
        {
            Emulator.Inject(Fault.Status(503));
        }

        var answer = await SendAsync(request);

        answer.Status.Should().Be(status);
        answer.Headers["Access-Control-Allow-Origin"].Should().Be(Page);
        answer.Headers["Access-Control-Expose-Headers"].Should().ContainAll("Retry-After", "x-request-id", "X-RateLimit-Remaining");
    }

    [Theory]
    [InlineData("openapi.json")]
    [InlineData("health")]
    public async Task The_page_can_read_what_needs_no_key(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Origin", Page } } };

        var answer = await SendAsync(request);

        (answer.Status, answer.Headers["Access-Control-Allow-Origin"]).Should().Be((200, Page));
    }

    [Fact]
    public async Task The_control_endpoint_is_not_opened_to_the_page()
    {
        using var request = Request("POST", "_emulator/reset");
        request.Headers.Add("Origin", Page);

        var answer = await SendAsync(request);

        answer.Status.Should().Be(403);
        answer.Headers.Should().NotContainKey("Access-Control-Allow-Origin");
    }

    [Fact]
    public async Task A_star_is_for_every_origin()
    {
        var options = new WorkspacesEmulatorOptions { CorsOrigins = { "*" } };
        await using var open = await WorkspacesEmulator.StartAsync(options, Cancellation);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(open.BaseAddress, "v1/workspaces"));
        request.Headers.Add("Origin", "https://app.example");

        (await SendAsync(request)).Headers["Access-Control-Allow-Origin"].Should().Be("*");
    }

    private static HttpRequestMessage Preflight(string origin) =>
        new(HttpMethod.Options, "v1/me/workspaces")
        {
            Headers =
            {
                { "Origin", origin },
                { "Access-Control-Request-Method", "POST" },
                { "Access-Control-Request-Headers", "authorization, content-type" },
            },
        };
}
