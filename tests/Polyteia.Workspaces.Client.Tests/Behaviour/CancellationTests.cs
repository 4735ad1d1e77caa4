namespace Polyteia.Workspaces.Client.Tests.Behaviour;

public class CancellationTests
{
    [Theory]
    [MemberData(nameof(QueryCall.Names), MemberType = typeof(QueryCall))]
    public async Task A_cancelled_call_ends_with_the_callers_own_token_and_is_not_tried_again(string name)
    {
        using var cancellation = new CancellationTokenSource();
        await using var server = await StubServer.StartAsync(
            async (context, _) =>
            {
                await cancellation.CancelAsync();
                await StubServer.StallAsync(context);
            }
        );
        using var client = Given.Client(server.BaseAddress);

        var call = () => QueryCall.Of(name).Send(client, null, cancellation.Token);

        (await call.Should().ThrowAsync<OperationCanceledException>()).Which.CancellationToken.Should().Be(cancellation.Token);
        server.Requests.Should().ContainSingle();
    }

    [Theory]
    [MemberData(nameof(QueryCall.Names), MemberType = typeof(QueryCall))]
    public async Task A_call_that_is_cancelled_before_it_begins_sends_nothing(string name)
    {
        await using var server = await StubServer.StartAsync(200, QueryCall.Of(name).Answer);
        using var client = Given.Client(server.BaseAddress);
        using var cancellation = new CancellationTokenSource();
        await cancellation.CancelAsync();

        var call = () => QueryCall.Of(name).Send(client, null, cancellation.Token);

        await call.Should().ThrowAsync<OperationCanceledException>();
        server.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task Cancelling_a_confirmed_deletion_between_its_requests_sends_no_command()
    {
        using var cancellation = new CancellationTokenSource();
        await using var server = await StubServer.StartAsync(
            async (context, _) =>
            {
                await StubServer.RespondAsync(context, 200, Given.WorkspaceAnswer);
                await context.Response.CompleteAsync();
            }
        );
        var handler = new AfterAnswer(cancellation.Cancel);
        using var http = new HttpClient(handler);
        using var client = new PolyteiaWorkspacesClient(http, Given.Options(server.BaseAddress));

        var delete = () => client.DeleteAsync(Given.Id, "Finance", cancellationToken: cancellation.Token);

        await delete.Should().ThrowAsync<OperationCanceledException>();
        server.Requests.Should().ContainSingle().Which.Body.Should().Contain("get_workspace");
    }

    [Theory]
    [MemberData(nameof(QueryCall.Names), MemberType = typeof(QueryCall))]
    public async Task After_its_end_a_client_refuses_every_call(string name)
    {
        await using var server = await StubServer.StartAsync(200, QueryCall.Of(name).Answer);
        var client = Given.Client(server.BaseAddress);
        client.Dispose();

        var call = () => QueryCall.Of(name).SendAsync(client);

        (await call.Should().ThrowAsync<ObjectDisposedException>()).Which.ObjectName.Should().Contain(nameof(PolyteiaWorkspacesClient));
        server.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task A_whole_call_has_a_limit_that_a_caller_can_set()
    {
        var clock = new ManualTimeProvider();
        await using var server = await StubServer.StartAsync(
            async (context, _) =>
            {
                clock.Advance(TimeSpan.FromSeconds(5));
                await StubServer.StallAsync(context);
            }
        );
        using var client = Given.Client(server.BaseAddress, options => options.TimeProvider = clock);

        var failure = await QueryCall.Of("get_workspace").FailAsync(client, new RequestOptions { Timeout = TimeSpan.FromSeconds(5) });

        failure.Should().BeOfType<PolyteiaTimeoutException>().Which.Timeout.Should().Be(TimeSpan.FromSeconds(5));
        failure.Message.Should().Contain("RequestOptions.Timeout");
        server.Requests.Should().ContainSingle();
    }

    /// <summary>Real connections; says when an answer has arrived whole.</summary>
    private sealed class AfterAnswer(Action answered) : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false })
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            await response.Content.LoadIntoBufferAsync(cancellationToken);
            response.Content = new AnnouncedEnd(await response.Content.ReadAsByteArrayAsync(cancellationToken), answered);
            return response;
        }
    }

    /// <summary>A body in memory that tells when it was read to its end.</summary>
    private sealed class AnnouncedEnd(byte[] body, Action read) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context) =>
            throw new NotSupportedException();

        protected override Task<Stream> CreateContentReadStreamAsync() => Task.FromResult<Stream>(new EndingStream(body, read));

        protected override bool TryComputeLength(out long length)
        {
            length = body.Length;
            return true;
        }
    }

    private sealed class EndingStream(byte[] body, Action read) : MemoryStream(body)
    {
        protected override void Dispose(bool disposing)
        {
            read();
            base.Dispose(disposing);
        }
    }
}
