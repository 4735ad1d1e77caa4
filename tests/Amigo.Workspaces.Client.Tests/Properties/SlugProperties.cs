using System.Text.RegularExpressions;
using Amigo.Workspaces.Client.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace Amigo.Workspaces.Client.Tests.Properties;

public class SlugProperties
{
    private static readonly int MinLength = OpenApiFile.Schema("SlugString").GetProperty("minLength").GetInt32();
    private static readonly int MaxLength = OpenApiFile.Schema("SlugString").GetProperty("maxLength").GetInt32();

    /// <summary>In the contract's dialect ^ and $ are the ends of the text; in .NET's, $ would let a line break through.</summary>
    private static readonly Regex Pattern = new(
        OpenApiFile
            .Schema("SlugString")
            .GetProperty("pattern")
            .GetString()!
            .Replace("^", @"\A", StringComparison.Ordinal)
            .Replace("$", @"\z", StringComparison.Ordinal),
        RegexOptions.CultureInvariant
    );

    /// <summary>What is a slug, or would be one but for its length or for one character.</summary>
    private static readonly Gen<string> NearSlugs =
        from length in Gen.Frequency((4, Gen.Choose(0, 8)), (1, Gen.Choose(58, 66)))
        from characters in Gen.Elements("abcxyz0189-".ToCharArray()).ArrayOf(length)
        from odd in Gen.Frequency((2, Gen.Constant("")), (1, Gen.Elements("\n", "\r", "A", "Z", "_", " ", ".", "é", "٣", "\0", "ſ", "K")))
        from at in Gen.Choose(0, length)
        select new string(characters).Insert(at, odd);

    [Fact]
    public void A_text_is_a_slug_when_the_contract_says_so() => Fuzz.ForAll(8, Texts.Any, IsJudgedAsByTheContract);

    [Fact]
    public void A_text_that_is_almost_a_slug_is_judged_as_by_the_contract() => Fuzz.ForAll(12, NearSlugs, IsJudgedAsByTheContract);

    [Fact]
    public void A_name_becomes_a_slug_or_is_refused() =>
        Fuzz.ForAll(
            5,
            Gen.OneOf(Texts.Any, NearSlugs, Texts.Of("Acme", " ", "'", "’", "é", "-", "Clinic", "診", "\ud800", "ß", "İ")),
            name =>
            {
                try
                {
                    var slug = WorkspaceSlug.FromName(name);
                    IsJudgedAsByTheContract(slug);
                    WorkspaceSlug.IsValid(slug).Should().BeTrue();
                    WorkspaceSlug.FromName(slug).Should().Be(slug);
                }
                catch (ArgumentException)
                {
                    name.Count(char.IsAsciiLetterOrDigit).Should().BeLessThan(2);
                }
            }
        );

    private static void IsJudgedAsByTheContract(string text) =>
        WorkspaceSlug.IsValid(text).Should().Be(text.Length >= MinLength && text.Length <= MaxLength && Pattern.IsMatch(text));
}
