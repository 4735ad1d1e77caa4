using System.CommandLine;
using Amigo.Workspaces.Cli.Output;
using Amigo.Workspaces.Cli.Running;
using Amigo.Workspaces.Emulator;

namespace Amigo.Workspaces.Cli.Commands;

internal static class EmulatorCommand
{
    public static Command Create(Terminal terminal)
    {
        var port = Options.Number("--port", "The port to listen on (a free one).", 0, 65_535);
        var seed = Options.Number("--seed", "How many workspaces to begin with (0).", 0, 100_000);
        var command = new Command("emulator", "Stands in for the service on this machine, until Ctrl-C.") { port, seed };
        return command.Running(terminal, session => RunAsync(session, (int)(session.Value(port) ?? 0), (int)(session.Value(seed) ?? 0)));
    }

    private static async Task<int> RunAsync(Session session, int port, int seed)
    {
        await using var emulator = await WorkspacesEmulator.StartAsync(
            new WorkspacesEmulatorOptions { Port = port },
            session.CancellationToken
        );
        emulator.Seed(seed);
        session.Terminal.Data.WriteLine(Instructions(emulator));
        session.Terminal.Note("Press Ctrl-C to stop. Nothing is kept.");

        var stopped = new TaskCompletionSource();
        await using var registration = session.CancellationToken.Register(stopped.SetResult);
        await stopped.Task;
        return ExitCode.Done;
    }

    private static string Instructions(WorkspacesEmulator emulator)
    {
        var owner = emulator.CreateApiKey(WorkspaceRole.Owner);
        return $"""
            # owner {owner}
            # admin {emulator.CreateApiKey(WorkspaceRole.Admin)}
            # member {emulator.CreateApiKey(WorkspaceRole.Member)}
            # viewer {emulator.CreateApiKey(WorkspaceRole.Viewer)}
            export AMIGO_BASE_URL={emulator.BaseAddress} AMIGO_API_KEY={owner}
            """;
    }
}
