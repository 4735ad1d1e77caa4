using System.Text;
using System.Text.Json;

namespace WorkspaceClients.Failures;

/// <summary>Reads the body of an error answer, best effort: whatever it cannot read is as if it were not there.</summary>
internal static class ErrorReader
{
    private static readonly string[] WordsMembers = ["detail", "message", "msg", "error", "reason"];

    public static ServiceError Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(Utf8Text.WithoutByteOrderMark(body));
            return document.RootElement.ValueKind == JsonValueKind.Object ? Read(document.RootElement) : ServiceError.None;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // HTML from a proxy, a body cut off, or text that is not Unicode: the status alone has to do.
            return ServiceError.None;
        }
    }

    private static ServiceError Read(JsonElement root)
    {
        var error = new ServiceError(null, true, Text(root, "error_code"), Text(root, "request_id"), []);
        var hasDetail = root.TryGetProperty("detail", out var detail);

        if (hasDetail && detail.ValueKind == JsonValueKind.Array && detail.GetArrayLength() > 0)
        {
            var issues = new List<ValidationIssue>();
            foreach (var issue in detail.EnumerateArray())
            {
                issues.Add(Issue(issue));
            }

            return error with
            {
                Detail = string.Join("; ", issues.ConvertAll(Words)),
                Issues = issues,
            };
        }

        if (hasDetail && detail.ValueKind == JsonValueKind.Object)
        {
            return ReadObject(error, root, detail);
        }

        if (!hasDetail && root.TryGetProperty("error", out var inner) && inner.ValueKind == JsonValueKind.Object)
        {
            var read = ReadObject(error, root, inner);
            return read with { Code = read.Code ?? Text(inner, "code") };
        }

        return error with
        {
            Detail = Text(root, "detail") ?? Text(root, "message") ?? Text(root, "error"),
        };
    }

    private static ServiceError ReadObject(ServiceError error, JsonElement root, JsonElement inner)
    {
        var words = WordsMembers.Select(name => Text(inner, name)).FirstOrDefault(text => text is not null) ?? Text(root, "message");
        return error with
        {
            Detail = words ?? inner.GetRawText(),
            HasWords = words is not null,
            Code = error.Code ?? Text(inner, "error_code"),
            RequestId = error.RequestId ?? Text(inner, "request_id"),
        };
    }

    private static ValidationIssue Issue(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return new ValidationIssue(Message: element.ValueKind == JsonValueKind.String ? element.GetString()! : "");
        }

        return new ValidationIssue(
            element.TryGetProperty("loc", out var location) ? Path(location) : "",
            Text(element, "msg") ?? "",
            Text(element, "type") ?? ""
        );
    }

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

    private static string? Text(JsonElement element, string name)
    {
        if (!element.TryGetProperty(name, out var value))
        {
            return null;
        }

        var text = value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        };
        return string.IsNullOrWhiteSpace(text) ? null : text;
    }
}
