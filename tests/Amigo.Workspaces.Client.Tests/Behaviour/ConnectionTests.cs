using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Amigo.Workspaces.Client.Tests.Support;
using Amigo.Workspaces.Emulator;

namespace Amigo.Workspaces.Client.Tests.Behaviour;

public class ConnectionTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Our_own_handler_follows_no_redirects_decompresses_and_renews_its_connections()
    {
        using var handler = (SocketsHttpHandler)Connection.CreateHandler();

        handler.AllowAutoRedirect.Should().BeFalse();
        handler.AutomaticDecompression.Should().Be(DecompressionMethods.GZip | DecompressionMethods.Brotli);
        handler.PooledConnectionLifetime.Should().Be(TimeSpan.FromMinutes(2));
    }

    [Fact]
    public void Our_own_client_asks_for_HTTP_2_and_leaves_the_time_limits_to_us()
    {
        using var client = new HttpClient();

        Connection.Configure(client);

        client.DefaultRequestVersion.Should().Be(HttpVersion.Version20);
        client.DefaultVersionPolicy.Should().Be(HttpVersionPolicy.RequestVersionOrLower);
        client.Timeout.Should().Be(Timeout.InfiniteTimeSpan);
    }

    [Theory]
    [InlineData("2.0", "HTTP/2")]
    [InlineData("1.1", "HTTP/1.1")]
    public async Task Over_TLS_the_callers_client_decides_the_version(string version, string protocol)
    {
        using var certificate = Certificates.SelfSigned();
        var protocols = new ConcurrentQueue<string>();
        await using var server = await StubServer.StartAsync(
            (context, _) =>
            {
                protocols.Enqueue(context.Request.Protocol);
                return StubServer.RespondAsync(context, 200, Given.WorkspaceJson);
            },
            certificate
        );
        using var handler = new SocketsHttpHandler();
        handler.SslOptions.RemoteCertificateValidationCallback = (_, shown, _, _) => shown!.Equals(certificate);
        using var http = new HttpClient(handler) { DefaultRequestVersion = Version.Parse(version) };
        using var client = new WorkspacesClient(http, Given.Options(server.BaseAddress));

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => client.GetAsync(Given.WorkspaceId, null, Cancellation)));

        protocols.Should().HaveCount(8).And.OnlyContain(used => used == protocol);
    }

    [Fact]
    public async Task A_certificate_that_nobody_trusts_is_refused_before_anything_is_sent()
    {
        using var certificate = Certificates.SelfSigned();
        await using var server = await StubServer.StartAsync(
            (context, _) => StubServer.RespondAsync(context, 200, Given.WorkspaceJson),
            certificate
        );
        using var client = Given.Client(server.BaseAddress);

        foreach (var call in OperationCall.All)
        {
            var calling = () => call.Plain(client, null, Cancellation);

            var exception = (await calling.Should().ThrowAsync<WorkspacesConnectionException>()).Which;
            exception.Message.Should().Contain("certificate is not trusted");
            exception.Attempts.Should().Be(1);
            exception.MayHaveBeenApplied.Should().BeFalse();
        }

        server.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task Later_changes_to_the_options_change_nothing()
    {
        await using var server = await StubServer.StartAsync(503, "");
        var options = Given.Options(server.BaseAddress, options => options.MaxRetries = 1);
        using var client = new WorkspacesClient(options);
        options.ApiKey = "another";
        options.BaseAddress = new Uri("http://127.0.0.1:1");
        options.MaxRetries = 7;
        options.TotalTimeout = TimeSpan.FromTicks(1);
        options.ApplicationName = "another";

        var getting = () => client.GetAsync(Given.WorkspaceId, null, Cancellation);

        await getting.Should().ThrowAsync<WorkspacesUnavailableException>();
        server
            .Requests.Should()
            .HaveCount(2)
            .And.OnlyContain(request =>
                request.Headers["Authorization"] == "Bearer " + Given.Key && !request.Headers["User-Agent"].EndsWith("another")
            );
    }

    [Fact]
    public async Task Many_calls_at_once_on_one_client_each_get_their_own_answer()
    {
        const int calls = 64;
        await using var emulator = await WorkspacesEmulator.StartAsync(cancellationToken: Cancellation);
        using var client = Given.Client(emulator.BaseAddress, options => options.ApiKey = emulator.CreateApiKey(WorkspaceRole.Owner));

        var created = await Task.WhenAll(Enumerable.Range(0, calls).Select(CreateReadAndRenameAsync));

        created.Select(workspace => workspace.Name).Should().Equal(Enumerable.Range(0, calls).Select(call => $"Renamed {call}"));
        emulator.Applied.Should().HaveCount(2 * calls);

        async Task<Workspace> CreateReadAndRenameAsync(int call)
        {
            var slug = string.Create(CultureInfo.InvariantCulture, $"clinic-{call}");
            var workspace = await client.CreateAsync(Given.CreateRequest with { Slug = slug }, null, Cancellation);
            var read = await client.GetAsync(workspace.Id, null, Cancellation);
            read.Slug.Should().Be(slug);
            return await client.UpdateAsync(read.Id, new() { Name = $"Renamed {call}" }, null, Cancellation);
        }
    }

    [Theory]
    [InlineData(HttpStatusCode.OK, Given.WorkspaceJson)]
    [InlineData(HttpStatusCode.OK, "{}")]
    [InlineData(HttpStatusCode.NotFound, "{}")]
    [InlineData(HttpStatusCode.Found, "")]
    public async Task Every_answer_is_disposed_of_once_however_the_call_ends(HttpStatusCode status, string body)
    {
        var disposed = 0;
        using var http = new HttpClient(new AnswerObserver(status, body, () => disposed++));
        using var client = new WorkspacesClient(http, Given.Options(new Uri("https://api.example")));

        await Record.ExceptionAsync(() => client.GetAsync(Given.WorkspaceId, cancellationToken: TestContext.Current.CancellationToken));

        disposed.Should().Be(1);
    }
}
