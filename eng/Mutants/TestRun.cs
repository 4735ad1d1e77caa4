using System.Diagnostics;

namespace Mutants;

/// <summary>Runs the tests against one mutant, in a process that has never seen another.</summary>
internal static class TestRun
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    /// <param name="mutant">The mutant to switch on.</param>
    /// <param name="tests">The built tests beside the build that Stryker changed.</param>
    public static async Task<Verdict> OfAsync(Mutant mutant, string tests)
    {
        // Where the changed code looks for the mutant that is on.
        var chosen = Path.GetTempFileName();
        await File.WriteAllBytesAsync(chosen, BitConverter.GetBytes(mutant.Id));
        var start = new ProcessStartInfo("dotnet", ["Amigo.Workspaces.Client.Tests.dll", "-noColor", "-stopOnFail"])
        {
            WorkingDirectory = tests,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["STRYKER_MUTANT_FILE"] = chosen },
        };
        using var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            // Read to the end, or a full pipe would hold the tests up.
            await Task.WhenAll(
                process.StandardOutput.ReadToEndAsync(limit.Token),
                process.StandardError.ReadToEndAsync(limit.Token),
                process.WaitForExitAsync(limit.Token)
            );
            return process.ExitCode == 0 ? Verdict.Survived : Verdict.Killed;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            return Verdict.TimedOut;
        }
        finally
        {
            File.Delete(chosen);
        }
    }
}
