using System.Collections;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Amigo.Workspaces.Client.Transport;

/// <summary>An API key that prints as nothing, and that strikes itself from what is kept of an answer.</summary>
internal sealed class ApiKey
{
    /// <summary>What stands where a key stood.</summary>
    public const string Redacted = "[redacted]";

    /// <summary>A key shorter than this is struck only where it stands alone, or it would tear holes into ordinary words.</summary>
    private const int ShortKey = 8;

    private readonly string _value;
    private readonly string[] _forms;

    public ApiKey(string value)
    {
        _value = value;
        Authorization = "Bearer " + value;
        // A service may echo the key as it came, inside a JSON string, or inside an address.
        _forms =
        [
            .. new[]
            {
                value,
                JsonEncodedText.Encode(value).ToString(),
                JsonEncodedText.Encode(value, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString(),
                Uri.EscapeDataString(value),
            }.Distinct(StringComparer.Ordinal),
        ];
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

        foreach (var form in _forms)
        {
            text = form.Length < ShortKey ? ReplaceWord(text, form) : text.Replace(form, Redacted, StringComparison.Ordinal);
        }

        return text;
    }

    /// <summary>The exception itself, or a stand-in without details when its text holds the key.</summary>
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

    private static string ReplaceWord(string text, string word)
    {
        var from = 0;
        int at;
        while ((at = text.IndexOf(word, from, StringComparison.Ordinal)) >= 0)
        {
            var end = at + word.Length;
            var standsAlone = (at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end]));
            text = standsAlone ? string.Concat(text.AsSpan(0, at), Redacted, text.AsSpan(end)) : text;
            from = standsAlone ? at + Redacted.Length : end;
        }

        return text;
    }
}
