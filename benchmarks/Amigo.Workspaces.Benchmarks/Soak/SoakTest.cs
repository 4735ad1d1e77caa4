using System.Diagnostics;
using Amigo.Workspaces.Emulator;

namespace Amigo.Workspaces.Benchmarks.Soak;

/// <summary>
/// Many mixed operations at once against an emulator with faults. The client runs in a process of its own, so that its memory, handles and
/// connections can be told from the emulator's.
/// </summary>
internal static class SoakTest
{
    /// <returns>1 when something grows, a connection is left over, or a call is not accounted for; else 0.</returns>
    public static async Task<int> RunAsync(string operations)
    {
        await using var emulator = await WorkspacesEmulator.StartAsync(new WorkspacesEmulatorOptions { RateLimit = int.MaxValue });
        emulator.Seed(500);

        using var stop = new CancellationTokenSource();
        var faults = FaultInjector.RunAsync(emulator, stop.Token);

        using var client = Process.Start(
            new ProcessStartInfo("dotnet")
            {
                ArgumentList =
                {
                    typeof(SoakTest).Assembly.Location,
                    "load",
                    emulator.BaseAddress.ToString(),
                    emulator.CreateApiKey(WorkspaceRole.Owner),
                    operations,
                },
            }
        )!;
        await client.WaitForExitAsync();

        await stop.CancelAsync();
        Console.WriteLine($"| Faults injected | {await faults} |");
        return client.ExitCode;
    }
}
