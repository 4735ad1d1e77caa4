using System.Net;
using Amigo.Workspaces.Client.Tests.Support;

namespace Amigo.Workspaces.Client.Tests.Behaviour;

/// <summary>Code of the host that ignores its token is left behind, and what comes of it late is taken care of.</summary>
[Collection(RunAlone.Name)]
public sealed class LeftBehindTests : IDisposable
{
    private readonly ManualTimeProvider _clock = new();
    private readonly TaskCompletionSource _entered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _cancel = new();
    private readonly List<Exception> _unobserved = [];

    public LeftBehindTests() => TaskScheduler.UnobservedTaskException += Keep;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        TaskScheduler.UnobservedTaskException -= Keep;
        _cancel.Dispose();
    }

    [Theory]
    [InlineData(ClientSource.RegisteredWithHandler)]
    [InlineData(ClientSource.GivenWithHandler)]
    public async Task A_handler_that_ignores_its_token_does_not_hold_up_a_cancellation(ClientSource source)
    {
        var late = new TaskCompletionSource<HttpResponseMessage>();
        using var made = From(source, late);

        var creating = made.Client.CreateAsync(Given.CreateRequest, null, _cancel.Token);
        await _entered.Task.WaitAsync(Cancellation);
        await _cancel.CancelAsync();

        var awaiting = () => creating;
        (await awaiting.Should().ThrowAsync<OperationCanceledException>()).Which.CancellationToken.Should().Be(_cancel.Token);
        await NothingIsUnobservedAfter(() => late.SetException(new InvalidDataException("Too late.")));
    }

    [Theory]
    [InlineData(ClientSource.RegisteredWithHandler)]
    [InlineData(ClientSource.GivenWithHandler)]
    public async Task A_handler_that_ignores_its_token_does_not_hold_up_a_time_limit(ClientSource source)
    {
        var disposed = false;
        var late = new TaskCompletionSource<HttpResponseMessage>();
        using var made = From(source, late);

        var creating = made.Client.CreateAsync(Given.CreateRequest, null, Cancellation);
        await _entered.Task.WaitAsync(Cancellation);
        _clock.Advance(TimeSpan.FromSeconds(30));

        var awaiting = () => creating;
        (await awaiting.Should().ThrowAsync<WorkspacesTimeoutException>()).Which.MayHaveBeenApplied.Should().BeTrue();
        late.SetResult(new HttpResponseMessage(HttpStatusCode.Created) { Content = new Watched(() => disposed = true) });
        disposed.Should().BeTrue("an answer that comes late still holds a connection");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_that_ignores_its_token_does_not_hold_up_a_cancellation(bool isContentOfTheHost)
    {
        var late = new TaskCompletionSource<Stream>();
        var body = new ScriptedBody(
            async (buffer, _, _) =>
            {
                _entered.TrySetResult();
                return (await late.Task).Read(buffer.Span);
            }
        );
        using var http = new HttpClient(
            isContentOfTheHost ? new LateContentHandler(_entered, late.Task) : new BodyHandler(HttpStatusCode.OK, body)
        );
        using var client = new WorkspacesClient(http, Given.Options(new Uri("https://api.example")));

        var getting = client.GetAsync(Given.WorkspaceId, null, _cancel.Token);
        await _entered.Task.WaitAsync(Cancellation);
        await _cancel.CancelAsync();

        var awaiting = () => getting;
        (await awaiting.Should().ThrowAsync<OperationCanceledException>()).Which.CancellationToken.Should().Be(_cancel.Token);
        await NothingIsUnobservedAfter(() => late.SetException(new IOException("Too late.")));
    }

    [Fact]
    public async Task What_a_handler_does_when_its_token_is_cancelled_does_not_hold_up_the_call()
    {
        using var release = new ManualResetEventSlim();
        using var made = MadeClient.From(
            ClientSource.GivenWithHandler,
            new Uri("https://api.example"),
            handler: () => new Registering(_entered, () => release.Wait(Cancellation))
        );

        var creating = made.Client.CreateAsync(Given.CreateRequest, null, _cancel.Token);
        await _entered.Task.WaitAsync(Cancellation);
        var cancelling = _cancel.CancelAsync();

        var awaiting = () => creating.WaitAsync(Cancellation);
        (await awaiting.Should().ThrowAsync<OperationCanceledException>()).Which.CancellationToken.Should().Be(_cancel.Token);
        cancelling.IsCompleted.Should().BeFalse("the handler is still at it");
        release.Set();
        await cancelling;
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_a_provider_throws_when_its_token_is_cancelled_is_not_thrown_at_who_cancels_or_disposes(bool cancelled)
    {
        var client = Given.Client(
            new Uri("http://127.0.0.1:1"),
            options =>
            {
                (options.ApiKey, options.TimeProvider) = (null, _clock);
                options.ApiKeyProvider = token =>
                {
                    token.Register(() => throw new InvalidDataException("The vault is shut."));
                    _entered.TrySetResult();
                    return new(new TaskCompletionSource<string>().Task);
                };
            }
        );

        var creating = client.CreateAsync(Given.CreateRequest, null, _cancel.Token);
        await _entered.Task.WaitAsync(Cancellation);
        var ending = () => cancelled ? _cancel.CancelAsync() : Task.Run(client.Dispose, Cancellation);

        await ending.Should().NotThrowAsync();
        var ended = await Record.ExceptionAsync(() => creating);
        ended.Should().BeAssignableTo(cancelled ? typeof(OperationCanceledException) : typeof(ObjectDisposedException));
        client.Dispose();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_provider_that_fails_after_its_call_is_over_is_observed(bool cancelled)
    {
        var late = new TaskCompletionSource<string>();
        using var client = Given.Client(
            new Uri("http://127.0.0.1:1"),
            options =>
            {
                (options.ApiKey, options.TimeProvider) = (null, _clock);
                options.ApiKeyProvider = async _ =>
                {
                    _entered.TrySetResult();
                    return await late.Task;
                };
            }
        );

        var creating = client.CreateAsync(Given.CreateRequest, new() { MaxRetries = 0 }, _cancel.Token);
        await _entered.Task.WaitAsync(Cancellation);
        await (cancelled ? _cancel.CancelAsync() : Task.Run(() => _clock.Advance(TimeSpan.FromSeconds(30)), Cancellation));

        var ended = await Record.ExceptionAsync(() => creating);
        ended.Should().BeAssignableTo(cancelled ? typeof(OperationCanceledException) : typeof(WorkspacesTimeoutException));
        await NothingIsUnobservedAfter(() => late.SetException(new InvalidDataException("The vault is shut.")));
    }

    [Fact]
    public async Task A_token_that_a_provider_was_given_is_not_cancelled_by_a_later_call()
    {
        await using var server = await StubServer.StartAsync(
            async (context, number) =>
            {
                if (number > 1)
                {
                    await _cancel.CancelAsync();
                    await StubServer.StallAsync(context);
                }

                await StubServer.RespondAsync(context, 200, Given.WorkspaceJson);
            }
        );
        var tokens = new List<CancellationToken>();
        var client = Given.Client(
            server.BaseAddress,
            options =>
            {
                (options.ApiKey, options.TimeProvider) = (null, _clock);
                options.ApiKeyProvider = token =>
                {
                    tokens.Add(token);
                    return new(Given.Key);
                };
            }
        );

        await client.GetAsync(Given.WorkspaceId, null, Cancellation);
        await Record.ExceptionAsync(() => client.GetAsync(Given.WorkspaceId, null, _cancel.Token));
        _clock.Advance(TimeSpan.FromHours(1));
        client.Dispose();

        tokens.Should().HaveCount(2);
        tokens[0].IsCancellationRequested.Should().BeFalse();
        tokens[1].IsCancellationRequested.Should().BeTrue();
    }

    private MadeClient From(ClientSource source, TaskCompletionSource<HttpResponseMessage> late) =>
        MadeClient.From(
            source,
            new Uri("https://api.example"),
            options => options.TimeProvider = _clock,
            handler: () => new Deaf(_entered, late.Task)
        );

    private async Task NothingIsUnobservedAfter(Action late)
    {
        late();
        await Task.Yield();
        for (var round = 0; round < 3; round++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        _unobserved.Should().BeEmpty();
    }

    private void Keep(object? sender, UnobservedTaskExceptionEventArgs unobserved)
    {
        lock (_unobserved)
        {
            _unobserved.Add(unobserved.Exception);
        }
    }

    private sealed class Deaf(TaskCompletionSource entered, Task<HttpResponseMessage> answer) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            entered.TrySetResult();
            return await answer;
        }
    }

    private sealed class LateContentHandler(TaskCompletionSource entered, Task<Stream> stream) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new LateContent(entered, stream) });
    }

    private sealed class LateContent(TaskCompletionSource entered, Task<Stream> stream) : HttpContent
    {
        protected override async Task<Stream> CreateContentReadStreamAsync()
        {
            entered.TrySetResult();
            return await stream;
        }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => throw new NotSupportedException();

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }

    private sealed class Registering(TaskCompletionSource entered, Action whenCancelled) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            cancellationToken.Register(whenCancelled);
            entered.TrySetResult();
            return new TaskCompletionSource<HttpResponseMessage>().Task;
        }
    }

    private sealed class Watched(Action disposed) : ByteArrayContent([])
    {
        protected override void Dispose(bool disposing)
        {
            base.Dispose(disposing);
            disposed();
        }
    }
}
