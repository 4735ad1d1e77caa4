using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace WorkspaceClients.Sending;

/// <summary>What must never show of a call: every key that it has sent so far, and the password of a proxy.</summary>
internal sealed class Secrets
{
    private const int MaxMessage = 4 * 1024;

    private readonly ApiKey[] _keys;

    private Secrets(ApiKey[] keys) => _keys = keys;

    public static Secrets None { get; } = new([]);

    /// <summary>The same and one more key.</summary>
    public Secrets With(ApiKey key) =>
        _keys.Length == 0 ? key.Alone
        : _keys.Contains(key) ? this
        : new Secrets([.. _keys, key]);

    /// <summary>One key and nothing else.</summary>
    public static Secrets Of(ApiKey key) => new([key]);

    [return: NotNullIfNotNull(nameof(text))]
    public string? Redact(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return text;
        }

        foreach (var key in _keys)
        {
            text = key.Redact(text);
        }

        return UserInfo.Redact(text);
    }

    /// <summary>Struck first and cut then, so that the cut leaves no part of a secret.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public string? Line(string? text, int maxLength) => text is null ? null : Utf8Text.OneLine(Redact(text), maxLength);

    /// <summary>
    /// The exception itself, or a stand-in without details when its text or its data holds a secret, or its text what must not reach a log: the
    /// framework quotes a line that is not HTTP as it came, whatever is in it and however long it is.
    /// </summary>
    public Exception Redact(Exception exception)
    {
        try
        {
            return IsIn(exception.ToString()) || IsInData(exception) || !IsFitForLogs(exception)
                ? new HttpRequestException(exception.GetType().Name + ": " + Line(exception.Message, MaxMessage))
                : exception;
        }
        catch (Exception)
        {
            // One of the host's own that cannot even be printed.
            return new HttpRequestException(exception.GetType().Name);
        }
    }

    private bool IsIn(string? text) => !string.Equals(text, Redact(text), StringComparison.Ordinal);

    /// <summary>The data of an exception and of its causes, which its text does not show.</summary>
    private bool IsInData(Exception exception) =>
        exception.Data.Cast<DictionaryEntry>().Any(entry => IsIn(entry.Key.ToString()) || IsIn(entry.Value?.ToString()))
        || (exception is AggregateException { InnerExceptions: var causes } && causes.Any(IsInData))
        || (exception.InnerException is { } cause && IsInData(cause));

    private static bool IsFitForLogs(Exception exception) =>
        exception.Message.Length <= MaxMessage
        && Utf8Text.IsHarmless(exception.Message)
        && (exception.InnerException is not { } cause || IsFitForLogs(cause));
}
