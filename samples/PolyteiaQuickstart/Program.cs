using System.Runtime.InteropServices;
using Polyteia.Workspaces.Client;
using PolyteiaQuickstart;

const string Help = """
    Shows what a program does with Polyteia.Workspaces.Client, step by step.

    Usage: dotnet run --project samples/PolyteiaQuickstart

    Without configuration it runs against a stub that it starts itself; nothing leaves this computer.
    With POLYTEIA_API_KEY set it speaks to the real service, and only reads.
    POLYTEIA_BASE_URL sets another address than https://app.polyteia.com.
    """;

if (args is ["-h" or "--help"])
{
    Console.WriteLine(Help);
    return 0;
}

if (args.Length > 0)
{
    return Say.Problem($"Unknown argument '{args[0]}'. Try --help.", exitCode: 2);
}

// Somebody who means a real service must not be shown a stub in its place.
var hasKey = IsSet("POLYTEIA_API_KEY");
if (!hasKey && IsSet("POLYTEIA_BASE_URL"))
{
    return Say.Problem("POLYTEIA_BASE_URL is set without a key: set POLYTEIA_API_KEY too, or unset it to use the stub.", exitCode: 2);
}

using var stop = new CancellationTokenSource();
using var onInterrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var onTerminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
try
{
    await (hasKey ? OnService.RunAsync(stop.Token) : OnStub.RunAsync(stop.Token));
    return 0;
}
catch (PolyteiaUnauthorizedException failure)
{
    return Say.Problem($"{failure.Message} Check POLYTEIA_API_KEY, and that it belongs to the service at POLYTEIA_BASE_URL.");
}
catch (PolyteiaException failure)
{
    return Say.Problem(failure.Message);
}
catch (OperationCanceledException)
{
    return Say.Problem("Stopped before the end.");
}
catch (Exception failure) when (failure is ArgumentException or InvalidOperationException)
{
    // An option that breaks its rule: the message names it.
    return Say.Problem($"Check POLYTEIA_API_KEY and POLYTEIA_BASE_URL. {failure.Message}");
}

static bool IsSet(string variable) => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(variable));

void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stop.Cancel();
}
