using System.Globalization;
using System.Text;

namespace Amigo.Workspaces.Client.Tests.Reading;

public class Rfc3339Tests
{
    [Theory]
    [InlineData("2026-01-02T03:04:05Z", "2026-01-02T03:04:05.0000000+00:00")]
    [InlineData("2026-01-02t03:04:05z", "2026-01-02T03:04:05.0000000+00:00")]
    [InlineData("2026-01-02 03:04:05Z", "2026-01-02T03:04:05.0000000+00:00")]
    [InlineData("2026-01-02T03:04:05", "2026-01-02T03:04:05.0000000+00:00")]
    [InlineData("2026-01-02T03:04:05.5", "2026-01-02T03:04:05.5000000+00:00")]
    [InlineData("2026-01-02T03:04:05+00:00", "2026-01-02T03:04:05.0000000+00:00")]
    [InlineData("2026-01-02T03:04:05-00:00", "2026-01-02T03:04:05.0000000+00:00")]
    [InlineData("2026-01-02T03:04:05+05:30", "2026-01-02T03:04:05.0000000+05:30")]
    [InlineData("2026-01-02T03:04:05-03:30", "2026-01-02T03:04:05.0000000-03:30")]
    [InlineData("2026-01-02T03:04:05-00:01", "2026-01-02T03:04:05.0000000-00:01")]
    [InlineData("2026-01-02T03:04:05+14:00", "2026-01-02T03:04:05.0000000+14:00")]
    [InlineData("2026-01-02T03:04:05-14:00", "2026-01-02T03:04:05.0000000-14:00")]
    [InlineData("2026-01-02T03:04:05+14:01", "2026-01-01T13:03:05.0000000+00:00")]
    [InlineData("2026-01-02T03:04:05-23:59", "2026-01-03T03:03:05.0000000+00:00")]
    [InlineData("2024-02-29T23:59:59.999999Z", "2024-02-29T23:59:59.9999990+00:00")]
    [InlineData("0001-01-01T00:00:00Z", "0001-01-01T00:00:00.0000000+00:00")]
    [InlineData("9999-12-31T23:59:59.9999999Z", "9999-12-31T23:59:59.9999999+00:00")]
    public void A_date_is_read_with_its_offset(string text, string expected)
    {
        Rfc3339.TryParse(Encoding.UTF8.GetBytes(text), out var value).Should().BeTrue();

        value.ToString("O", CultureInfo.InvariantCulture).Should().Be(expected);
    }

    [Theory]
    [InlineData(1, 1_000_000)]
    [InlineData(2, 1_200_000)]
    [InlineData(3, 1_230_000)]
    [InlineData(4, 1_234_000)]
    [InlineData(5, 1_234_500)]
    [InlineData(6, 1_234_560)]
    [InlineData(7, 1_234_567)]
    [InlineData(8, 1_234_567)]
    [InlineData(9, 1_234_567)]
    [InlineData(10, 1_234_567)]
    [InlineData(11, 1_234_567)]
    [InlineData(12, 1_234_567)]
    public void A_fraction_has_any_number_of_digits_and_what_no_clock_can_hold_is_dropped(int digits, int ticks)
    {
        var text = $"2026-01-02T03:04:05.{"123456789999"[..digits]}+01:00";

        Rfc3339.TryParse(Encoding.UTF8.GetBytes(text), out var value).Should().BeTrue();

        (value.Ticks % TimeSpan.TicksPerSecond).Should().Be(ticks);
        value.Offset.Should().Be(TimeSpan.FromHours(1));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2026-01-02")]
    [InlineData("2026-01-02T03:04Z")]
    [InlineData("2026-01-02T03:04:0Z")]
    [InlineData("2026-00-02T03:04:05Z")]
    [InlineData("2026-13-02T03:04:05Z")]
    [InlineData("2026-01-00T03:04:05Z")]
    [InlineData("2026-01-32T03:04:05Z")]
    [InlineData("2026-02-29T03:04:05Z")]
    [InlineData("2026-04-31T03:04:05Z")]
    [InlineData("0000-01-02T03:04:05Z")]
    [InlineData("2026-01-02T24:00:00Z")]
    [InlineData("2026-01-02T03:60:05Z")]
    [InlineData("2026-01-02T03:04:61Z")]
    [InlineData("2026-01-02T03:04:05.Z")]
    [InlineData("2026-01-02T03:04:05.")]
    [InlineData("2026-01-02T03:04:05,5Z")]
    [InlineData("2026-01-02T03:04:05ZZ")]
    [InlineData("2026-01-02T03:04:05Z ")]
    [InlineData(" 2026-01-02T03:04:05Z")]
    [InlineData("2026-01-02T03:04:05 Z")]
    [InlineData("2026-01-02T03:04:05+1:00")]
    [InlineData("2026-01-02T03:04:05+0100")]
    [InlineData("2026-01-02T03:04:05+01")]
    [InlineData("2026-01-02T03:04:05+24:00")]
    [InlineData("2026-01-02T03:04:05+01:60")]
    [InlineData("2026-01-02T03:04:05+-1:00")]
    [InlineData("2026-01-02T03:04:05\u221201:00")]
    [InlineData("2026/01/02T03:04:05Z")]
    [InlineData("2026-01-02_03:04:05Z")]
    [InlineData("2026-01-02T03.04.05Z")]
    [InlineData("+026-01-02T03:04:05Z")]
    [InlineData("2026-+1-02T03:04:05Z")]
    [InlineData("2026-01-02T-3:04:05Z")]
    [InlineData("2026-01-02T 3:04:05Z")]
    [InlineData("12026-01-02T03:04:05Z")]
    [InlineData("２０２６-01-02T03:04:05Z")]
    [InlineData("0001-01-01T00:00:00+00:01")]
    [InlineData("9999-12-31T23:59:59-00:01")]
    [InlineData("1767323045")]
    [InlineData("2017-01-01T05:29:40.888888888888888888888888888888888888888888888Z")]
    public void Anything_else_is_refused(string text) => Rfc3339.TryParse(Encoding.UTF8.GetBytes(text), out _).Should().BeFalse();

    [Fact]
    public void A_date_without_an_offset_is_not_taken_for_local_time()
    {
        Rfc3339.TryParse("2026-07-01T12:00:00"u8, out var value).Should().BeTrue();

        value.Offset.Should().Be(TimeSpan.Zero);
        value.UtcDateTime.Hour.Should().Be(12);
    }
}
