using System.Net;

namespace Polyteia.Workspaces.Client.Tests.Faults;

/// <summary>Why no answer came, told in words that say what to look at, and whether a command may have been applied.</summary>
public class ConnectionTests
{
    private static readonly Uri Nowhere = new("https://nothing.invalid");

    [Fact]
    public async Task A_name_that_nobody_knows_is_named_as_the_reason()
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });

        var failure = await FailAsync(http, Nowhere);

        ShouldBeUnsent(failure, "the name could not be resolved");
    }

    [Fact]
    public async Task A_proxy_that_opens_no_tunnel_is_named_as_the_reason()
    {
        await using var proxy = RawServer.Answering("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        using var http = new HttpClient(new SocketsHttpHandler { Proxy = new WebProxy(proxy.BaseAddress) });

        var failure = await FailAsync(http, Nowhere);

        ShouldBeUnsent(failure, "the proxy opened no tunnel");
    }

    [Theory]
    [InlineData("", "the TLS handshake broke off")]
    [InlineData("HTTP/1.1 400 Bad Request\r\n\r\n", "the server does not speak TLS, which https needs")]
    // An alert: the server has no certificate for this name.
    [InlineData("\u0015\u0003\u0003\u0000\u0002\u0002\u0070", "the server refused the TLS handshake")]
    public async Task A_handshake_that_fails_is_tried_again_and_says_how_it_failed(string answer, string words)
    {
        await using var server = RawServer.Start(async connection =>
        {
            await connection.ReadFirstByteAsync();
            if (answer.Length > 0)
            {
                await connection.WriteAsync(answer);
                await connection.StallAsync();
            }
        });
        using var client = Given.Client(new UriBuilder(server.BaseAddress) { Scheme = "https" }.Uri);

        var failure = await QueryCall.Of("create_workspace").FailAsync(client);

        ShouldBeUnsent(failure, words);
        server.Connections.Should().Be(3);
    }

    [Fact]
    public async Task A_time_limit_of_the_callers_own_client_is_named()
    {
        await using var server = RawServer.Start(connection => connection.StallAsync());
        using var http = new HttpClient { Timeout = TimeSpan.FromMilliseconds(1) };

        var failure = await FailAsync(http, server.BaseAddress);

        failure.Should().BeOfType<PolyteiaTimeoutException>().Which.Timeout.Should().Be(http.Timeout);
        failure.Message.Should().Contain("HttpClient.Timeout");
    }

    [Theory]
    [InlineData(typeof(InvalidOperationException), "a handler failed with InvalidOperationException")]
    [InlineData(typeof(OperationCanceledException), "a handler failed with OperationCanceledException")]
    [InlineData(typeof(IOException), "the answer broke off")]
    public async Task Whatever_a_handler_of_the_host_throws_is_a_connection_that_failed(Type kind, string words)
    {
        using var http = new HttpClient(new Failing((Exception)Activator.CreateInstance(kind, "no")!));

        var failure = await FailAsync(http, Nowhere);

        failure.Should().BeOfType<PolyteiaConnectionException>().Which.InnerException.Should().BeOfType(kind);
        failure.Message.Should().Contain(words);
        failure.MayHaveBeenApplied.Should().BeTrue("a handler may fail after the service has answered");
    }

    [Fact]
    public async Task A_connect_timeout_of_the_callers_own_handler_is_told_as_such()
    {
        using var http = new HttpClient(new Failing(new TaskCanceledException("no", new TimeoutException())));

        var failure = await FailAsync(http, Nowhere);

        failure.Should().BeOfType<PolyteiaConnectionException>();
        failure.Message.Should().Contain("a handler's time limit passed");
    }

    [Fact]
    public async Task Redirects_that_a_callers_own_handler_follows_are_noticed()
    {
        await using var elsewhere = await StubServer.StartAsync(200, Given.WorkspaceAnswer);
        await using var server = await StubServer.StartAsync(307, "", ("Location", elsewhere.BaseAddress + "api"));
        using var http = new HttpClient(new Passing(new HttpClientHandler()));

        var failure = await FailAsync(http, server.BaseAddress);

        failure.Should().BeOfType<PolyteiaResponseException>().Which.MayHaveBeenApplied.Should().BeTrue();
        failure.Message.Should().Contain("another address answered: redirects must be off");
    }

    private static async Task<PolyteiaException> FailAsync(HttpClient http, Uri address)
    {
        using var client = new PolyteiaWorkspacesClient(http, Given.Options(address));
        return await QueryCall.Of("create_workspace").FailAsync(client);
    }

    private static void ShouldBeUnsent(PolyteiaException failure, string words)
    {
        failure.Should().BeOfType<PolyteiaConnectionException>();
        failure.Message.Should().Contain(words);
        (failure.Attempts, failure.MayHaveBeenApplied).Should().Be((3, false));
    }

    private sealed class Failing(Exception exception) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromException<HttpResponseMessage>(exception);
    }

    /// <summary>A handler of the host: behind it the client does not see which connections there are.</summary>
    private sealed class Passing(HttpMessageHandler inner) : DelegatingHandler(inner);
}
