using System.Net;
using System.Net.Sockets;
using System.Reflection;
using System.Runtime.InteropServices;

namespace Amigo.Workspaces.Emulator.Cli;

internal static class Program
{
    private const int Success = 0;
    private const int Failure = 1;
    private const int UsageError = 2;

    public static async Task<int> Main(string[] args)
    {
        try
        {
            var settings = Settings.Read(args, Environment.GetEnvironmentVariable);
            if (settings.WantsHelp || settings.WantsVersion)
            {
                return await PrintAsync(settings.WantsHelp ? HelpText.All() : Version()).ConfigureAwait(false);
            }

            return await RunAsync(settings).ConfigureAwait(false);
        }
        catch (UsageException exception)
        {
            await StandardError.TellAsync($"{exception.Message} Try --help.").ConfigureAwait(false);
            return UsageError;
        }
        catch (Exception exception) when (exception is IOException or SocketException or ArgumentException)
        {
            await StandardError.TellAsync(exception.Message).ConfigureAwait(false);
            return Failure;
        }
    }

    private static async Task<int> PrintAsync(string text)
    {
        try
        {
            await Console.Out.WriteLineAsync(text).ConfigureAwait(false);
            return Success;
        }
        catch (UnauthorizedAccessException)
        {
            // The framework says that access to a path is denied.
            await StandardError.TellAsync("Standard output is closed and cannot be written.").ConfigureAwait(false);
            return Failure;
        }
    }

    private static string Version() =>
        typeof(Program).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    private static async Task<int> RunAsync(Settings settings)
    {
        using var terminated = new CancellationTokenSource();
        using var onTerminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Terminate);
        using var onHangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, Terminate);
        using var onInterrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt);
        using var onQuit = PosixSignalRegistration.Create(PosixSignal.SIGQUIT, Interrupt);

        // What the command writes is not mixed with what the emulator does.
        var report = new Report(settings.Command is null ? Console.Out : Console.Error, settings.Json);
        await using (report.ConfigureAwait(false))
        {
            var options = SettingsFiles.OptionsOf(settings, settings.Quiet ? null : report.Request);
            if (!IPAddress.IsLoopback(options.Address))
            {
                await StandardError
                    .TellAsync($"Warning: other machines can reach the emulator on {options.Address}, without encryption.")
                    .ConfigureAwait(false);
            }

            var emulator = await WorkspacesEmulator.StartAsync(options).ConfigureAwait(false);
            await using (emulator.ConfigureAwait(false))
            {
                if (settings.Command is { } command)
                {
                    if (!settings.Quiet)
                    {
                        report.Started(emulator, runsCommand: true);
                    }

                    return await ChildProcess.RunAsync(command, emulator, terminated.Token).ConfigureAwait(false);
                }

                report.Started(emulator, runsCommand: false);
                await Task.Delay(Timeout.InfiniteTimeSpan, terminated.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                return Success;
            }
        }

        // Otherwise the runtime ends the process before the port is closed, and not with 0.
        void Terminate(PosixSignalContext signal)
        {
            signal.Cancel = true;
            terminated.Cancel();
        }

        // Ctrl-C and Ctrl-\ reach the command too, which decides what to do.
        void Interrupt(PosixSignalContext signal)
        {
            signal.Cancel = true;
            if (settings.Command is null)
            {
                terminated.Cancel();
            }
        }
    }
}
