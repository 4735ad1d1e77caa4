namespace WorkspaceClients.Reading;

/// <summary>
/// Half of a character, which JSON can write and .NET cannot read. Services whose texts may be cut anywhere send them; Python's own writer does.
/// </summary>
internal static class LoneSurrogates
{
    private const int EscapeLength = 6; // \ud800
    private const int EncodedLength = 3;

    private static ReadOnlySpan<byte> ReplacementEscape => "\\ufffd"u8;

    private static ReadOnlySpan<byte> EncodedReplacement => [0xEF, 0xBF, 0xBD];

    /// <summary>The same JSON with U+FFFD in place of every one; <see langword="null" /> when there is none.</summary>
    public static byte[]? Replace(ReadOnlySpan<byte> json)
    {
        byte[]? replaced = null;
        for (var at = Next(json, 0); at < json.Length; at = Next(json, at))
        {
            var rest = json[at..];
            if (rest[0] != '\\')
            {
                EncodedReplacement.CopyTo((replaced ??= json.ToArray()).AsSpan(at));
                at += EncodedLength;
            }
            else if (!IsEscape(rest, 0xD800, 0xDFFF))
            {
                at += 2;
            }
            else if (IsEscape(rest, 0xD800, 0xDBFF) && IsEscape(rest[EscapeLength..], 0xDC00, 0xDFFF))
            {
                at += 2 * EscapeLength;
            }
            else
            {
                ReplacementEscape.CopyTo((replaced ??= json.ToArray()).AsSpan(at));
                at += EscapeLength;
            }
        }

        return replaced;
    }

    /// <summary>Where the next escape begins, or the next surrogate that is encoded like a character; the length when there is none.</summary>
    private static int Next(ReadOnlySpan<byte> json, int from)
    {
        while (from < json.Length)
        {
            var found = json[from..].IndexOfAny((byte)'\\', (byte)0xED);
            if (found < 0)
            {
                break;
            }

            from += found;
            if (json[from] == '\\' || (json.Length - from >= EncodedLength && json[from + 1] >= 0xA0))
            {
                return from;
            }

            from++;
        }

        return json.Length;
    }

    private static bool IsEscape(ReadOnlySpan<byte> text, int lowest, int highest)
    {
        if (text.Length < EscapeLength || text[0] != '\\' || text[1] != 'u')
        {
            return false;
        }

        var code = 0;
        foreach (var digit in text[2..EscapeLength])
        {
            var value = digit switch
            {
                >= (byte)'0' and <= (byte)'9' => digit - '0',
                >= (byte)'a' and <= (byte)'f' => digit - 'a' + 10,
                >= (byte)'A' and <= (byte)'F' => digit - 'A' + 10,
                _ => -1,
            };
            if (value < 0)
            {
                return false;
            }

            code = (code << 4) | value;
        }

        return code >= lowest && code <= highest;
    }
}
