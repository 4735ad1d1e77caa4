using System.Globalization;
using System.Runtime.InteropServices;
using PolyteiaStub;

const string Usage = """
    Stands in for the workspaces of Polyteia, on loopback, until Ctrl-C.

    Usage: dotnet run --project samples/PolyteiaStub [-- PORT]

    It takes a free port unless one is given, and prints its address and a key. Nothing is kept after it stops.
    """;

if (args is ["-h" or "--help"])
{
    Console.WriteLine(Usage);
    return 0;
}

var port = 0;
if (args.Length > 1 || (args.Length == 1 && !IsPort(args[0], out port)))
{
    Console.Error.WriteLine("Give one port, or nothing. Try --help.");
    return 2;
}

var stop = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
using var onInterrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var onTerminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
try
{
    await using var stub = await StubService.StartAsync(port);
    stub.Seed(3);
    Console.WriteLine(
        $"""
        Listening on {stub.BaseAddress} with {stub.Workspaces.Count} workspaces.

        To use it:

          export POLYTEIA_BASE_URL={stub.BaseAddress} POLYTEIA_API_KEY={stub.CreateApiKey()}

        Press Ctrl-C to stop.
        """
    );
    await stop.Task;
    return 0;
}
catch (IOException failure)
{
    Console.Error.WriteLine(failure.Message);
    return 1;
}

static bool IsPort(string text, out int port) =>
    int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out port) && port <= ushort.MaxValue;

void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stop.TrySetResult();
}
