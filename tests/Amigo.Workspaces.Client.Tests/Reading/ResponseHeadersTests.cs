using Amigo.Workspaces.Client.Tests.Support;

namespace Amigo.Workspaces.Client.Tests.Reading;

public class ResponseHeadersTests
{
    // The clock stands at 2026-01-02T03:04:05Z.
    private readonly ManualTimeProvider _clock = new();

    [Theory]
    [InlineData("0", 0)]
    [InlineData("1", 1)]
    [InlineData("120", 120)]
    [InlineData("2147483647", 2_147_483_647)]
    [InlineData(" 7 ", 7)]
    [InlineData("Fri, 02 Jan 2026 03:05:05 GMT", 60)]
    [InlineData("Friday, 02-Jan-26 03:05:05 GMT", 60)]
    [InlineData("Fri Jan  2 03:05:05 2026", 60)]
    [InlineData("Fri, 02 Jan 2026 03:04:05 GMT", 0)]
    [InlineData("Thu, 01 Jan 1970 00:00:00 GMT", 0)]
    public void Retry_after_is_seconds_or_a_date_and_never_in_the_past(string text, int seconds)
    {
        Headers(("Retry-After", text)).RetryAfter(_clock).Should().Be(TimeSpan.FromSeconds(seconds));
    }

    [Theory]
    [InlineData("1.5", 1.5)]
    [InlineData("0.25", 0.25)]
    [InlineData("2147483648", 2_147_483_648)]
    [InlineData("99999999999", 99_999_999_999)]
    [InlineData("1, 5, 2", 5)]
    public void Retry_after_may_be_decimal_large_or_several(string text, double seconds) =>
        Headers(("Retry-After", text)).RetryAfter(_clock).Should().Be(TimeSpan.FromSeconds(seconds));

    [Theory]
    [InlineData("99999999999999999999")]
    [InlineData("9999999999999999999999999999999999999999999999999999999999999999")]
    public void Retry_after_beyond_any_number_is_the_longest_wait_there_is(string text) =>
        Headers(("Retry-After", text)).RetryAfter(_clock).Should().Be(TimeSpan.MaxValue);

    [Fact]
    public void Of_several_retry_afters_the_longest_counts() =>
        Headers(("Retry-After", "3"), ("Retry-After", "Fri, 02 Jan 2026 03:05:05 GMT"), ("Retry-After", "soon"))
            .RetryAfter(_clock)
            .Should()
            .Be(TimeSpan.FromMinutes(1));

    [Theory]
    [InlineData("Friday, 02-Jan-26 03:05:05 GMT")]
    [InlineData("Fri Jan  2 03:05:05 2026")]
    [InlineData("02 Jan 2026 03:05:05 GMT")]
    [InlineData("Fri, 02-Jan-2026 03:05:05 GMT")]
    [InlineData("Fri, 2 Jan 2026 03:05:05 UTC")]
    [InlineData("Fri, 02 Jan 2026 04:05:05 +0100")]
    [InlineData("Mon, 02 Jan 2026 03:05:05 GMT")]
    public void Retry_after_may_be_a_date_in_any_form_that_is_sent(string text) =>
        Headers(("Retry-After", text)).RetryAfter(_clock).Should().Be(TimeSpan.FromMinutes(1));

    [Theory]
    [InlineData("Fri, 02 Jan 2026 03:05:05 GMT, 5")]
    [InlineData("5, Fri, 02 Jan 2026 03:05:05 GMT")]
    [InlineData("Fri, 02 Jan 2026 03:04:35 GMT, Fri, 02 Jan 2026 03:05:05 GMT")]
    [InlineData("soon, Fri Jan  2 03:05:05 2026, 5")]
    public void The_longest_of_several_that_a_proxy_joined_may_be_a_date(string text) =>
        Headers(("Retry-After", text)).RetryAfter(_clock).Should().Be(TimeSpan.FromMinutes(1));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("-1")]
    [InlineData("+1")]
    [InlineData("1.5.2")]
    [InlineData("1e3")]
    [InlineData("Infinity")]
    [InlineData("1s")]
    [InlineData("soon")]
    [InlineData("0x10")]
    [InlineData("١")]
    [InlineData("2026-01-02T03:05:05Z")]
    [InlineData("Fri, 32 Jan 2026 03:05:05 GMT")]
    public void Junk_in_retry_after_is_ignored(string text) => Headers(("Retry-After", text)).RetryAfter(_clock).Should().BeNull();

    [Fact]
    public void Retry_after_may_be_missing() => Headers().RetryAfter(_clock).Should().BeNull();

    [Fact]
    public void A_rate_limit_is_read()
    {
        var headers = Headers(("X-RateLimit-Limit", "600"), ("x-ratelimit-remaining", "0"), ("X-RATELIMIT-RESET", "1767323105"));

        headers
            .RateLimit.Should()
            .Be(new RateLimit(600, 0, DateTimeOffset.FromUnixTimeSeconds(1_767_323_105)))
            .And.Match<RateLimit>(limit => limit.Reset!.Value.Offset == TimeSpan.Zero);
    }

    [Fact]
    public void What_a_rate_limit_does_not_tell_stays_unknown()
    {
        Headers(("X-RateLimit-Remaining", "5")).RateLimit.Should().Be(new RateLimit(null, 5, null));
        Headers(("X-RateLimit-Limit", "many"), ("X-RateLimit-Remaining", "5")).RateLimit.Should().Be(new RateLimit(null, 5, null));
        Headers().RateLimit.Should().BeNull();
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("99999999999999999999")]
    [InlineData("")]
    [InlineData("soon")]
    public void Junk_in_a_rate_limit_is_ignored(string text) =>
        Headers(("X-RateLimit-Limit", text), ("X-RateLimit-Remaining", text), ("X-RateLimit-Reset", text)).RateLimit.Should().BeNull();

    [Fact]
    public void A_reset_beyond_the_calendar_is_ignored()
    {
        Headers(("X-RateLimit-Reset", "253402300799")).RateLimit!.Reset!.Value.Year.Should().Be(9999);
        Headers(("X-RateLimit-Reset", "253402300800")).RateLimit.Should().BeNull();
        Headers(("X-RateLimit-Reset", long.MaxValue.ToString(System.Globalization.CultureInfo.InvariantCulture)))
            .RateLimit.Should()
            .BeNull();
    }

    [Theory]
    [InlineData("req-1", "req-1")]
    [InlineData("  req-1  ", "req-1")]
    [InlineData("", null)]
    [InlineData("  ", null)]
    [InlineData("echo " + Given.Key, "echo [redacted]")]
    public void The_request_has_a_name(string text, string? name) => Headers(("X-Request-Id", text)).RequestId.Should().Be(name);

    [Fact]
    public void All_headers_are_kept_by_name_in_any_case_and_without_the_key()
    {
        var headers = Headers(("X-Echo", "Bearer " + Given.Key), ("X-Two", "a"), ("X-Two", "b"), ("Content-Language", "de")).ToDictionary();

        headers["x-echo"].Should().Equal("Bearer [redacted]");
        headers["X-TWO"].Should().Equal("a", "b");
        headers["content-language"].Should().Equal("de");
    }

    [Fact]
    public void Where_a_redirect_points_is_told_without_the_key() =>
        Headers(("Location", "https://else.example/?key=" + Given.Key)).Location.Should().Be("https://else.example/?key=[redacted]");

    private static ResponseHeaders Headers(params (string Name, string Value)[] headers)
    {
        var response = new HttpResponseMessage { Content = new ByteArrayContent([]) };
        foreach (var (name, value) in headers)
        {
            if (!response.Headers.TryAddWithoutValidation(name, value))
            {
                response.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return ResponseHeaders.Of(response, Secrets.None.With(new ApiKey(Given.Key)));
    }
}
