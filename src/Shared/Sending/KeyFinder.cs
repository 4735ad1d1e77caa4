using System.Globalization;

namespace WorkspaceClients.Sending;

/// <summary>
/// Finds a key in a text that holds it as it came, or with any of its characters escaped as in JSON or in an address: encoders differ in which
/// characters they escape, and how.
/// </summary>
/// <remarks>
/// A backslash or percent sign of the key may stand for itself or begin an escape, so a text can be read in many ways. All of them are followed at
/// once, with one bit for each place in the key: no key and no text can make that slow.
/// </remarks>
internal sealed class KeyFinder
{
    /// <summary>As many as the longest escape reaches ahead, and the one it begins in.</summary>
    private const int Rows = 7; // \u0041

    private const int BitsOfWord = 64;

    /// <summary>At which places of the key each character stands. A key is ASCII.</summary>
    private readonly ulong[]?[] _places = new ulong[]?[128];

    private readonly int _length;
    private readonly int _words;

    public KeyFinder(string key)
    {
        _length = key.Length;
        _words = (key.Length / BitsOfWord) + 1;
        for (var place = 0; place < key.Length; place++)
        {
            Set(_places[key[place]] ??= new ulong[_words], place);
        }
    }

    /// <summary>For each character of a text, whether the key begins there.</summary>
    public bool[] Beginnings(string text)
    {
        var beginnings = new bool[text.Length];
        // Each row says from which places on the rest of the key follows; after its last one, always.
        var rows = NewRows();
        Set(rows[text.Length % Rows], _length);
        for (var at = text.Length - 1; at >= 0; at--)
        {
            var row = rows[at % Rows];
            Array.Clear(row, 0, _words);
            Set(row, _length);
            StepBack(rows[(at + 1) % Rows], PlacesOf(text[at]), row);
            if (EscapeAt(text.AsSpan(at)) is { Length: > 0 } escape)
            {
                StepBack(rows[(at + escape.Length) % Rows], PlacesOf(escape.Character), row);
            }

            beginnings[at] = (row[0] & 1) != 0;
        }

        return beginnings;
    }

    /// <summary>Where the key ends that begins at a place in a text; the last such place when an escape may belong to it or not.</summary>
    public int EndOf(string text, int beginning)
    {
        // Each row says how much of the key has been read when the text has been read so far.
        var rows = NewRows();
        Set(rows[beginning % Rows], 0);
        var (end, reached) = (beginning, beginning);
        for (var at = beginning; at <= reached; at++)
        {
            var row = rows[at % Rows];
            if (IsSet(row, _length))
            {
                end = at;
            }

            if (at < text.Length && StepOn(row, PlacesOf(text[at]), rows[(at + 1) % Rows]))
            {
                reached = Math.Max(reached, at + 1);
            }

            if (
                at < text.Length
                && EscapeAt(text.AsSpan(at)) is { Length: > 0 } escape
                && StepOn(row, PlacesOf(escape.Character), rows[(at + escape.Length) % Rows])
            )
            {
                reached = Math.Max(reached, at + escape.Length);
            }

            Array.Clear(row, 0, _words);
        }

        return end;
    }

    /// <summary>The escape that a text begins with, and what it stands for; its length is 0 when there is none.</summary>
    private static (char Character, int Length) EscapeAt(ReadOnlySpan<char> text) =>
        text switch
        {
            ['\\', 'u', ..] => Hex(text, 2, 4),
            ['%', ..] => Hex(text, 1, 2),
            ['\\', var escaped, ..] when !char.IsAsciiLetterOrDigit(escaped) => (escaped, 2),
            _ => default,
        };

    private static (char Character, int Length) Hex(ReadOnlySpan<char> text, int start, int digits) =>
        text.Length >= start + digits
        && int.TryParse(text.Slice(start, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            ? ((char)code, start + digits)
            : default;

    private ulong[]? PlacesOf(char character) => character < _places.Length ? _places[character] : null;

    /// <summary>Adds the places of a character after which the key goes on.</summary>
    private static void StepBack(ulong[] next, ulong[]? places, ulong[] row)
    {
        for (var word = 0; word < places?.Length; word++)
        {
            var carried = word + 1 < next.Length ? next[word + 1] << (BitsOfWord - 1) : 0;
            row[word] |= ((next[word] >> 1) | carried) & places[word];
        }
    }

    /// <summary>Goes on over the places of a character.</summary>
    /// <returns>Whether there were any.</returns>
    private static bool StepOn(ulong[] row, ulong[]? places, ulong[] next)
    {
        ulong any = 0;
        ulong carried = 0;
        for (var word = 0; word < places?.Length; word++)
        {
            var read = row[word] & places[word];
            next[word] |= (read << 1) | carried;
            carried = read >> (BitsOfWord - 1);
            any |= read;
        }

        return any != 0;
    }

    private ulong[][] NewRows()
    {
        var rows = new ulong[Rows][];
        for (var row = 0; row < Rows; row++)
        {
            rows[row] = new ulong[_words];
        }

        return rows;
    }

    private static void Set(ulong[] row, int bit) => row[bit / BitsOfWord] |= 1UL << (bit % BitsOfWord);

    private static bool IsSet(ulong[] row, int bit) => (row[bit / BitsOfWord] & (1UL << (bit % BitsOfWord))) != 0;
}
