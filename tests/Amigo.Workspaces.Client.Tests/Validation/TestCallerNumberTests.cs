namespace Amigo.Workspaces.Client.Tests.Validation;

public class TestCallerNumberTests
{
    [Theory]
    [InlineData("+1555010")]
    [InlineData("+15550100")]
    [InlineData("+441632960961")]
    [InlineData("+123456789012345")]
    public void A_plus_and_7_to_15_digits_are_E164(string text) => TestCallerNumber.IsE164(text).Should().BeTrue();

    [Theory]
    [InlineData("", "empty")]
    [InlineData("+", "a plus alone")]
    [InlineData("abc", "letters")]
    [InlineData("15550100", "no plus")]
    [InlineData("0015550100", "a prefix in place of the plus")]
    [InlineData("+155501", "six digits")]
    [InlineData("+1234567890123456", "sixteen digits")]
    [InlineData("+1 555 0100", "spaces")]
    [InlineData("+1-555-0100", "hyphens")]
    [InlineData("+1(555)0100", "parentheses")]
    [InlineData(" +15550100", "a space at the beginning")]
    [InlineData("+15550100\n", "a line break at the end")]
    [InlineData("+1555010a", "a letter")]
    [InlineData("++15550100", "two pluses")]
    [InlineData("+١٥٥٥٠١٠٠", "digits that are not ASCII")]
    [InlineData("＋15550100", "a full-width plus")]
    public void Any_other_text_is_not(string text, string because) => TestCallerNumber.IsE164(text).Should().BeFalse(because);
}
