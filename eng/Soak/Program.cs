using System.Diagnostics;
using System.Globalization;
using Amigo.Workspaces.Emulator;
using Soak;

// Many mixed operations at once against an emulator with faults. The client runs in a process of its own, so that its memory, handles and
// connections can be told from the emulator's. Exits with 1 when something grows, a connection is left over, or a call is not accounted for.
if (args is ["client", var address, var key, var operations])
{
    return await Load.RunAsync(new Uri(address), key, int.Parse(operations, CultureInfo.InvariantCulture));
}

var count = args is [var given] ? given : "200000";
await using var emulator = await WorkspacesEmulator.StartAsync(new WorkspacesEmulatorOptions { RateLimit = int.MaxValue });
emulator.Seed(500);

using var stop = new CancellationTokenSource();
var faults = FaultInjector.RunAsync(emulator, stop.Token);

using var client = Process.Start(
    new ProcessStartInfo("dotnet")
    {
        ArgumentList =
        {
            typeof(Load).Assembly.Location,
            "client",
            emulator.BaseAddress.ToString(),
            emulator.CreateApiKey(WorkspaceRole.Owner),
            count,
        },
    }
)!;
await client.WaitForExitAsync();

await stop.CancelAsync();
Console.WriteLine($"| Faults injected | {await faults} |");
return client.ExitCode;
