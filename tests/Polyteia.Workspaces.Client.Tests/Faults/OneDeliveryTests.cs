using System.Globalization;

namespace Polyteia.Workspaces.Client.Tests.Faults;

/// <summary>One attempt of a command is one delivery, also on warm connections that the server closes without a byte.</summary>
public sealed class OneDeliveryTests : IAsyncDisposable
{
    private const int WarmConnections = 8;

    private readonly TaskCompletionSource _allWarm = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly RawServer _server;
    private int _reads;
    private int _deliveries;

    public OneDeliveryTests() => _server = RawServer.Start(ServeAsync);

    public static TheoryData<string, int> EveryCommand =>
        new()
        {
            { "create_workspace", 0 },
            { "create_workspace", 2 },
            { "update_workspace", 0 },
            { "update_workspace", 2 },
            { "delete_workspace", 0 },
            { "delete_workspace", 2 },
        };

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [MemberData(nameof(EveryCommand))]
    public async Task Every_attempt_is_delivered_once_however_many_connections_are_warm(string command, int retries)
    {
        var call = QueryCall.Of(command);
        using var client = Given.Client(_server.BaseAddress, options => options.MaxRetries = retries);
        await Task.WhenAll(Enumerable.Range(0, WarmConnections).Select(_ => QueryCall.Of("get_workspace").SendAsync(client)));

        var failures = await Task.WhenAll(Enumerable.Range(0, WarmConnections).Select(_ => call.FailAsync(client)));

        failures.Should().OnlyContain(failure => failure.MayHaveBeenApplied);
        failures.Should().OnlyContain(failure => failure.Attempts == (call.MayRepeat ? 1 + retries : 1));
        _deliveries.Should().Be(failures.Sum(failure => failure.Attempts));
    }

    /// <summary>Answers queries once there are enough of them, and closes the connection on a command.</summary>
    private async Task ServeAsync(RawConnection connection)
    {
        while (true)
        {
            var request = await connection.ReadRequestAsync();
            if (!request.Contains("get_workspace", StringComparison.Ordinal))
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
                string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 200 OK\r\nContent-Length: {Given.WorkspaceAnswer.Length}\r\n\r\n")
                    + Given.WorkspaceAnswer
            );
        }
    }
}
