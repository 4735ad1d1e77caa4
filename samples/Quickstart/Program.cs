using System.Runtime.InteropServices;
using Amigo.Workspaces.Client;
using Quickstart;

var arguments = Arguments.Parse(args);
if (arguments.Error is not null)
{
    return Say.Problem($"{arguments.Error} Try --help.", exitCode: 2);
}

if (arguments.WantsHelp)
{
    Console.WriteLine(Arguments.Help);
    return 0;
}

// Ctrl-C lets the sample tidy up before it ends.
using var stop = new CancellationTokenSource();
using var onInterrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var onTerminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);

try
{
    if (arguments.UsesEmulator)
    {
        await OnEmulator.RunAsync(stop.Token);
    }
    else
    {
        await OnService.RunAsync(arguments.Write, stop.Token);
    }

    return 0;
}
catch (WorkspacesException failure)
{
    return Say.Problem(Advice.For(failure));
}
catch (OperationCanceledException)
{
    return Say.Problem("Stopped before the end.");
}
catch (Exception failure) when (failure is ArgumentException or InvalidOperationException)
{
    // An option that breaks its rule: the message names it.
    return Say.Problem($"Check AMIGO_API_KEY and AMIGO_BASE_URL. {failure.Message}");
}

void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stop.Cancel();
}
