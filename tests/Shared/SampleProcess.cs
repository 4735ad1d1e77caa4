using System.Diagnostics;

namespace WorkspaceClients.Tests;

/// <summary>What a sample printed, and how it ended.</summary>
public sealed record SampleRun(int ExitCode, string Output, string Error);

/// <summary>A sample as a person runs it: a process of its own.</summary>
public sealed class SampleProcess : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _error;

    private SampleProcess(Process process)
    {
        _process = process;
        _error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Starts a sample without a key, an address or a collector, but for those given.</summary>
    public static SampleProcess Start(string sample, string[] arguments, params (string Variable, string? Value)[] environment)
    {
        // Built into the same kind of folder as these tests, as in bin/Debug/net10.0.
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        var program = Repository.PathOf($"samples/{sample}/bin/{folder.Parent!.Name}/{folder.Name}/{sample}.dll");
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [program, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetDirectoryName(program),
        };
        foreach (var variable in start.Environment.Keys.Where(IsOurs).ToList())
        {
            start.Environment.Remove(variable);
        }

        foreach (var (variable, value) in environment)
        {
            start.Environment[variable] = value;
        }

        return new SampleProcess(Process.Start(start)!);
    }

    /// <summary>Runs a sample to its end.</summary>
    public static async Task<SampleRun> RunAsync(
        string sample,
        string[] arguments,
        string input = "",
        params (string Variable, string? Value)[] environment
    )
    {
        using var process = Start(sample, arguments, environment);
        await process._process.StandardInput.WriteAsync(input);
        process._process.StandardInput.Close();
        return await process.EndAsync();
    }

    /// <summary>The next line that holds a text.</summary>
    public async Task<string> ReadUntilAsync(string text)
    {
        while (await _process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.Contains(text, StringComparison.Ordinal))
            {
                return line;
            }
        }

        throw new InvalidOperationException($"It ended before it printed '{text}': {await _error}");
    }

    /// <summary>Asks it to stop, as a service manager does, and waits for its end.</summary>
    public async Task<SampleRun> StopAsync()
    {
        using var kill = Process.Start("/bin/sh", ["-c", $"kill -TERM {_process.Id}"]);
        return await EndAsync();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private static bool IsOurs(string variable) =>
        variable.StartsWith("AMIGO_", StringComparison.OrdinalIgnoreCase)
        || variable.StartsWith("POLYTEIA_", StringComparison.OrdinalIgnoreCase)
        || variable.StartsWith("OTEL_", StringComparison.OrdinalIgnoreCase)
        || variable.StartsWith("ASPNETCORE_", StringComparison.OrdinalIgnoreCase);

    private async Task<SampleRun> EndAsync()
    {
        var output = await _process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new SampleRun(_process.ExitCode, output, await _error);
    }
}
