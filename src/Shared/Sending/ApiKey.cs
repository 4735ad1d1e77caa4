using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace WorkspaceClients.Sending;

/// <summary>An API key. It never prints, and replaces itself in what is kept of an answer.</summary>
internal sealed class ApiKey : IEquatable<ApiKey>
{
    /// <summary>What stands where a key stood.</summary>
    public const string Redacted = "[redacted]";

    /// <summary>A key shorter than this is struck only where it stands alone, or it would tear holes into ordinary words.</summary>
    private const int ShortKey = 8;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string _value;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string _authorization;

    private readonly bool _hasEscapes;

    private Secrets? _alone;

    public ApiKey(string value)
    {
        _value = value;
        _hasEscapes = HasEscapes(value);
        _authorization = "Bearer " + value;
    }

    /// <summary>The secrets of a call that has sent this key only. Made once: it is what nearly every call has.</summary>
    public Secrets Alone => _alone ??= Secrets.Of(this);

    public void PutInto(HttpRequestMessage request) => request.Headers.TryAddWithoutValidation("Authorization", _authorization);

    public bool Is(string value) => string.Equals(_value, value, StringComparison.Ordinal);

    public string Redact(string text)
    {
        if (!MayHoldKey(text))
        {
            return text;
        }

        StringBuilder? kept = null;
        var from = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (LengthAt(text.AsSpan(at)) is var length && length > 0 && IsWorthStriking(text, at, at + length))
            {
                kept = (kept ?? new StringBuilder()).Append(text, from, at - from).Append(Redacted);
                from = at + length;
                at = from - 1;
            }
        }

        return kept is null ? text : kept.Append(text, from, text.Length - from).ToString();
    }

    public bool Equals(ApiKey? other) => other is not null && Is(other._value);

    public override bool Equals(object? obj) => Equals(obj as ApiKey);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(_value);

    public override string ToString() => Redacted;

    private bool IsWorthStriking(string text, int start, int end) =>
        _value.Length >= ShortKey
        || ((start == 0 || !char.IsLetterOrDigit(text[start - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end])));

    /// <summary>Whether the key stands there as it is, or something is escaped that might be a part of it.</summary>
    private bool MayHoldKey(string text) => HasEscapes(text) || text.Contains(_value, StringComparison.Ordinal);

    private static bool HasEscapes(string text) => text.AsSpan().IndexOfAny('\\', '%') >= 0;

    /// <summary>
    /// How long the key at the beginning of a text is; 0 when it does not begin with one. A service may echo the key as it came, inside a JSON
    /// string or inside an address, and encoders differ in which characters they escape, and how.
    /// </summary>
    private int LengthAt(ReadOnlySpan<char> text)
    {
        if (!_hasEscapes)
        {
            var length = 0;
            foreach (var character in _value)
            {
                var step = StepLength(text[length..], character);
                if (step == 0)
                {
                    return 0;
                }

                length += step;
            }

            return length;
        }

        var ends = EndsAt(text);
        return ends.Count == 0 ? 0 : ends.Max();
    }

    /// <summary>How much of a text one character of the key takes, as it is or escaped; 0 when the text begins with neither.</summary>
    private static int StepLength(ReadOnlySpan<char> text, char character) =>
        !text.IsEmpty && text[0] == character ? 1 : EscapeLength(text, character);

    /// <summary>
    /// A backslash or percent sign of the key may stand for itself or begin an escape, so a key can end at several places. Each is followed
    /// once, however many ways lead to it: otherwise a key of backslashes would take exponentially long.
    /// </summary>
    private HashSet<int> EndsAt(ReadOnlySpan<char> text)
    {
        HashSet<int> ends = [0];
        foreach (var character in _value)
        {
            HashSet<int> next = [];
            foreach (var end in ends)
            {
                var rest = text[end..];
                if (!rest.IsEmpty && rest[0] == character)
                {
                    next.Add(end + 1);
                }

                if (EscapeLength(rest, character) is var escape and > 0)
                {
                    next.Add(end + escape);
                }
            }

            ends = next;
        }

        return ends;
    }

    /// <summary>How long the escape for a character is that a text begins with; 0 when it begins with none.</summary>
    private static int EscapeLength(ReadOnlySpan<char> text, char character) =>
        text switch
        {
            ['\\', 'u', ..] when IsHex(text[2..], 4, character) => 6,
            ['%', ..] when IsHex(text[1..], 2, character) => 3,
            ['\\', var escaped, ..] when escaped == character && !char.IsAsciiLetterOrDigit(character) => 2,
            _ => 0,
        };

    private static bool IsHex(ReadOnlySpan<char> text, int digits, char character) =>
        text.Length >= digits
        && int.TryParse(text[..digits], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
        && code == character;
}
