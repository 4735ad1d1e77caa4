using System.Diagnostics;

namespace Polyteia.Workspaces.Client.Tests.Samples;

/// <summary>What a sample printed, and how it ended.</summary>
internal sealed record SampleRun(int ExitCode, string Output, string Error);

/// <summary>A sample of the repository, run as its users run it.</summary>
internal static class SampleProgram
{
    public static async Task<SampleRun> RunAsync(string name, string[] arguments, string? key = null, string? address = null)
    {
        using var process = Start(name, arguments, key, address);
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new SampleRun(process.ExitCode, await output, await error);
    }

    public static Process Start(string name, string[] arguments, string? key = null, string? address = null)
    {
        // Built into the same kind of folder as these tests, as in bin/Debug/net10.0.
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        var program = Path.Combine(RepositoryRoot.Path, "samples", name, "bin", folder.Parent!.Name, folder.Name, name + ".dll");
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["POLYTEIA_API_KEY"] = key;
        start.Environment["POLYTEIA_BASE_URL"] = address;
        return Process.Start(start)!;
    }
}
