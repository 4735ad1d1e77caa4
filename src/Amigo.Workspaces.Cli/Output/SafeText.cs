using System.Globalization;

namespace Amigo.Workspaces.Cli.Output;

/// <summary>Text from elsewhere, made harmless for a terminal: nothing in it can move the cursor, colour, hide or reorder what is shown.</summary>
internal static class SafeText
{
    private const char Replacement = '\uFFFD';

    public static string Of(string? text) =>
        text is null ? ""
        : text.Any(IsUnsafe) ? string.Concat(text.Select(character => IsUnsafe(character) ? Replacement : character))
        : text;

    private static bool IsUnsafe(char character) =>
        CharUnicodeInfo.GetUnicodeCategory(character)
            is UnicodeCategory.Control
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
        || IsReordering(character);

    private static bool IsReordering(char character) =>
        character is '\u200E' or '\u200F' or '\u061C' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
