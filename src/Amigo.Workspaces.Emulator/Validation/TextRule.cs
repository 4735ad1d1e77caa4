using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Amigo.Workspaces.Emulator.Validation;

/// <summary>What a string must be. Lengths count code points, as Python does.</summary>
internal sealed partial record TextRule(int MinLength, int MaxLength, bool HasSlugPattern, bool IsStripped)
{
    public static readonly TextRule Any = new(0, int.MaxValue, HasSlugPattern: false, IsStripped: false);
    public static readonly TextRule Slug = new(2, 63, HasSlugPattern: true, IsStripped: false);
    public static readonly TextRule StrippedNonempty = new(1, int.MaxValue, HasSlugPattern: false, IsStripped: true);

    private const string PublishedSlugPattern = "^[a-z0-9][a-z0-9-]*[a-z0-9]$";

    public string Normalize(string text) => IsStripped ? text.Trim() : text;

    public ValidationIssue? Check(string normalized, object[] location, string input)
    {
        var length = normalized.EnumerateRunes().Count();
        return length < MinLength
                ? new(
                    "string_too_short",
                    location,
                    $"String should have at least {Characters(MinLength)}",
                    input,
                    new IssueContext { { "min_length", MinLength } }
                )
            : length > MaxLength
                ? new(
                    "string_too_long",
                    location,
                    $"String should have at most {Characters(MaxLength)}",
                    input,
                    new IssueContext { { "max_length", MaxLength } }
                )
            : HasSlugPattern && !SlugPattern().IsMatch(normalized)
                ? new(
                    "string_pattern_mismatch",
                    location,
                    $"String should match pattern '{PublishedSlugPattern}'",
                    input,
                    new IssueContext { { "pattern", PublishedSlugPattern } }
                )
            : null;
    }

    private static string Characters(int count) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} character{(count == 1 ? "" : "s")}");

    // Not the published pattern as it stands: .NET's $ also matches before a final line break, pydantic's does not.
    [GeneratedRegex(@"\A[a-z0-9][a-z0-9-]*[a-z0-9]\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SlugPattern();
}
