using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Amigo.Workspaces.Emulator.Cli;

/// <summary>The command that runs against the emulator.</summary>
internal static class ChildProcess
{
    private const int NotExecutable = 126;
    private const int NotFound = 127;
    private const int SignalTerminate = 15;
    private const int NoSuchFile = 2;

    private static readonly string[] ProxyVariables = ["http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"];

    /// <summary>Runs a command with the address and the key of the emulator in its environment, to its end.</summary>
    /// <returns>Its exit code; as a shell has it, 127 when there is no such command and 126 when it cannot be run.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> command, WorkspacesEmulator emulator, CancellationToken terminate)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1)) { UseShellExecute = false };
        start.Environment["AMIGO_BASE_URL"] = emulator.BaseAddress.ToString();
        start.Environment["AMIGO_API_KEY"] = emulator.KeyOf(WorkspaceRole.Owner);
        if (Array.Exists(ProxyVariables, name => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(name))))
        {
            BypassProxy(start.Environment, emulator.BaseAddress.Host);
        }

        try
        {
            using var child = Process.Start(start)!;
            await using var registration = terminate.Register(() => Terminate(child)).ConfigureAwait(false);
            await child.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
            return child.ExitCode;
        }
        catch (Win32Exception exception)
        {
            await StandardError.TellAsync($"{command[0]} cannot be run: {exception.Message}").ConfigureAwait(false);
            return exception.NativeErrorCode == NoSuchFile ? NotFound : NotExecutable;
        }
    }

    // A proxy of a company does not reach this machine.
    private static void BypassProxy(IDictionary<string, string?> environment, string host)
    {
        foreach (var name in new[] { "no_proxy", "NO_PROXY" })
        {
            var present = environment.TryGetValue(name, out var value) && !string.IsNullOrEmpty(value) ? value + "," : "";
            environment[name] = $"{present}{host},localhost";
        }
    }

    private static void Terminate(Process child)
    {
        try
        {
            if (OperatingSystem.IsWindows())
            {
                child.Kill(entireProcessTree: true);
            }
            else
            {
                _ = Kill(child.Id, SignalTerminate);
            }
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int processId, int signal);
}
