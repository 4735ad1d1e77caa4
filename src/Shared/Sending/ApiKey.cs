using System.Diagnostics;
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

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private KeyFinder? _finder;

    private Secrets? _alone;

    public ApiKey(string value)
    {
        _value = value;
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
        var finder = _finder ??= new KeyFinder(_value);
        var beginnings = finder.Beginnings(text);
        for (var at = 0; at < text.Length; at++)
        {
            if (beginnings[at] && finder.EndOf(text, at) is var end && IsWorthStriking(text, at, end))
            {
                kept = (kept ?? new StringBuilder()).Append(text, from, at - from).Append(Redacted);
                from = end;
                at = end - 1;
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
    private bool MayHoldKey(string text) => text.AsSpan().IndexOfAny('\\', '%') >= 0 || text.Contains(_value, StringComparison.Ordinal);
}
