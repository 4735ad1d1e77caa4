using System.CommandLine;
using Amigo.Workspaces.Cli.Output;
using Amigo.Workspaces.Cli.Running;
using Amigo.Workspaces.Emulator;

namespace Amigo.Workspaces.Cli.Commands;

internal static class EmulatorCommand
{
    public static Command Create(Terminal terminal)
    {
        var port = new Option<int>("--port") { Description = "The port to listen on (a free one)." };
        var seed = new Option<int>("--seed") { Description = "How many workspaces to begin with (0)." };
        var command = new Command("emulator", "Stands in for the service on this machine, until Ctrl-C.") { port, seed };
        command.Validators.Add(result =>
        {
            if (result.GetValue(port) is < 0 or > 65_535)
            {
                result.AddError("--port takes a number from 0 to 65535.");
            }
            else if (result.GetValue(seed) is < 0 or > 100_000)
            {
                result.AddError("--seed takes a number from 0 to 100000.");
            }
        });
        return command.Running(terminal, session => RunAsync(session, session.Value(port), session.Value(seed)));
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
