using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace Amigo.Workspaces.Cli.Tests.Support;

/// <summary>A running command that believes a person sits before it.</summary>
internal sealed partial class PseudoTerminal : IDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _shown = new();

    private PseudoTerminal(Process process) => _process = process;

    /// <summary>All that was shown so far, escape sequences included.</summary>
    public string Raw => _shown.ToString();

    /// <summary>All that was shown so far, as text.</summary>
    public string Screen => Plain(Raw);

    /// <summary>What is left on the screen.</summary>
    public string Left => ShownLines.Of(Raw);

    public static PseudoTerminal Start(Func<string, Process> start, int columns, IEnumerable<string> arguments)
    {
        RequireScript();
        var command = string.Join(' ', arguments.Select(argument => $"'{argument.Replace("'", "'\\''", StringComparison.Ordinal)}'"));
        return new PseudoTerminal(start($"stty cols {columns} rows 50; exec {command}"));
    }

    public async Task WaitForAsync(string text)
    {
        var buffer = new char[1024];
        while (!Screen.Contains(text, StringComparison.Ordinal))
        {
            var count = await _process.StandardOutput.ReadAsync(buffer, CliWorld.Cancellation);
            if (count == 0)
            {
                throw new InvalidOperationException($"The command ended without showing '{text}'. It showed: {Screen}");
            }

            _shown.Append(buffer, 0, count);
        }
    }

    public async Task TypeAsync(string text)
    {
        await _process.StandardInput.WriteAsync(text);
        await _process.StandardInput.FlushAsync(CliWorld.Cancellation);
    }

    public async Task<int> EndAsync()
    {
        _shown.Append(await _process.StandardOutput.ReadToEndAsync(CliWorld.Cancellation));
        await _process.WaitForExitAsync(CliWorld.Cancellation);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    private static string Plain(string raw)
    {
        var text = EscapeSequence().Replace(raw, "").Replace("\r\n", "\n", StringComparison.Ordinal);
        return text.Replace("\r", "", StringComparison.Ordinal);
    }

    private static void RequireScript()
    {
        if (File.Exists("/usr/bin/script"))
        {
            return;
        }

        const string reason = "The program script (util-linux) is not installed, so there is no terminal to run the command in.";
        if (string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase))
        {
            Assert.Fail(reason);
        }

        Assert.Skip(reason);
    }

    [GeneratedRegex("\u001b(\\[[0-9;?]*[A-Za-z]|[=>]|\\][^\u0007]*\u0007)")]
    private static partial Regex EscapeSequence();
}
