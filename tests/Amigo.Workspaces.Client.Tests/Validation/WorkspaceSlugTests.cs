using System.Globalization;
using System.Text;
using Amigo.Workspaces.Client.Tests.Support;

namespace Amigo.Workspaces.Client.Tests.Validation;

public class WorkspaceSlugTests
{
    [Theory]
    [InlineData("ab")]
    [InlineData("a1")]
    [InlineData("11")]
    [InlineData("a-b")]
    [InlineData("a--b")]
    [InlineData("acme-clinic-2")]
    public void A_text_that_keeps_the_rule_is_a_slug(string text) => WorkspaceSlug.IsValid(text).Should().BeTrue();

    [Theory]
    [InlineData("", "empty")]
    [InlineData("-", "a hyphen alone")]
    [InlineData("--", "hyphens at both ends")]
    [InlineData("-ab", "a hyphen at the beginning")]
    [InlineData("ab-", "a hyphen at the end")]
    [InlineData("Ab", "an upper-case letter")]
    [InlineData("aB", "an upper-case letter at the end")]
    [InlineData("ab\n", "a line break at the end, which ^…$ would let through")]
    [InlineData("\nab", "a line break at the beginning")]
    [InlineData("a\nb", "a line break")]
    [InlineData("a b", "a space")]
    [InlineData(" ab", "a space at the beginning")]
    [InlineData("a_b", "an underscore")]
    [InlineData("a.b", "a dot")]
    [InlineData("a\0b", "a null character")]
    [InlineData("åb", "a letter that is not ASCII")]
    [InlineData("a١b", "a digit that is not ASCII")]
    [InlineData("a\u2010b", "a hyphen that is not ASCII")]
    [InlineData("ａｂ", "full-width letters")]
    public void A_text_that_breaks_the_rule_is_not(string text, string because) => WorkspaceSlug.IsValid(text).Should().BeFalse(because);

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, false)]
    [InlineData(2, true)]
    [InlineData(63, true)]
    [InlineData(64, false)]
    public void Its_length_has_limits(int length, bool isValid) => WorkspaceSlug.IsValid(new string('a', length)).Should().Be(isValid);

    [Fact]
    public void The_limits_are_those_of_the_contract()
    {
        WorkspaceSlug.MinLength.Should().Be(OpenApiFile.Schema("SlugString").GetProperty("minLength").GetInt32());
        WorkspaceSlug.MaxLength.Should().Be(OpenApiFile.Schema("SlugString").GetProperty("maxLength").GetInt32());
    }

    [Theory]
    [InlineData("Acme Clinic", "acme-clinic")]
    [InlineData("  Acme   Clinic  ", "acme-clinic")]
    [InlineData("ACME", "acme")]
    [InlineData("Clinique de l'Hôpital Général", "clinique-de-lhopital-general")]
    [InlineData("St. Mary’s Hospital", "st-marys-hospital")]
    [InlineData("O'Brien & Sons (North)", "obrien-sons-north")]
    [InlineData("Zürich", "zurich")]
    [InlineData("Zu\u0308rich", "zurich")]
    [InlineData("Praxis №5", "praxis-no5")]
    [InlineData("a--b", "a-b")]
    [InlineData("--a b--", "a-b")]
    [InlineData("Tab\tand\nline", "tab-and-line")]
    [InlineData("İstanbul", "istanbul")]
    [InlineData("Clinic 24/7", "clinic-24-7")]
    [InlineData("Café Médical", "cafe-medical")]
    [InlineData("Łódź Śródmieście", "lodz-srodmiescie")]
    [InlineData("Großstadt GROẞE", "grossstadt-grosse")]
    [InlineData("Ørsted Æbelø", "orsted-aebelo")]
    [InlineData("Đorđe Ðora Þór", "dorde-dora-thor")]
    [InlineData("Diyarbakır Ağız", "diyarbakir-agiz")]
    [InlineData("Cœur Œuvre", "coeur-oeuvre")]
    [InlineData("Biŋŋá Ŧ Ħal", "bingnga-t-hal")]
    [InlineData("Phòng khám Đống Đa", "phong-kham-dong-da")]
    [InlineData("Ａｃｍｅ ２４", "acme-24")]
    [InlineData("Eﬃcient ﬁrst", "efficient-first")]
    [InlineData("d´Arc `x` ʼn", "darc-x-n")]
    [InlineData("Ac\u00ADme\u200B Clinic\uFEFF", "acme-clinic")]
    [InlineData("Kapiʻolani Medical", "kapiolani-medical")]
    [InlineData("Xi\u02BFan Ma\u02BErib O\u201BNeill d\uFF07Or", "xian-marib-oneill-dor")]
    [InlineData("\u2066Acme\u2069 Cli\u061Cnic", "acme-clinic")]
    [InlineData("Klinik Ⅰ", "klinik-i")]
    [InlineData("Klinik Ⅻ ③", "klinik-xii-3")]
    [InlineData("A B", "a-b")]
    [InlineData("Ab", "ab")]
    public void A_slug_is_made_of_a_name(string name, string slug)
    {
        WorkspaceSlug.FromName(name).Should().Be(slug);
        WorkspaceSlug.IsValid(slug).Should().BeTrue();
    }

    /// <summary>Put together here, because an attribute cannot hold half a character.</summary>
    [Fact]
    public void Half_a_character_becomes_a_hyphen() => WorkspaceSlug.FromName("Acme" + '\uD800' + "Clinic").Should().Be("acme-clinic");

    [Fact]
    public void What_is_too_long_is_cut_off() => WorkspaceSlug.FromName(new string('a', 100)).Should().Be(new string('a', 63));

    [Fact]
    public void A_letter_that_is_spelled_out_is_cut_off_too() =>
        WorkspaceSlug.FromName(new string('a', 62) + "ß").Should().Be(new string('a', 62) + "s");

    /// <summary>The framework's own decomposition, on a machine that has one, says nothing else.</summary>
    [Fact]
    public void Every_letter_that_is_a_plain_one_with_marks_becomes_the_plain_one()
    {
        for (var letter = '\u00C0'; letter < '\u2000'; letter++)
        {
            var plain = new string([.. $"{letter}".Normalize(NormalizationForm.FormKD).Where(part => part is < '\u0300' or > '\u036F')]);
            if (plain.Length > 0 && plain.All(char.IsAsciiLetterOrDigit) && char.IsLetter(letter) && !IsSuperscript(letter))
            {
                WorkspaceSlug.FromName($"a{letter}").Should().Be("a" + plain.ToLowerInvariant(), $"of U+{(int)letter:X4}");
            }
        }
    }

    [Fact]
    public void A_cut_leaves_no_hyphen_at_the_end() =>
        WorkspaceSlug.FromName(new string('a', 62) + " bcd").Should().Be(new string('a', 62));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("---")]
    [InlineData("a")]
    [InlineData("!a!")]
    [InlineData("診療所")]
    [InlineData("''")]
    public void A_name_of_which_nothing_is_left_is_refused(string name)
    {
        var make = () => WorkspaceSlug.FromName(name);

        make.Should().Throw<ArgumentException>().WithParameterName(nameof(name)).WithMessage("*fewer than two letters or digits*");
    }

    private static bool IsSuperscript(char letter) => char.GetUnicodeCategory(letter) == UnicodeCategory.ModifierLetter;

    [Fact]
    public void A_name_that_is_null_is_refused()
    {
        var make = () => WorkspaceSlug.FromName(null!);

        make.Should().Throw<ArgumentNullException>().WithParameterName("name");
    }
}
