using System.Text;
using System.Text.Json;

namespace Amigo.Workspaces.Emulator.Validation;

/// <summary>The members of a JSON body. What it finds wrong goes to the issues; the value returned then only fills the place.</summary>
internal sealed class JsonBody
{
    private readonly List<ValidationIssue> _issues;
    private readonly string _root;
    private readonly Dictionary<string, JsonElement>? _members;

    private JsonBody(List<ValidationIssue> issues, JsonElement? root)
    {
        _issues = issues;
        _root = root?.GetRawText() ?? "";
        _members = root is { } element ? MembersOf(element) : null;
    }

    public static JsonBody Read(string text, bool isJson, List<ValidationIssue> issues)
    {
        if (text.Length == 0)
        {
            issues.Add(Issues.Missing(["body"], "null"));
            return new JsonBody(issues, null);
        }

        if (!isJson)
        {
            issues.Add(NotAnObject(JsonText.Quote(text)));
            return new JsonBody(issues, null);
        }

        try
        {
            using var document = JsonDocument.Parse(text);
            return OfRoot(document.RootElement.Clone(), issues);
        }
        catch (JsonException exception)
        {
            issues.Add(
                new ValidationIssue(
                    "json_invalid",
                    ["body", Position(text, exception)],
                    "JSON decode error",
                    "{}",
                    new IssueContext { { "error", "Expecting value" } }
                )
            );
            return new JsonBody(issues, null);
        }
    }

    public bool Has(string name) => _members?.ContainsKey(name) == true;

    public string RequiredText(string name, TextRule rule) => Require(name) is { } member ? Text(member, ["body", name], rule) : "";

    public string? OptionalText(string name, TextRule rule) => Optional(name) is { } member ? Text(member, ["body", name], rule) : null;

    public string RequiredLiteral(string name, IReadOnlyList<string> allowed) =>
        Require(name) is { } member ? Literal(member, ["body", name], allowed) : "";

    public string? OptionalLiteral(string name, IReadOnlyList<string> allowed) =>
        Optional(name) is { } member ? Literal(member, ["body", name], allowed) : null;

    public IReadOnlyList<string> RequiredTexts(string name, int maxItems)
    {
        if (Require(name) is not { } member)
        {
            return [];
        }

        if (member.ValueKind != JsonValueKind.Array)
        {
            _issues.Add(new ValidationIssue("list_type", ["body", name], "Input should be a valid list", member.GetRawText()));
            return [];
        }

        var count = member.GetArrayLength();
        if (count > maxItems)
        {
            _issues.Add(TooLong(name, member, maxItems, count));
            return [];
        }

        return member.EnumerateArray().Select((item, index) => Text(item, ["body", name, index], TextRule.Any)).ToList().AsReadOnly();
    }

    private static JsonBody OfRoot(JsonElement root, List<ValidationIssue> issues)
    {
        if (root.ValueKind == JsonValueKind.Object)
        {
            return new JsonBody(issues, root);
        }

        issues.Add(root.ValueKind == JsonValueKind.Null ? Issues.Missing(["body"], "null") : NotAnObject(root.GetRawText()));
        return new JsonBody(issues, null);
    }

    private static ValidationIssue NotAnObject(string input) =>
        new("model_attributes_type", ["body"], "Input should be a valid dictionary or object to extract fields from", input);

    private static ValidationIssue TooLong(string name, JsonElement list, int maxItems, int count) =>
        new(
            "too_long",
            ["body", name],
            FormattableString.Invariant($"List should have at most {maxItems} items after validation, not {count}"),
            list.GetRawText(),
            new IssueContext
            {
                { "field_type", "List" },
                { "max_length", maxItems },
                { "actual_length", count },
            }
        );

    // The service counts characters from the start; System.Text.Json counts bytes from the start of the line.
    private static int Position(string text, JsonException exception)
    {
        var lineStart = 0;
        for (var line = exception.LineNumber ?? 0; line > 0; line--)
        {
            lineStart = text.IndexOf('\n', lineStart) + 1;
        }

        var bytes = Encoding.UTF8.GetBytes(text[lineStart..]);
        return lineStart + Encoding.UTF8.GetCharCount(bytes, 0, (int)Math.Min(exception.BytePositionInLine ?? 0, bytes.Length));
    }

    private static Dictionary<string, JsonElement> MembersOf(JsonElement root)
    {
        var members = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var property in root.EnumerateObject())
        {
            if (NameOf(property) is { } name)
            {
                members[name] = property.Value;
            }
        }

        return members;
    }

    // Null for a name with half of a surrogate pair, which is no name that an operation asks for.
    private static string? NameOf(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    // Null for an escaped half of a surrogate pair: valid JSON, but no text.
    private static string? TextOf(JsonElement member)
    {
        try
        {
            return member.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private JsonElement? Require(string name)
    {
        if (_members is null)
        {
            return null;
        }

        if (_members.TryGetValue(name, out var member))
        {
            return member;
        }

        _issues.Add(Issues.Missing(["body", name], _root));
        return null;
    }

    private JsonElement? Optional(string name) =>
        _members is not null && _members.TryGetValue(name, out var member) && member.ValueKind != JsonValueKind.Null ? member : null;

    private string Text(JsonElement member, object[] location, TextRule rule)
    {
        if (member.ValueKind != JsonValueKind.String)
        {
            _issues.Add(new ValidationIssue("string_type", location, "Input should be a valid string", member.GetRawText()));
            return "";
        }

        if (TextOf(member) is not { } sent)
        {
            _issues.Add(
                new ValidationIssue(
                    "string_unicode",
                    location,
                    "Input should be a valid string, unable to parse raw data as a unicode string",
                    member.GetRawText()
                )
            );
            return "";
        }

        var text = rule.Normalize(sent);
        if (rule.Check(text, location, member.GetRawText()) is { } issue)
        {
            _issues.Add(issue);
        }

        return text;
    }

    private string Literal(JsonElement member, object[] location, IReadOnlyList<string> allowed)
    {
        var text = member.ValueKind == JsonValueKind.String ? TextOf(member) ?? "" : "";
        if (!allowed.Contains(text, StringComparer.Ordinal))
        {
            _issues.Add(Issues.UnknownLiteral(location, member.GetRawText(), allowed));
        }

        return text;
    }
}
