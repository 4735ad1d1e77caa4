using System.Globalization;
using System.Text;

namespace Amigo.Workspaces.Cli.Output;

/// <summary>Text from elsewhere, made harmless for a terminal: nothing in it can move the cursor, colour, hide or reorder what is shown.</summary>
internal static class SafeText
{
    /// <summary>For people: what is harmful becomes a mark.</summary>
    public static string Of(string? text) => Replace(text ?? "", IsUnsafe, _ => Rune.ReplacementChar.ToString());

    /// <summary>For a JSON document, which stays the same document: what is harmful becomes an escape.</summary>
    public static string OfJson(string json) =>
        Replace(json, IsUnsafeWithinLines, rune => string.Concat(rune.ToString().Select(unit => Hex('u', unit, 4))));

    /// <summary>For a YAML document, whose unusual texts stand in double quotes.</summary>
    public static string OfYaml(string yaml) =>
        Replace(yaml, IsUnsafeWithinLines, rune => rune.IsBmp ? Hex('u', rune.Value, 4) : Hex('U', rune.Value, 8));

    private static string Replace(string text, Predicate<Rune> isUnsafe, Func<Rune, string> replacement)
    {
        var safe = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            safe.Append(isUnsafe(rune) ? replacement(rune) : rune.ToString());
        }

        return safe.ToString();
    }

    private static string Hex(char letter, int value, int digits) =>
        $"\\{letter}{value.ToString("X", CultureInfo.InvariantCulture).PadLeft(digits, '0')}";

    private static bool IsUnsafeWithinLines(Rune rune) => rune.Value != '\n' && IsUnsafe(rune);

    private static bool IsUnsafe(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
        || IsInvisible(rune.Value);

    // Letters and marks by their category, and nothing to see by their nature: fillers, joiners, variation selectors.
    private static bool IsInvisible(int value) =>
        value
            is 0x034F
                or 0x115F
                or 0x1160
                or 0x17B4
                or 0x17B5
                or (>= 0x180B and <= 0x180F)
                or 0x2800
                or 0x3164
                or 0xFFA0
                or (>= 0xE0100 and <= 0xE01EF);
}
