using System.Diagnostics;

namespace Amigo.Workspaces.Emulator.Tests.Support;

/// <summary>The built program, run as a process.</summary>
public static class EmulatorProgram
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>What runs it, to be followed by its own arguments.</summary>
    public static IReadOnlyList<string> CommandLine { get; } =
    [
        Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
        Path.Combine(AppContext.BaseDirectory, "Amigo.Workspaces.Emulator.dll"),
    ];

    /// <summary>The same with the signals in force that are ignored when the tests themselves run in the background.</summary>
    public static IReadOnlyList<string> CommandLineWithSignals { get; } = ["env", "--default-signal=HUP,INT,QUIT", .. CommandLine];

    /// <summary>A command that fetches a path of the emulator, and tells its key and what it bypasses a proxy for.</summary>
    public static string[] Fetch(string path, string more = "") =>
        [
            "/bin/sh",
            "-c",
            $"curl -sS {more} -H \"Authorization: Bearer $AMIGO_API_KEY\" \"${{AMIGO_BASE_URL}}{path}\"; code=$?; echo; echo $AMIGO_API_KEY $no_proxy; exit $code",
        ];

    public static Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments) => RunAsync(arguments, []);

    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(
        string[] arguments,
        params (string Name, string? Value)[] environment
    )
    {
        using var process = Start(arguments, environment);
        var output = process.StandardOutput.ReadToEndAsync(Cancellation);
        var error = process.StandardError.ReadToEndAsync(Cancellation);
        await process.WaitForExitAsync(Cancellation);
        return (process.ExitCode, await output, await error);
    }

    public static Process Start(string[] arguments, params (string Name, string? Value)[] environment) =>
        StartAny([.. CommandLine, .. arguments], environment);

    /// <summary>Starts any command with its streams in the test's hands.</summary>
    public static Process StartAny(IReadOnlyList<string> command, params (string Name, string? Value)[] environment)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    public static async Task SignalAsync(Process process, string signal)
    {
        using var kill = Process.Start("/bin/sh", ["-c", $"kill -{signal} {process.Id}"]);
        await kill.WaitForExitAsync(Cancellation);
    }
}
