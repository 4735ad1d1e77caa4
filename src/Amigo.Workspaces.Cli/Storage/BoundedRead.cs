using System.Text;

namespace Amigo.Workspaces.Cli.Storage;

/// <summary>Reads what somebody names, which may be a device without end or the wrong file, into no more memory than it is worth.</summary>
internal static class BoundedRead
{
    /// <returns>All of it; <see langword="null" /> when there is more than the limit.</returns>
    public static byte[]? ToEnd(Stream stream, int limit)
    {
        using var content = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (stream.Read(buffer) is var count and > 0)
        {
            content.Write(buffer, 0, count);
            if (content.Length > limit)
            {
                return null;
            }
        }

        return content.ToArray();
    }

    /// <returns>A line without its end, or what is left; <see langword="null" /> when it is longer than the limit.</returns>
    public static string? Line(TextReader reader, int limit)
    {
        var line = new StringBuilder();
        while (reader.Read() is var character and not (-1 or '\n'))
        {
            if (line.Length == limit)
            {
                return null;
            }

            line.Append((char)character);
        }

        return line.ToString();
    }
}
