using System.Net;
using Amigo.Workspaces.Client.Tests.Behaviour;
using Amigo.Workspaces.Client.Tests.Support;

namespace Amigo.Workspaces.Client.Tests.Faults;

/// <summary>Until a connection stands, TLS and a proxy's tunnel included, nothing is sent: a timeout is then a failed connection like any other.</summary>
public sealed class NothingSentTests : IAsyncDisposable
{
    private readonly ManualTimeProvider _clock = new();
    private readonly TaskCompletionSource _connecting = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly RawServer _server;

    public NothingSentTests() =>
        _server = RawServer.Start(async connection =>
        {
            await connection.ReadFirstByteAsync();
            _connecting.TrySetResult();
            await connection.StallAsync();
        });

    private static TimeSpan AttemptTimeout => new WorkspacesClientOptions().AttemptTimeout;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Uri SecureAddress => new UriBuilder(_server.BaseAddress) { Scheme = "https" }.Uri;

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [MemberData(nameof(OperationCall.Ids), MemberType = typeof(OperationCall))]
    public async Task A_handshake_that_never_ends_is_tried_again_and_nothing_was_sent(string operation)
    {
        using var made = MadeClient.From(ClientSource.Own, SecureAddress, Timed);

        await TimesOutUnsentAsync(OperationCall.Of(operation), made.Client);
    }

    [Theory]
    [InlineData(ClientSource.Registered)]
    [InlineData(ClientSource.RegisteredWithHandler)]
    [InlineData(ClientSource.Given)]
    public async Task A_handshake_that_never_ends_proves_it_on_other_connections_too(ClientSource source)
    {
        using var made = MadeClient.From(source, SecureAddress, Timed);

        await TimesOutUnsentAsync(OperationCall.Of("create-my-workspace"), made.Client);
    }

    [Theory]
    [InlineData(ClientSource.Registered)]
    [InlineData(ClientSource.RegisteredWithHandler)]
    [InlineData(ClientSource.Given)]
    public async Task A_connect_that_never_ends_is_tried_again_and_nothing_was_sent(ClientSource source)
    {
        using var made = MadeClient.From(source, new Uri("http://127.0.0.1:1"), Timed, Connecting);

        await TimesOutUnsentAsync(OperationCall.Of("create-my-workspace"), made.Client);

        HttpMessageHandler Connecting() =>
            new SocketsHttpHandler
            {
                ConnectCallback = async (_, token) =>
                {
                    _connecting.TrySetResult();
                    return await new TaskCompletionSource<Stream>().Task.WaitAsync(token);
                },
            };
    }

    [Theory]
    [InlineData(ClientSource.Registered)]
    [InlineData(ClientSource.RegisteredWithHandler)]
    [InlineData(ClientSource.Given)]
    public async Task A_proxy_that_never_makes_its_tunnel_is_tried_again_and_nothing_was_sent(ClientSource source)
    {
        using var made = MadeClient.From(
            source,
            new Uri("https://nothing.invalid"),
            Timed,
            () => new SocketsHttpHandler { Proxy = new WebProxy(_server.BaseAddress) }
        );

        await TimesOutUnsentAsync(OperationCall.Of("create-my-workspace"), made.Client);
    }

    [Fact]
    public async Task Behind_a_handler_of_the_callers_own_client_a_timeout_proves_nothing()
    {
        using var made = MadeClient.From(ClientSource.GivenWithHandler, SecureAddress, Timed);

        var failure = await TimeOutAsync(OperationCall.Of("create-my-workspace"), made.Client);

        (failure.Attempts, failure.MayHaveBeenApplied).Should().Be((1, true));
    }

    [Fact]
    public async Task The_limit_of_the_whole_call_says_it_too()
    {
        using var made = MadeClient.From(ClientSource.Own, SecureAddress, Timed);
        var options = new RequestOptions { Timeout = AttemptTimeout };

        var failure = await TimeOutAsync(OperationCall.Of("create-my-workspace"), made.Client, options);

        (failure.Attempts, failure.MayHaveBeenApplied, failure.Timeout).Should().Be((1, false, AttemptTimeout));
        failure.Message.Should().Contain("RequestOptions.Timeout").And.NotContain("may have been applied");
    }

    private async Task TimesOutUnsentAsync(OperationCall call, WorkspacesClient client)
    {
        var failure = await TimeOutAsync(call, client);

        (failure.Attempts, failure.MayHaveBeenApplied).Should().Be((3, false));
        failure.Message.Should().NotContain("may have been applied");
    }

    private async Task<WorkspacesTimeoutException> TimeOutAsync(OperationCall call, WorkspacesClient client, RequestOptions? options = null)
    {
        var calling = call.Plain(client, options, Cancellation);
        await _connecting.Task.WaitAsync(Cancellation);
        while (!calling.IsCompleted)
        {
            await Task.WhenAny(calling, _clock.WhenTimerAsync(due => due == AttemptTimeout));
            _clock.Advance(calling.IsCompleted ? TimeSpan.Zero : AttemptTimeout);
        }

        var awaiting = () => calling;
        return (await awaiting.Should().ThrowAsync<WorkspacesTimeoutException>()).Which;
    }

    private void Timed(WorkspacesClientOptions options) => options.TimeProvider = _clock;
}
