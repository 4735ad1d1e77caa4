using Amigo.Workspaces.Client.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace Amigo.Workspaces.Client.Tests.Properties;

public class RetryAfterProperties
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private static readonly Gen<string> NearDates =
        from day in Gen.Elements("Fri, ", "Mon, ", "", "friday, ")
        from date in Gen.Elements("02 Jan 2026", "32 Jan 2026", "31 Dec 9999", "01 Jan 0001", "2 Jan 26", "02-Jan-26")
        from time in Gen.Elements("03:04:05", "23:59:60", "00:00:00", "3:4:5", "")
        from zone in Gen.Elements(" GMT", " UTC", "", " +0100", " -2400")
        select $"{day}{date} {time}{zone}";

    private static readonly Gen<string> NearNumbers =
        from sign in Gen.Elements("", "", "-", "+", " ")
        from digits in Texts.Digits
        from end in Gen.Elements("", "", ".", ".5", "e9", " ", "s", ",1")
        select sign + digits + end;

    [Fact]
    public void Whatever_the_header_says_the_wait_is_never_negative_and_never_beyond_its_limits()
    {
        var clock = new ManualTimeProvider();
        Fuzz.ForAll(
            10,
            Gen.OneOf(Texts.Any, NearDates, NearNumbers),
            text =>
            {
                var wish = RetryAfter.Longest([text], clock);
                wish?.Should().BeGreaterThanOrEqualTo(TimeSpan.Zero);

                foreach (var remaining in new[] { TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(100) })
                {
                    var wait = RetryRules.Wait(TimeSpan.FromMilliseconds(250), wish, Longest, remaining);
                    wait?.Should().BeGreaterThanOrEqualTo(TimeSpan.FromMilliseconds(250));
                    wait?.Should().BeLessThanOrEqualTo(Longest).And.BeLessThan(remaining);
                }
            }
        );
    }
}
