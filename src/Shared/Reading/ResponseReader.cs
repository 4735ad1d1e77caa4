using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace WorkspaceClients.Reading;

/// <summary>Reads the body of a 2xx answer strictly, and says where it does not match the contract.</summary>
internal static class ResponseReader
{
    /// <summary>The value, or <see langword="null" /> and what is wrong with the body.</summary>
    public static T? Read<T>(ReadOnlySpan<byte> body, JsonTypeInfo<T> type, out string problem)
        where T : class
    {
        problem = "";
        body = Utf8Text.WithoutByteOrderMark(body);
        if (body.IsEmpty)
        {
            problem = "its body is empty";
            return null;
        }

        if (IsMarkup(body))
        {
            problem = Foreign("HTML or XML");
            return null;
        }

        var value = TryRead(body, type, ref problem);
        // Looked for only when something is wrong, so that it costs an ordinary answer nothing.
        if (value is null && LoneSurrogates.Replace(body) is { } repaired)
        {
            value = TryRead(repaired, type, ref problem);
        }

        if (value is null && !BeginsAsJson(body))
        {
            problem = Foreign("no JSON");
        }

        return value;
    }

    private static T? TryRead<T>(ReadOnlySpan<byte> body, JsonTypeInfo<T> type, ref string problem)
        where T : class
    {
        try
        {
            var value = JsonSerializer.Deserialize(body, type);
            var missing = value is null ? "$" : AnswerRules.FirstNull(value);
            problem = missing is null ? "" : NotTheContract(missing, "is null");
            return missing is null ? value : null;
        }
        catch (Exception exception)
        {
            // A body can be broken in more ways than the serializer has exceptions for; none of them may escape.
            problem = Describe(exception, body, type);
            return null;
        }
    }

    /// <summary>
    /// Whether a body that cannot be read stops before its JSON ends, or even before it begins, although no length was announced. A decompressor,
    /// for one, says nothing of a stream that was cut short.
    /// </summary>
    public static bool IsCutShort(ReadOnlySpan<byte> body, HttpResponseMessage response)
    {
        if (response.Content.Headers.ContentLength is not null)
        {
            return false;
        }

        if (body.IsEmpty)
        {
            return !MayBeEmpty(response);
        }

        try
        {
            var reader = PartReader(body);
            while (reader.Read()) { }

            return reader.CurrentDepth > 0 || reader.TokenType == JsonTokenType.None;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Whether an answer says by itself where a body ends that has nothing in it and no length, or that there is none.</summary>
    private static bool MayBeEmpty(HttpResponseMessage response) =>
        response.StatusCode is HttpStatusCode.NoContent or HttpStatusCode.ResetContent
        || response.Version.Major > 1
        || response.Headers.TransferEncodingChunked == true;

    /// <summary>Whether the body of an error is not JSON, as the service's always is.</summary>
    public static bool IsForeign(ReadOnlySpan<byte> body) => IsMarkup(Utf8Text.WithoutByteOrderMark(body));

    private static bool IsMarkup(ReadOnlySpan<byte> body)
    {
        while (!body.IsEmpty && body[0] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
        {
            body = body[1..];
        }

        return !body.IsEmpty && body[0] == '<';
    }

    /// <summary>Whether a body might be JSON by how it begins.</summary>
    private static bool BeginsAsJson(ReadOnlySpan<byte> body)
    {
        try
        {
            PartReader(body).Read();
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>A reader that stops where the text does, instead of failing.</summary>
    private static Utf8JsonReader PartReader(ReadOnlySpan<byte> body) =>
        new(
            Utf8Text.WithoutByteOrderMark(body),
            isFinalBlock: false,
            new JsonReaderState(new JsonReaderOptions { MaxDepth = int.MaxValue })
        );

    private static string Foreign(string kind) =>
        $"its body is {kind}: something other than the service seems to have answered, such as a proxy or a sign-in page";

    private static string Describe<T>(Exception exception, ReadOnlySpan<byte> body, JsonTypeInfo<T> type)
    {
        var path = (exception as JsonException)?.Path ?? "$";
        if (exception is ContractViolationException violation)
        {
            var separator = violation.Member is "" or ['[', ..] ? "" : ".";
            return NotTheContract(path + separator + violation.Member, violation.Problem);
        }

        return FirstMissing(body, type) is { } missing
            ? NotTheContract("$." + missing, "is missing")
            : NotTheContract(path, "cannot be read");
    }

    /// <summary>The serializer says which members are missing only in the words of its message.</summary>
    private static string? FirstMissing<T>(ReadOnlySpan<byte> body, JsonTypeInfo<T> type)
    {
        try
        {
            // Not a JsonDocument, which takes time that grows with the square of the depth.
            var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = type.Options.MaxDepth });
            return reader.Read() ? FirstMissing(ref reader, type) : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>Reads one value, and finds the first member that it lacks.</summary>
    private static string? FirstMissing(ref Utf8JsonReader reader, JsonTypeInfo type)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return null;
        }

        var missingIn = new string?[type.Properties.Count];
        var isThere = new bool[type.Properties.Count];
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var member = IndexOf(ref reader, type);
            reader.Read();
            if (member < 0)
            {
                reader.Skip();
                continue;
            }

            isThere[member] = true;
            missingIn[member] = FirstMissing(ref reader, type.Options.GetTypeInfo(type.Properties[member].PropertyType));
        }

        for (var i = 0; i < isThere.Length; i++)
        {
            var member = type.Properties[i];
            if (!isThere[i] && member.IsRequired)
            {
                return member.Name;
            }

            if (missingIn[i] is { } missing)
            {
                return $"{member.Name}.{missing}";
            }
        }

        return null;
    }

    private static int IndexOf(ref Utf8JsonReader reader, JsonTypeInfo type)
    {
        for (var i = 0; i < type.Properties.Count; i++)
        {
            if (reader.ValueTextEquals(type.Properties[i].Name))
            {
                return i;
            }
        }

        return -1;
    }

    private static string NotTheContract(string path, string problem) => $"its body does not match the contract: {path} {problem}";
}
