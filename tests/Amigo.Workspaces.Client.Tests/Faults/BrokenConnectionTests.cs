using Amigo.Workspaces.Client.Tests.Behaviour;
using Amigo.Workspaces.Client.Tests.Support;

namespace Amigo.Workspaces.Client.Tests.Faults;

/// <summary>A connection that breaks, on every operation.</summary>
public class BrokenConnectionTests
{
    private const string Head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

    private static readonly Dictionary<string, Func<RawConnection, Task>> Breaks = new()
    {
        ["reset"] = connection =>
        {
            connection.Reset();
            return Task.CompletedTask;
        },
        ["nothing"] = _ => Task.CompletedTask,
        ["half of a body"] = connection => connection.WriteAsync($"{Head}Content-Length: 100\r\n\r\n{{"),
        ["a chunk that is none"] = connection => connection.WriteAsync($"{Head}Transfer-Encoding: chunked\r\n\r\nzz\r\n{{}}\r\n0\r\n\r\n"),
        ["random bytes"] = connection => connection.WriteAsync([0x07, 0x03, 0xFF, 0x00, 0x9C, 0x0D, 0x0A, 0x1F, 0x8B, 0x0A]),
    };

    public static TheoryData<string, string> EveryBreak =>
        [.. from call in OperationCall.All from name in Breaks.Keys select (call.Id, name)];

    [Theory]
    [MemberData(nameof(EveryBreak))]
    public async Task A_connection_that_breaks_is_tried_again_only_where_that_is_safe(string operationId, string answer)
    {
        var call = OperationCall.Of(operationId);
        var requests = 0;
        await using var server = RawServer.Start(async connection =>
        {
            await connection.ReadRequestAsync();
            Interlocked.Increment(ref requests);
            await Breaks[answer](connection);
        });
        using var client = Given.Client(server.BaseAddress);

        var failure = await Assert.ThrowsAsync<WorkspacesConnectionException>(() =>
            call.Raw(client, null, TestContext.Current.CancellationToken)
        );

        (failure.Attempts, failure.MayHaveBeenApplied).Should().Be((call.IsUnsafe ? 1 : 3, call.IsWrite));
        if (call.IsWrite)
        {
            requests.Should().Be(failure.Attempts);
        }
        else
        {
            // The platform's own handler repeats a request without a body when a connection breaks early.
            requests.Should().BeGreaterThanOrEqualTo(failure.Attempts);
        }
    }
}
