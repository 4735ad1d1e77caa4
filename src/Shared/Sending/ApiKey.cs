using System.Collections;
using System.Globalization;
using System.Text;

namespace WorkspaceClients.Sending;

/// <summary>An API key that prints as nothing, and that strikes itself from what is kept of an answer.</summary>
internal sealed class ApiKey
{
    /// <summary>What stands where a key stood.</summary>
    public const string Redacted = "[redacted]";

    /// <summary>A key shorter than this is struck only where it stands alone, or it would tear holes into ordinary words.</summary>
    private const int ShortKey = 8;

    private readonly string _value;

    public ApiKey(string value)
    {
        _value = value;
        Authorization = "Bearer " + value;
    }

    public string Authorization { get; }

    public bool Is(string value) => string.Equals(_value, value, StringComparison.Ordinal);

    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(text))]
    public string? Redact(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return text;
        }

        StringBuilder? kept = null;
        var from = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (LengthAt(text.AsSpan(at), _value) is var length && length > 0 && IsWorthStriking(text, at, at + length))
            {
                kept = (kept ?? new StringBuilder()).Append(text, from, at - from).Append(Redacted);
                from = at + length;
                at = from - 1;
            }
        }

        return kept is null ? text : kept.Append(text, from, text.Length - from).ToString();
    }

    /// <summary>The exception itself, or a stand-in without details when its text or its data holds the key.</summary>
    public Exception Redact(Exception exception) =>
        IsIn(exception.ToString()) || IsInData(exception)
            ? new HttpRequestException(exception.GetType().Name + ": " + Redact(exception.Message))
            : exception;

    public override string ToString() => Redacted;

    private bool IsIn(string? text) => !string.Equals(text, Redact(text), StringComparison.Ordinal);

    /// <summary>The data of an exception and of its causes, which its text does not show.</summary>
    private bool IsInData(Exception exception) =>
        exception.Data.Cast<DictionaryEntry>().Any(entry => IsIn(entry.Key.ToString()) || IsIn(entry.Value?.ToString()))
        || (exception is AggregateException { InnerExceptions: var causes } && causes.Any(IsInData))
        || (exception.InnerException is { } cause && IsInData(cause));

    private bool IsWorthStriking(string text, int start, int end) =>
        _value.Length >= ShortKey
        || ((start == 0 || !char.IsLetterOrDigit(text[start - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end])));

    /// <summary>
    /// How long the key at the beginning of a text is; 0 when it does not begin with one. A service may echo the key as it came, inside a JSON
    /// string or inside an address, and encoders differ in which characters they escape, and how.
    /// </summary>
    private static int LengthAt(ReadOnlySpan<char> text, ReadOnlySpan<char> key)
    {
        var length = 0;
        for (var i = 0; i < key.Length; i++)
        {
            var rest = text[length..];
            var escape = EscapeLength(rest, key[i]);
            if (rest.IsEmpty || (rest[0] != key[i] && escape == 0))
            {
                return 0;
            }

            // A backslash or percent sign of the key may stand for itself or begin an escape.
            var isItself = rest[0] == key[i] && (escape == 0 || (i + 1 < key.Length && LengthAt(rest[escape..], key[(i + 1)..]) == 0));
            length += isItself ? 1 : escape;
        }

        return length;
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
