using System.Text;
using System.Text.Json;

namespace WorkspaceClients.Failures;

/// <summary>Reads the body of an error answer, best effort: what cannot be read is ignored, and a truncated body is read up to the cut.</summary>
internal static class ErrorReader
{
    /// <summary>What nests deeper is no description of an error.</summary>
    private const int MaxElementDepth = 64;

    private static readonly string[] WordsMembers = ["detail", "message", "msg", "error", "reason"];

    public static ServiceError Read(ReadOnlyMemory<byte> body)
    {
        var text = Utf8Text.WithoutByteOrderMark(body.Span);
        return TryRead(text) ?? TryRead(Unicode(text)) ?? ServiceError.None;
    }

    /// <summary>The error; <see langword="null" /> when its text is not Unicode.</summary>
    private static ServiceError? TryRead(ReadOnlySpan<byte> body)
    {
        var members = default(Members);
        try
        {
            // Never the final block: at a cut the reader then stops instead of failing. What nobody reads may nest as deep as it likes.
            var reader = new Utf8JsonReader(
                body,
                isFinalBlock: false,
                new JsonReaderState(new JsonReaderOptions { MaxDepth = int.MaxValue })
            );
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return ServiceError.None;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                members.Read(ref reader);
            }
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            // HTML from a proxy, or a body cut off: the part read before it is used.
        }
        catch (InvalidOperationException)
        {
            return null;
        }

        try
        {
            return members.ToError();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The body with U+FFFD wherever its text is not Unicode.</summary>
    private static byte[] Unicode(ReadOnlySpan<byte> body) =>
        Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(LoneSurrogates.Replace(body) ?? body));

    private static string Words(ValidationIssue issue) => issue.Path.Length == 0 ? issue.Message : $"{issue.Path}: {issue.Message}";

    private static string Path(JsonElement location)
    {
        if (location.ValueKind != JsonValueKind.Array)
        {
            return "";
        }

        var path = new StringBuilder();
        foreach (var step in location.EnumerateArray())
        {
            if (step.ValueKind == JsonValueKind.Number)
            {
                path.Append('[').Append(step.GetRawText()).Append(']');
            }
            else if (step.ValueKind == JsonValueKind.String)
            {
                path.Append(path.Length == 0 ? "" : ".").Append(step.GetString());
            }
        }

        return path.ToString();
    }

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? Text(value) : null;

    private static string? Text(JsonElement value)
    {
        var text = value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        };
        return string.IsNullOrWhiteSpace(text) ? null : text;
    }

    /// <summary>The members of an error that mean something to us.</summary>
    private struct Members
    {
        private List<ValidationIssue>? _issues;
        private bool _hasDetail;
        private string? _detail;
        private JsonElement? _object;
        private string? _message;
        private string? _error;
        private JsonElement? _errorObject;
        private string? _code;
        private string? _requestId;

        public void Read(ref Utf8JsonReader reader)
        {
            if (reader.ValueTextEquals("detail"u8))
            {
                _hasDetail = true;
                ReadDetail(ref reader);
            }
            else if (reader.ValueTextEquals("message"u8))
            {
                _message = NextText(ref reader);
            }
            else if (reader.ValueTextEquals("error"u8))
            {
                (_error, _errorObject) = NextTextOrObject(ref reader);
            }
            else if (reader.ValueTextEquals("error_code"u8))
            {
                _code = NextText(ref reader);
            }
            else if (reader.ValueTextEquals("request_id"u8))
            {
                _requestId = NextText(ref reader);
            }
            else
            {
                Advance(ref reader);
                Skipped(ref reader);
            }
        }

        public readonly ServiceError ToError()
        {
            if (_issues is not null)
            {
                return Of(string.Join("; ", _issues.ConvertAll(Words)));
            }

            if (_object is { } detail)
            {
                return OfObject(detail);
            }

            if (!_hasDetail && _errorObject is { } inner)
            {
                var read = OfObject(inner);
                return read with { Code = read.Code ?? Text(inner, "code") };
            }

            var words = _detail ?? _message ?? _error;
            return words is null && _code is null && _requestId is null ? ServiceError.None : Of(words);
        }

        private readonly ServiceError Of(string? words) => new(words, HasWords: true, _code, _requestId, _issues ?? []);

        private readonly ServiceError OfObject(JsonElement inner)
        {
            var words = WordsMembers.Select(name => Text(inner, name)).FirstOrDefault(text => text is not null) ?? _message;
            return Of(words ?? inner.GetRawText()) with
            {
                HasWords = words is not null,
                Code = _code ?? Text(inner, "error_code"),
                RequestId = _requestId ?? Text(inner, "request_id"),
            };
        }

        private void ReadDetail(ref Utf8JsonReader reader)
        {
            Advance(ref reader);
            if (reader.TokenType != JsonTokenType.StartArray)
            {
                (_detail, _object) = TextOrObject(ref reader);
                return;
            }

            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                var issue = Issue(ref reader);
                _issues ??= [];
                if (_issues.Count < ServiceError.MaxIssues)
                {
                    _issues.Add(issue);
                }
            }
        }

        /// <summary>Reads the members of an issue that we report, and skips the rest: its input may be anything.</summary>
        private static ValidationIssue Issue(ref Utf8JsonReader reader)
        {
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                return new ValidationIssue(Message: reader.TokenType == JsonTokenType.String ? reader.GetString()! : Skipped(ref reader));
            }

            var issue = new ValidationIssue();
            while (NextMember(ref reader))
            {
                if (reader.ValueTextEquals("loc"u8))
                {
                    Advance(ref reader);
                    issue = issue with { Path = Path(Element(ref reader)) };
                }
                else if (reader.ValueTextEquals("msg"u8))
                {
                    issue = issue with { Message = NextText(ref reader) ?? "" };
                }
                else if (reader.ValueTextEquals("type"u8))
                {
                    issue = issue with { Type = NextText(ref reader) ?? "" };
                }
                else
                {
                    Advance(ref reader);
                    Skipped(ref reader);
                }
            }

            return issue;
        }

        private static bool NextMember(ref Utf8JsonReader reader)
        {
            Advance(ref reader);
            return reader.TokenType == JsonTokenType.PropertyName;
        }

        private static string Skipped(ref Utf8JsonReader reader) => reader.TrySkip() ? "" : throw new JsonException();

        private static string? NextText(ref Utf8JsonReader reader) => NextTextOrObject(ref reader).Text;

        private static (string? Text, JsonElement? Object) NextTextOrObject(ref Utf8JsonReader reader)
        {
            Advance(ref reader);
            return TextOrObject(ref reader);
        }

        private static (string? Text, JsonElement? Object) TextOrObject(ref Utf8JsonReader reader)
        {
            if (reader.TokenType == JsonTokenType.String)
            {
                var text = reader.GetString();
                return (string.IsNullOrWhiteSpace(text) ? null : text, null);
            }

            var element = Element(ref reader);
            return (Text(element), element.ValueKind == JsonValueKind.Object ? element : null);
        }

        private static void Advance(ref Utf8JsonReader reader)
        {
            if (!reader.Read())
            {
                throw new JsonException();
            }
        }

        private static JsonElement Element(ref Utf8JsonReader reader)
        {
            ElementReader.TryRead(ref reader, MaxElementDepth, out var element);
            return element;
        }
    }
}
