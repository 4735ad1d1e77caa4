using Amigo.Workspaces.Cli.Running;

namespace Amigo.Workspaces.Cli.Exporting;

/// <summary>A file or stdout, which only ever gets whole lines. A file is touched when there is something to write, and not before.</summary>
internal sealed class ExportDestination : IDisposable
{
    private readonly FileInfo? _file;
    private readonly bool _isAppending;
    private Stream? _stream;

    private ExportDestination(FileInfo? file, bool isAppending)
    {
        _file = file;
        _isAppending = isAppending;
    }

    public bool IsFile => _file is not null;

    /// <summary>Whether what is written comes after something that is there.</summary>
    public bool Continues => _isAppending && (_file is null || _file is { Exists: true, Length: > 0 });

    /// <exception cref="CliException">The file is there and may not be replaced.</exception>
    public static ExportDestination Of(FileInfo? file, bool isAppending, bool mayReplace)
    {
        if (file is { Exists: true } && !isAppending && !mayReplace)
        {
            throw new CliException(
                ExitCode.Conflict,
                $"{file.Name} is there already.",
                "--force replaces it; --token TOKEN goes on with an export that was interrupted."
            );
        }

        return new ExportDestination(file, isAppending);
    }

    public void Write(ReadOnlySpan<byte> lines)
    {
        _stream ??= Open();
        _stream.Write(lines);
        _stream.Flush();
    }

    public void Dispose() => _stream?.Dispose();

    private Stream Open()
    {
        if (_file is null)
        {
            return Console.OpenStandardOutput();
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
