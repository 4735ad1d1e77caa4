using System.Buffers;
using System.Globalization;

namespace Amigo.Workspaces.Emulator.Validation;

/// <summary>Reads a uuid in the spellings that pydantic takes, and words what is wrong with others as it does.</summary>
internal static class WorkspaceIdText
{
    private const string UrnPrefix = "urn:uuid:";

    private static readonly SearchValues<char> UuidCharacters = SearchValues.Create("0123456789abcdefABCDEF-");
    private static readonly int[] GroupLengths = [8, 4, 4, 4, 12];

    public static bool TryParse(string text, out Guid id)
    {
        var bare = text.StartsWith(UrnPrefix, StringComparison.Ordinal) ? text[UrnPrefix.Length..] : text;
        return Guid.TryParseExact(bare, "D", out id) || Guid.TryParseExact(bare, "N", out id) || Guid.TryParseExact(bare, "B", out id);
    }

    public static ValidationIssue Issue(string text)
    {
        var error = Problem(text);
        return new(
            "uuid_parsing",
            ["path", "workspace_id"],
            $"Input should be a valid UUID, {error}",
            JsonText.Quote(text),
            new IssueContext { { "error", error } }
        );
    }

    private static string Problem(string text)
    {
        var odd = text.AsSpan().IndexOfAnyExcept(UuidCharacters);
        if (odd >= 0)
        {
            return Invariant(
                $"invalid character: expected an optional prefix of `urn:uuid:` followed by [0-9a-fA-F-], found `{text[odd]}` at {odd + 1}"
            );
        }

        var groups = text.Split('-');
        if (groups.Length == 1)
        {
            return Invariant($"invalid length: expected length 32 for simple format, found {text.Length}");
        }

        if (groups.Length != GroupLengths.Length)
        {
            return Invariant($"invalid group count: expected 5, found {groups.Length}");
        }

        var wrong = Array.FindIndex(GroupLengths.Zip(groups).ToArray(), pair => pair.First != pair.Second.Length);
        return Invariant($"invalid group length in group {wrong}: expected {GroupLengths[wrong]}, found {groups[wrong].Length}");
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
