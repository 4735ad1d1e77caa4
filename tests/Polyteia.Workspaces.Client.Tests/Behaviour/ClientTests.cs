using System.Text.Json;

namespace Polyteia.Workspaces.Client.Tests.Behaviour;

/// <summary>The three constructors, the headers of a request, and the key.</summary>
public class ClientTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_request_carries_the_key_and_says_who_asks()
    {
        await using var server = await StubServer.StartAsync(200, Given.WorkspaceAnswer);
        using var client = Given.Client(server.BaseAddress, options => options.ApplicationName = "data-sync/2.1");

        await client.GetAsync(Given.Id, cancellationToken: Cancel);

        var headers = server.Requests.Single().Headers;
        headers["Authorization"].Should().Be("Bearer " + Given.Key);
        headers["Content-Type"].Should().Be("application/json");
        headers["Accept"].Should().Be("application/json");
        headers["User-Agent"].Should().MatchRegex(@"^Polyteia\.Workspaces\.Client/[0-9.]+(-[^ ]+)? \(.+\) data-sync/2\.1$");
    }

    [Fact]
    public async Task A_call_can_have_a_key_and_headers_of_its_own()
    {
        await using var server = await StubServer.StartAsync(200, Given.WorkspaceAnswer);
        using var client = Given.Client(server.BaseAddress);
        var options = new RequestOptions
        {
            ApiKey = "key-own",
            Headers = new Dictionary<string, string> { ["X-Trace"] = "7" },
        };

        await client.GetAsync(Given.Id, options, Cancel);
        await client.GetAsync(Given.Id, cancellationToken: Cancel);

        server.Requests.Select(request => request.Headers["Authorization"]).Should().Equal("Bearer key-own", "Bearer " + Given.Key);
        server.Requests[0].Headers["X-Trace"].Should().Be("7");
    }

    [Fact]
    public async Task A_key_provider_is_asked_before_every_attempt()
    {
        await using var server = await StubServer.StartAsync((503, ""), (200, Given.WorkspaceAnswer));
        var asked = 0;
        using var client = Given.Client(
            server.BaseAddress,
            options =>
                (options.ApiKey, options.ApiKeyProvider) = (null, _ => ValueTask.FromResult($"key-{Interlocked.Increment(ref asked)}"))
        );

        await client.GetAsync(Given.Id, cancellationToken: Cancel);

        server.Requests.Select(request => request.Headers["Authorization"]).Should().Equal("Bearer key-1", "Bearer key-2");
    }

    [Fact]
    public async Task Connections_that_a_caller_gave_stay_open()
    {
        await using var server = await StubServer.StartAsync(200, Given.WorkspaceAnswer);
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using (var client = new PolyteiaWorkspacesClient(http, Given.Options(server.BaseAddress)))
        {
            await client.GetAsync(Given.Id, cancellationToken: Cancel);
        }

        (await http.GetAsync(server.BaseAddress, Cancel)).IsSuccessStatusCode.Should().BeTrue();
    }

    [Fact]
    public async Task Options_are_copied_when_a_client_is_made()
    {
        await using var server = await StubServer.StartAsync(200, Given.WorkspaceAnswer);
        var options = Given.Options(server.BaseAddress);
        using var client = new PolyteiaWorkspacesClient(options);
        options.ApiKey = "key-late";

        await client.GetAsync(Given.Id, cancellationToken: Cancel);

        server.Requests.Single().Headers["Authorization"].Should().Be("Bearer " + Given.Key);
    }

    [Fact]
    public async Task A_list_sends_the_headers_that_it_was_asked_for_with()
    {
        await using var server = await StubServer.StartAsync(200, Given.ListAnswer);
        using var client = Given.Client(server.BaseAddress);
        var headers = new Dictionary<string, string> { ["X-Clinic"] = "north" };
        var list = client.ListAsync(options: new RequestOptions { ApiKey = "key-of-north", Headers = headers }, cancellationToken: Cancel);
        headers["X-Clinic"] = "south";

        await list.ToListAsync(Cancel);

        var sent = server.Requests.Single().Headers;
        (sent["X-Clinic"], sent["Authorization"]).Should().Be(("north", "Bearer key-of-north"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("line\nbreak")]
    [InlineData("k\u00e9y")]
    public void A_key_that_is_none_is_refused_without_being_repeated(string key)
    {
        var create = () => new PolyteiaWorkspacesClient(key).Dispose();

        create
            .Should()
            .Throw<ArgumentException>()
            .WithMessage("ApiKey must be printable ASCII*")
            .Which.Message.Should()
            .NotContain("words");
    }

    [Fact]
    public void A_client_of_a_key_alone_needs_the_key() =>
        FluentActions
            .Invoking(() => new PolyteiaWorkspacesClient((string)null!))
            .Should()
            .Throw<ArgumentNullException>()
            .WithParameterName("apiKey");

    [Fact]
    public void Options_and_request_options_serialize_without_the_key()
    {
        var options = new PolyteiaWorkspacesClientOptions { ApiKey = Given.Key };

        JsonSerializer.Serialize(options).Should().Contain("AttemptTimeout").And.NotContain(Given.Key);
        JsonSerializer.Serialize(new RequestOptions { ApiKey = Given.Key, MaxRetries = 3 }).Should().Contain("3").And.NotContain(Given.Key);
        $"{options}{new RequestOptions { ApiKey = Given.Key }}".Should().NotContain(Given.Key);
    }
}
