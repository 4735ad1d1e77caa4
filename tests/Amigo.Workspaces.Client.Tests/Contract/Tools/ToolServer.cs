using System.Text.RegularExpressions;

namespace Amigo.Workspaces.Client.Tests.Contract.Tools;

/// <summary>A pinned tool that runs while a collection of tests does. A test that needs it says so with <see cref="Require" />.</summary>
public abstract class ToolServer : IAsyncLifetime
{
    private readonly string _program;
    private readonly string _file;
    private ToolProcess? _process;
    private string? _missing;

    /// <param name="program">What runs the tool.</param>
    /// <param name="file">The tool, below tests/contract.</param>
    protected ToolServer(string program, string file)
    {
        _program = program;
        _file = Path.Combine(Repository.Tools, file);
    }

    /// <summary>Where it listens.</summary>
    public Uri BaseAddress => _process?.BaseAddress ?? throw new InvalidOperationException("The tool is not running.");

    public virtual async ValueTask InitializeAsync()
    {
        _missing = Missing();
        if (_missing is null)
        {
            _process = await ToolProcess.StartAsync(_program, Arguments(_file), PortPattern, ReadyPath);
        }
    }

    public virtual async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>Skips the test where the tool is missing; fails it in continuous integration, where it must not be.</summary>
    public void Require()
    {
        if (_missing is null)
        {
            return;
        }

        if (string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.Ordinal))
        {
            Assert.Fail(_missing);
        }

        Assert.Skip(_missing);
    }

    /// <summary>The arguments for the program, which let the tool take a free port.</summary>
    protected abstract IEnumerable<string> Arguments(string file);

    /// <summary>Finds the port in what the tool prints, as the group <c>port</c>.</summary>
    protected abstract Regex PortPattern { get; }

    /// <summary>A path that the tool answers once it is ready.</summary>
    protected abstract string ReadyPath { get; }

    private string? Missing()
    {
        var directories = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        var hasProgram = directories.Any(directory =>
            File.Exists(Path.Combine(directory, _program)) || File.Exists(Path.Combine(directory, _program + ".exe"))
        );
        return !hasProgram ? $"{_program} is not on the PATH. Install it, then run eng/contract-tools.sh."
            : !File.Exists(_file) ? $"{Path.GetFileName(_file)} is not installed. Run eng/contract-tools.sh."
            : null;
    }
}
