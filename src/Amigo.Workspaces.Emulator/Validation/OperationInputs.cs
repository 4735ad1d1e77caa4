using System.Globalization;
using System.Numerics;
using Microsoft.AspNetCore.Http;

namespace Amigo.Workspaces.Emulator.Validation;

/// <summary>
/// What a request gives its operation. An operation reads its path, query and body through here, in this order, and acts only when
/// <see cref="Problems"/> is still empty.
/// </summary>
internal sealed class OperationInputs(HttpRequest request, string workspaceId, string body)
{
    public List<ValidationIssue> Problems { get; } = [];

    public Guid WorkspaceId()
    {
        if (!WorkspaceIdText.TryParse(workspaceId, out var id))
        {
            Problems.Add(WorkspaceIdText.Issue(workspaceId));
        }

        return id;
    }

    public int QueryLimit(int defaultLimit, int maxLimit)
    {
        var limit = QueryInteger("limit", defaultLimit);
        var input = () => JsonText.Quote(LastQueryValue("limit") ?? "");
        if (limit <= 0)
        {
            Problems.Add(
                new ValidationIssue(
                    "greater_than",
                    ["query", "limit"],
                    "Input should be greater than 0",
                    input(),
                    new IssueContext { { "gt", 0 } }
                )
            );
        }
        else if (limit > maxLimit)
        {
            Problems.Add(
                new ValidationIssue(
                    "less_than_equal",
                    ["query", "limit"],
                    FormattableString.Invariant($"Input should be less than or equal to {maxLimit}"),
                    input(),
                    new IssueContext { { "le", maxLimit } }
                )
            );
        }

        return (int)Math.Clamp(limit, 0, maxLimit);
    }

    public long QueryInteger(string name, long defaultValue)
    {
        if (LastQueryValue(name) is not { } text)
        {
            return defaultValue;
        }

        // Python's integers have no bound, so one past 64 bits is valid, and only very far down the list.
        if (BigInteger.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value))
        {
            return (long)BigInteger.Clamp(value, long.MinValue, long.MaxValue);
        }

        Problems.Add(
            new ValidationIssue(
                "int_parsing",
                ["query", name],
                "Input should be a valid integer, unable to parse string as an integer",
                JsonText.Quote(text)
            )
        );
        return defaultValue;
    }

    public string QueryLiteral(string name, string defaultValue, IReadOnlyList<string> allowed)
    {
        var text = LastQueryValue(name) ?? defaultValue;
        if (!allowed.Contains(text, StringComparer.Ordinal))
        {
            Problems.Add(Issues.UnknownLiteral(["query", name], JsonText.Quote(text), allowed));
        }

        return text;
    }

    public JsonBody Body() => JsonBody.Read(body, HasJsonContentType(), Problems);

    private string? LastQueryValue(string name) => request.Query.TryGetValue(name, out var values) && values.Count > 0 ? values[^1] : null;

    // A body without a content type counts as JSON.
    private bool HasJsonContentType()
    {
        if (string.IsNullOrEmpty(request.ContentType))
        {
            return true;
        }

        var mediaType = request.ContentType.Split(';')[0].Trim();
        return mediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            || (
                mediaType.StartsWith("application/", StringComparison.OrdinalIgnoreCase)
                && mediaType.EndsWith("+json", StringComparison.OrdinalIgnoreCase)
            );
    }
}
