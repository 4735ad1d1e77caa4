using Amigo.Workspaces.Emulator;

namespace Amigo.Workspaces.Benchmarks.Soak;

/// <summary>Keeps about one request in fifty failing, each time in another way.</summary>
internal static class FaultInjector
{
    private const int RequestsPerFault = 50;

    private static readonly Fault[] Faults =
    [
        Fault.Status(503),
        Fault.Status(500),
        Fault.Status(429),
        Fault.StatusAfterApply(503),
        Fault.ResetBeforeApply,
        Fault.ResetAfterApply,
        Fault.TruncatedBody,
        Fault.MalformedJson,
        Fault.StalledBody,
        Fault.Delay(TimeSpan.FromMilliseconds(20)),
    ];

    /// <summary>Runs until it is stopped.</summary>
    /// <returns>How many faults were injected.</returns>
    public static async Task<int> RunAsync(WorkspacesEmulator emulator, CancellationToken stop)
    {
        var injected = 0;
        var seen = 0;
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        try
        {
            while (await timer.WaitForNextTickAsync(stop))
            {
                seen += emulator.Requests.Count;
                emulator.ClearRequests();
                for (; seen >= RequestsPerFault; seen -= RequestsPerFault)
                {
                    emulator.Inject(Faults[injected++ % Faults.Length]);
                }
            }
        }
        catch (OperationCanceledException) { }

        return injected;
    }
}
