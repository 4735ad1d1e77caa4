using System.Globalization;
using Amigo.Workspaces.Client.Tests.Behaviour;
using Amigo.Workspaces.Client.Tests.Support;

namespace Amigo.Workspaces.Client.Tests.Faults;

/// <summary>
/// One attempt of a write is one delivery, also on warm connections that the server closes without a byte: the framework re-sends by itself
/// what has no body.
/// </summary>
public sealed class OneDeliveryTests : IAsyncDisposable
{
    private const int WarmConnections = 8;

    private static readonly int[] Retries = [0, 2];

    private readonly TaskCompletionSource _allWarm = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly RawServer _server;
    private int _reads;
    private int _deliveries;

    public OneDeliveryTests() => _server = RawServer.Start(ServeAsync);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string, ClientSource, int> EveryWrite =>
        [
            .. from call in OperationCall.All
            where call.IsWrite
            from source in Enum.GetValues<ClientSource>()
            from retries in Retries
            select (call.Id, source, retries),
        ];

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [MemberData(nameof(EveryWrite))]
    public async Task Every_attempt_of_a_write_is_delivered_once_however_many_connections_are_warm(
        string operation,
        ClientSource source,
        int retries
    )
    {
        var call = OperationCall.Of(operation);
        using var made = MadeClient.From(source, _server.BaseAddress, options => options.MaxRetries = retries);
        await Task.WhenAll(Enumerable.Range(0, WarmConnections).Select(_ => made.Client.GetAsync(Given.WorkspaceId, null, Cancellation)));
        _server.Connections.Should().Be(WarmConnections);

        var failures = await Task.WhenAll(Enumerable.Range(0, WarmConnections).Select(_ => FailAsync(call, made.Client)));

        failures.Should().OnlyContain(failure => failure.MayHaveBeenApplied);
        failures.Should().OnlyContain(failure => failure.Attempts == (call.IsUnsafe ? 1 : 1 + retries));
        _deliveries.Should().Be(failures.Sum(failure => failure.Attempts));
    }

    [Theory]
    [MemberData(nameof(OperationCall.SafeIds), MemberType = typeof(OperationCall))]
    public async Task A_write_that_was_delivered_may_have_been_applied_although_the_service_is_gone_when_it_is_tried_again(string operation)
    {
        var call = OperationCall.Of(operation);
        RawServer? server = null;
        server = RawServer.Start(async connection =>
        {
            await connection.ReadRequestAsync();
            // Nobody listens any more before the client can know that its connection is gone.
            server!.StopListening();
        });
        using var client = Given.Client(server.BaseAddress);

        var failure = await FailAsync(call, client);

        await server.DisposeAsync();
        failure.Should().BeOfType<WorkspacesConnectionException>();
        (failure.Attempts, failure.MayHaveBeenApplied).Should().Be((3, call.IsWrite));
    }

    private static async Task<WorkspacesException> FailAsync(OperationCall call, WorkspacesClient client)
    {
        var calling = () => call.Plain(client, null, Cancellation);
        return (await calling.Should().ThrowAsync<WorkspacesException>()).Which;
    }

    /// <summary>Answers reads once there are enough of them, and closes the connection on a write.</summary>
    private async Task ServeAsync(RawConnection connection)
    {
        while (true)
        {
            var request = await connection.ReadRequestAsync();
            if (!request.StartsWith("GET ", StringComparison.Ordinal))
            {
                Interlocked.Increment(ref _deliveries);
                return;
            }

            if (Interlocked.Increment(ref _reads) == WarmConnections)
            {
                _allWarm.SetResult();
            }

            await _allWarm.Task.WaitAsync(connection.Stop);
            await connection.WriteAsync(
                string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 200 OK\r\nContent-Length: {Given.WorkspaceJson.Length}\r\n\r\n")
                    + Given.WorkspaceJson
            );
        }
    }
}
