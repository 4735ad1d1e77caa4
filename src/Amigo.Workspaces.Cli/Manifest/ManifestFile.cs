using System.Globalization;
using System.Text;
using Amigo.Workspaces.Cli.Running;
using Amigo.Workspaces.Cli.Storage;

namespace Amigo.Workspaces.Cli.Manifest;

/// <summary>The bytes of a manifest, from a file or from stdin, and the text that they are.</summary>
internal static class ManifestFile
{
    private const string StandardInput = "-";
    private const int Largest = 16 * 1024 * 1024;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>What to call it in a message.</summary>
    public static string NameOf(string path) => IsStandardInput(path) ? "stdin" : Path.GetFileName(path);

    /// <exception cref="CliException">It is not there, cannot be read, or is too large.</exception>
    public static async Task<byte[]> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            // On a thread of its own, because opening a named pipe or reading from a terminal waits for somebody else.
            return await Task.Run(() => Read(path), cancellationToken).WaitAsync(cancellationToken);
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new CliException(ExitCode.Usage, $"There is no file {Path.GetFullPath(path)}.", innerException: failure);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new CliException(ExitCode.Usage, $"{NameOf(path)} cannot be read: {failure.Message}", innerException: failure);
        }
    }

    /// <exception cref="CliException">The bytes are not UTF-8.</exception>
    public static string Decode(string name, ReadOnlySpan<byte> content)
    {
        if (content.StartsWith(Encoding.UTF8.Preamble))
        {
            content = content[Encoding.UTF8.Preamble.Length..];
        }

        try
        {
            return Utf8.GetString(content);
        }
        catch (DecoderFallbackException exception)
        {
            throw NotUtf8(name, content, exception);
        }
    }

    private static bool IsStandardInput(string path) => string.Equals(path, StandardInput, StringComparison.Ordinal);

    private static byte[] Read(string path)
    {
        using var stream = IsStandardInput(path)
            ? Console.OpenStandardInput()
            : new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        return BoundedRead.ToEnd(stream, Largest)
            ?? throw new CliException(ExitCode.Usage, $"{NameOf(path)} is over 16 MB, too large for a manifest.");
    }

    private static CliException NotUtf8(string name, ReadOnlySpan<byte> content, Exception cause)
    {
        var bad = 0;
        while (Rune.DecodeFromUtf8(content[bad..], out _, out var length) == System.Buffers.OperationStatus.Done)
        {
            bad += length;
        }

        var before = content[..bad];
        var lineBegin = before.LastIndexOf((byte)'\n') + 1;
        var line = before.Count((byte)'\n') + 1;
        var column = Utf8.GetString(before[lineBegin..]).EnumerateRunes().Count() + 1;
        return new CliException(
            ExitCode.Usage,
            string.Create(CultureInfo.InvariantCulture, $"{name}:{line}:{column}: the byte 0x{content[bad]:X2} here is not UTF-8."),
            $"Save it as UTF-8, or convert it: iconv -f {LikelyEncoding(content)} -t UTF-8. Nothing was sent.",
            cause
        );
    }

    /// <summary>Windows PowerShell writes what is redirected to a file as UTF-16.</summary>
    private static string LikelyEncoding(ReadOnlySpan<byte> content) =>
        content is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] ? "UTF-16" : "WINDOWS-1252";
}
