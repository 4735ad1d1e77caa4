using System.Text;

namespace WorkspaceClients.Reading;

/// <summary>Small helpers for text that arrives as UTF-8, or claims to.</summary>
internal static class Utf8Text
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    public static ReadOnlyMemory<byte> WithoutByteOrderMark(ReadOnlyMemory<byte> text) =>
        text.Span.StartsWith(ByteOrderMark) ? text[ByteOrderMark.Length..] : text;

    public static ReadOnlySpan<byte> WithoutByteOrderMark(ReadOnlySpan<byte> text) =>
        text.StartsWith(ByteOrderMark) ? text[ByteOrderMark.Length..] : text;

    /// <summary>The longest beginning of a text that takes no more than so many bytes as UTF-8.</summary>
    public static string CutToBytes(string text, int maxBytes)
    {
        const int mostBytesOfOne = 3;
        if (text.Length <= maxBytes / mostBytesOfOne || Encoding.UTF8.GetByteCount(text) <= maxBytes)
        {
            return text;
        }

        var bytes = 0;
        var length = 0;
        while (length < text.Length)
        {
            var isPair = char.IsSurrogatePair(text, length);
            bytes += text[length] switch
            {
                < '\u0080' => 1,
                < '\u0800' => 2,
                _ => isPair ? 4 : 3,
            };
            if (bytes > maxBytes)
            {
                break;
            }

            length += isPair ? 2 : 1;
        }

        return text[..length];
    }

    /// <summary>A text as part of one short line: cut, and without line breaks, other control characters, or what reorders text.</summary>
    public static string OneLine(string text, int maxLength)
    {
        // No cut between the two halves of a character.
        var length = text.Length > maxLength && char.IsHighSurrogate(text[maxLength - 1]) ? maxLength - 1 : maxLength;
        var cut = text.Length <= maxLength ? text : text[..length] + "\u2026";
        if (IsOneLine(cut))
        {
            return cut;
        }

        return string.Create(
            cut.Length,
            cut,
            static (line, source) =>
            {
                for (var i = 0; i < line.Length; i++)
                {
                    line[i] = BreaksLine(source[i]) ? ' ' : source[i];
                }
            }
        );
    }

    /// <summary>Whether a text may have several lines, but nothing else that one line must not have.</summary>
    public static bool IsHarmless(string text)
    {
        foreach (var character in text)
        {
            if (BreaksLine(character) && character is not ('\r' or '\n' or '\t'))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsOneLine(string text)
    {
        if (text.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0)
        {
            return true;
        }

        foreach (var character in text)
        {
            if (BreaksLine(character))
            {
                return false;
            }
        }

        return true;
    }

    private static bool BreaksLine(char character) =>
        char.IsControl(character)
        || character
            is '\u061C'
                or '\u200E'
                or '\u200F'
                or '\u2028'
                or '\u2029'
                or (>= '\u202A' and <= '\u202E')
                or (>= '\u2066' and <= '\u2069');
}
