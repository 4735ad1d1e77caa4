using Amigo.Workspaces.Cli.Output;
using Amigo.Workspaces.Cli.Running;

namespace Amigo.Workspaces.Cli.Exporting;

/// <summary>
/// A file or stdout, which only ever gets whole lines. A file is touched when there is something to write, and not before.
/// A named pipe or a device is written to as it is.
/// </summary>
internal sealed class ExportDestination : IDisposable
{
    private static readonly string[] NamesOfStandardOutput = ["-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"];

    private readonly FileInfo? _file;
    private readonly bool _isAppending;
    private Stream? _stream;

    private ExportDestination(FileInfo? file, bool isAppending, bool isTerminal)
    {
        _file = file;
        _isAppending = isAppending;
        IsTerminal = isTerminal;
    }

    public bool IsFile => _file is not null;

    /// <summary>Whether a person looks at it, who must not be deceived by what is in it.</summary>
    public bool IsTerminal { get; }

    /// <summary>Whether what is written comes after something that is there.</summary>
    public bool Continues => _isAppending && (_file is null || HoldsSomething(_file));

    /// <exception cref="CliException">The file is there and may not be replaced.</exception>
    public static ExportDestination Of(Terminal terminal, FileInfo? file, bool isAppending, bool mayReplace)
    {
        if (file is null || NamesOfStandardOutput.Contains(file.ToString(), StringComparer.Ordinal))
        {
            return new ExportDestination(null, isAppending, !terminal.IsOutputRedirected);
        }

        if (HoldsSomething(file) && !isAppending && !mayReplace)
        {
            throw new CliException(
                ExitCode.Conflict,
                $"{file.Name} already exists.",
                "--force replaces it; --token TOKEN goes on with an export that was interrupted."
            );
        }

        return new ExportDestination(file, isAppending, IsTerminalDevice(file));
    }

    public async Task WriteAsync(byte[] lines, CancellationToken cancellationToken)
    {
        // On a thread of its own, because opening a named pipe waits for its reader.
        _stream ??= await Task.Run(Open, cancellationToken).WaitAsync(cancellationToken);
        _stream.Write(lines);
        _stream.Flush();
    }

    public void Dispose() => _stream?.Dispose();

    // A pipe and a device have no length.
    private static bool HoldsSomething(FileInfo file) => TargetOf(file) is { Exists: true, Length: > 0 };

    private static FileInfo TargetOf(FileInfo file) =>
        file.LinkTarget is null ? file : (FileInfo)file.ResolveLinkTarget(returnFinalTarget: true)!;

    private static bool IsTerminalDevice(FileInfo file)
    {
        var path = TargetOf(file).FullName;
        return path.StartsWith("/dev/tty", StringComparison.Ordinal) || path.StartsWith("/dev/pts/", StringComparison.Ordinal);
    }

    private Stream Open()
    {
        if (_file is null)
        {
            return StandardOutput.Open();
        }

        _file.Refresh();
        if (_file.Exists && !HoldsSomething(_file))
        {
            return new FileStream(_file.FullName, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        }

        var mode = _isAppending ? FileMode.OpenOrCreate : FileMode.Create;
        var stream = new FileStream(_file.FullName, mode, FileAccess.ReadWrite, FileShare.Read);
        CutAfterLastLine(stream);
        return stream;
    }

    // A process that was killed, or a full disk, can leave part of a line.
    private static void CutAfterLastLine(FileStream stream)
    {
        var length = stream.Length;
        for (; length > 0; length--)
        {
            stream.Position = length - 1;
            if (stream.ReadByte() == '\n')
            {
                break;
            }
        }

        stream.SetLength(length);
        stream.Position = length;
    }
}
