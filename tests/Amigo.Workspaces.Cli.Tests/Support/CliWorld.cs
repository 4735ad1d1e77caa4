using System.Diagnostics;
using Amigo.Workspaces.Emulator;

namespace Amigo.Workspaces.Cli.Tests.Support;

/// <summary>An emulator, an empty home directory and the built command: what every test begins with.</summary>
internal sealed class CliWorld : IAsyncDisposable
{
    private static readonly string Dll = Path.Combine(AppContext.BaseDirectory, "Amigo.Workspaces.Cli.dll");

    private CliWorld(WorkspacesEmulator emulator)
    {
        Emulator = emulator;
        Key = emulator.CreateApiKey(WorkspaceRole.Owner);
        Variables["AMIGO_BASE_URL"] = emulator.BaseAddress.ToString();
        Variables["AMIGO_API_KEY"] = Key;
        Variables["HOME"] = Home;
        Variables["XDG_CONFIG_HOME"] = Path.Combine(Home, ".config");
        Variables["XDG_CACHE_HOME"] = Path.Combine(Home, ".cache");
        Variables["TERM"] = "xterm-256color";
        Variables["NO_COLOR"] = null;
        Variables["COLORTERM"] = null;
    }

    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public WorkspacesEmulator Emulator { get; }

    public string Key { get; }

    public string Home { get; } = Directory.CreateTempSubdirectory("amigo-cli-").FullName;

    /// <summary>The command's environment, on top of the test's own; a null takes a variable away.</summary>
    public Dictionary<string, string?> Variables { get; } = [];

    public static async Task<CliWorld> StartAsync(int workspaces = 0)
    {
        var world = new CliWorld(await WorkspacesEmulator.StartAsync(cancellationToken: Cancellation));
        world.Emulator.Seed(workspaces);
        return world;
    }

    public EmulatedWorkspace Add(
        string slug,
        string environment = "staging",
        Func<EmulatedWorkspace, EmulatedWorkspace>? customize = null
    ) =>
        Emulator
            .Seed(
                1,
                workspace =>
                    (customize ?? (same => same))(
                        workspace with
                        {
                            Slug = slug,
                            Name = "Acme Clinic",
                            Environment = environment,
                            Region = "us-east-1",
                            ConnectorType = "epic",
                            TestCallerNumbers = [],
                        }
                    )
            )
            .Single();

    public EmulatedWorkspace Now(string slug) => Emulator.Workspaces.Single(workspace => workspace.Slug == slug);

    public string FileWith(string name, string text)
    {
        var path = Path.Combine(Home, name);
        File.WriteAllText(path, text);
        return path;
    }

    public Task<CliRun> RunAsync(params string[] arguments) => RunWithInputAsync("", arguments);

    /// <summary>Runs the command with its three streams redirected.</summary>
    public async Task<CliRun> RunWithInputAsync(string input, params string[] arguments)
    {
        using var process = Start(arguments);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        return await EndAsync(process);
    }

    /// <summary>Starts the command with Ctrl-C in force, also when the tests themselves run in the background, where it is ignored.</summary>
    public Process Start(params string[] arguments) => Start("env", ["--default-signal=INT", "dotnet", Dll, .. arguments]);

    /// <summary>The command as a shell takes it.</summary>
    public static string Command => $"env --default-signal=INT,PIPE dotnet '{Dll}'";

    /// <summary>Runs a line of bash in the home directory.</summary>
    public async Task<CliRun> RunInShellAsync(string line)
    {
        using var process = Start("bash", ["-c", line]);
        process.StandardInput.Close();
        return await EndAsync(process);
    }

    public static async Task<CliRun> EndAsync(Process process)
    {
        var output = process.StandardOutput.ReadToEndAsync(Cancellation);
        var error = process.StandardError.ReadToEndAsync(Cancellation);
        await process.WaitForExitAsync(Cancellation);
        return new CliRun(process.ExitCode, await output, await error);
    }

    public static async Task InterruptAsync(Process process)
    {
        using var kill = Process.Start("kill", ["-INT", $"{process.Id}"]);
        await kill.WaitForExitAsync(Cancellation);
    }

    /// <summary>How wide the terminal is.</summary>
    public int Columns { get; set; } = 100;

    /// <summary>Runs the command in a terminal, and hands over what it shows.</summary>
    public PseudoTerminal StartInTerminal(params string[] arguments) =>
        PseudoTerminal.Start(
            command => Start("script", ["--quiet", "--return", "--flush", "--command", command, "/dev/null"]),
            Columns,
            ["env", "--default-signal=INT", "dotnet", Dll, .. arguments]
        );

    public async ValueTask DisposeAsync()
    {
        await Emulator.DisposeAsync();
        Directory.Delete(Home, recursive: true);
    }

    private Process Start(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Home,
        };
        foreach (var (name, value) in Variables)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }
}
