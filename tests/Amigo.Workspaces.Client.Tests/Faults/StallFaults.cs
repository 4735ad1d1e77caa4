using Amigo.Workspaces.Client.Tests.Support;
using static Amigo.Workspaces.Client.Tests.Faults.Answers;

namespace Amigo.Workspaces.Client.Tests.Faults;

/// <summary>The answer stops coming, and the connection stays open.</summary>
internal static class StallFaults
{
    private static readonly TimeSpan AttemptTimeout = new WorkspacesClientOptions().AttemptTimeout;

    public static IReadOnlyList<FaultCase> All { get; } =
    [
        Fault("The service stalls before the headers", Endings.TimedOut, (connection, clock) => StallAfter(connection, clock, "")),
        Fault(
            "The service stalls inside the headers",
            Endings.TimedOut,
            (connection, clock) => StallAfter(connection, clock, Head()[..40])
        ),
        Fault("The service stalls after the headers", Endings.TimedOut, (connection, clock) => StallAfter(connection, clock, Head())),
        Fault(
            "The service stalls inside the body",
            Endings.TimedOut,
            (connection, clock) => StallAfter(connection, clock, Head() + HalfBody)
        ),
        Fault(
            "The service stalls inside a chunk",
            Endings.TimedOut,
            (connection, clock) => StallAfter(connection, clock, ChunkedHead + Chunk(HalfBody) + "40\r\n{")
        ),
    ];

    public static TheoryData<string, CallKind> Rows => FaultCase.Rows(All);

    private static async Task StallAfter(RawConnection connection, ManualTimeProvider clock, string answer)
    {
        await connection.WriteAsync(answer);
        clock.Advance(AttemptTimeout);
        await connection.StallAsync();
    }
}
