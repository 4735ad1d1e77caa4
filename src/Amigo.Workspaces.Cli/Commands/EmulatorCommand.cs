using System.CommandLine;
using System.Text.Json.Nodes;
using Amigo.Workspaces.Cli.Output;
using Amigo.Workspaces.Cli.Profiles;
using Amigo.Workspaces.Cli.Running;
using Amigo.Workspaces.Emulator;

namespace Amigo.Workspaces.Cli.Commands;

internal static class EmulatorCommand
{
    public static Command Create(Terminal terminal)
    {
        var port = Options.Number("--port", "The port to listen on (a free one).", 0, 65_535);
        var seed = Options.Number("--seed", "How many workspaces to start with (0).", 0, 100_000);
        var command = new Command("emulator", "Runs a stand-in for the service on this machine, until Ctrl-C.") { port, seed };
        return command.Running(terminal, session => RunAsync(session, (int)(session.Value(port) ?? 0), (int)(session.Value(seed) ?? 0)));
    }

    private static async Task<int> RunAsync(Session session, int port, int seed)
    {
        await using var emulator = await WorkspacesEmulator.StartAsync(
            new WorkspacesEmulatorOptions { Port = port },
            session.CancellationToken
        );
        emulator.Seed(seed);
        var keys = Enum.GetValues<WorkspaceRole>().ToDictionary(role => role.ToString().ToLowerInvariant(), emulator.CreateApiKey);
        Result.Write(session, Json(emulator, keys), () => session.Terminal.Data.WriteLine(Instructions(emulator, keys)));
        session.Terminal.Note("Press Ctrl-C to stop. Nothing is kept.");

        var stopped = new TaskCompletionSource();
        await using var registration = session.CancellationToken.Register(stopped.SetResult);
        await stopped.Task;
        return ExitCode.Done;
    }

    private static JsonObject Json(WorkspacesEmulator emulator, Dictionary<string, string> keys) =>
        new([
            KeyValuePair.Create("base_url", (JsonNode?)emulator.BaseAddress.ToString()),
            .. keys.Select(key => KeyValuePair.Create($"{key.Key}_key", (JsonNode?)key.Value)),
        ]);

    /// <summary>Keys, and a line for the shell that most have here.</summary>
    private static string Instructions(WorkspacesEmulator emulator, Dictionary<string, string> keys)
    {
        var comments = keys.Select(key => $"# {key.Key} {key.Value}");
        var (address, owner) = (emulator.BaseAddress, keys["owner"]);
        return string.Join(
            Environment.NewLine,
            [
                .. comments,
                OperatingSystem.IsWindows()
                    ? $"$env:{Credentials.AddressVariable} = '{address}'; $env:{Credentials.KeyVariable} = '{owner}'"
                    : $"export {Credentials.AddressVariable}={address} {Credentials.KeyVariable}={owner}",
            ]
        );
    }
}
