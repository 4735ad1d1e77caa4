using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace Amigo.Workspaces.Emulator.Cli;

internal static class Program
{
    private const int Success = 0;
    private const int Failure = 1;
    private const int UsageError = 2;

    private const string Usage = """
        Stands in for the workspace operations of the Amigo Platform API, on loopback, until Ctrl-C.

        Usage: dotnet run --project src/Amigo.Workspaces.Emulator -- [options]

          --port N    listen on port N (0, the default, takes a free one)
          --seed N    start with N workspaces (0 by default)
          -h, --help  show this text

        Prints its address and one API key for each role. Nothing is kept after it stops.
        """;

    public static async Task<int> Main(string[] args)
    {
        var arguments = Arguments.Parse(args);
        if (arguments.WantsHelp)
        {
            await Console.Out.WriteLineAsync(Usage).ConfigureAwait(false);
            return Success;
        }

        if (arguments.Error is { } error)
        {
            await Console.Error.WriteLineAsync($"{error} Try --help.").ConfigureAwait(false);
            return UsageError;
        }

        try
        {
            await RunAsync(arguments).ConfigureAwait(false);
            return Success;
        }
        catch (Exception exception) when (exception is IOException or SocketException)
        {
            await Console.Error.WriteLineAsync(exception.Message).ConfigureAwait(false);
            return Failure;
        }
    }

    private static async Task RunAsync(Arguments arguments)
    {
        var stop = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var onInterrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var onTerminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);

        var emulator = await WorkspacesEmulator.StartAsync(new WorkspacesEmulatorOptions { Port = arguments.Port }).ConfigureAwait(false);
        await using (emulator.ConfigureAwait(false))
        {
            emulator.Seed(arguments.Seed);
            await Console.Out.WriteLineAsync(Instructions(emulator)).ConfigureAwait(false);
            await stop.Task.ConfigureAwait(false);
        }

        void Stop(PosixSignalContext signal)
        {
            // Otherwise the runtime ends the process before the port is closed, and not with 0.
            signal.Cancel = true;
            stop.TrySetResult();
        }
    }

    private static string Instructions(WorkspacesEmulator emulator)
    {
        var owner = emulator.CreateApiKey(WorkspaceRole.Owner);
        return $"""
            Listening on {emulator.BaseAddress} with {emulator.Workspaces.Count} workspaces.

              owner   {owner}
              admin   {emulator.CreateApiKey(WorkspaceRole.Admin)}
              member  {emulator.CreateApiKey(WorkspaceRole.Member)}
              viewer  {emulator.CreateApiKey(WorkspaceRole.Viewer)}

            To use it:

              export AMIGO_BASE_URL={emulator.BaseAddress} AMIGO_API_KEY={owner}

            Press Ctrl-C to stop.
            """;
    }
}
