namespace Amigo.Workspaces.Emulator.Validation;

/// <summary>Makes the issues that more than one place finds.</summary>
internal static class Issues
{
    public static ValidationIssue Missing(object[] location, string input) => new("missing", location, "Field required", input);

    public static ValidationIssue UnknownLiteral(object[] location, string input, IReadOnlyList<string> allowed)
    {
        var quoted = allowed.Select(value => $"'{value}'").ToList();
        var expected = $"{string.Join(", ", quoted.SkipLast(1))} or {quoted[^1]}";
        return new("literal_error", location, $"Input should be {expected}", input, new IssueContext { { "expected", expected } });
    }
}
