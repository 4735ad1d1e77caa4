using Amigo.Workspaces.Client.Validation;

namespace Amigo.Workspaces.Client.Tests.Validation;

public class RequestOptionsRulesTests
{
    [Fact]
    public void No_options_and_empty_options_are_legal()
    {
        OptionsRules.Check(null);
        OptionsRules.Check(new RequestOptions());
    }

    [Theory]
    [InlineData("")]
    [InlineData("SECRET key")]
    [InlineData("SECRET\r\n")]
    [InlineData("SECRETé")]
    public void A_key_keeps_its_rule(string key) =>
        Refused<ArgumentException>(new RequestOptions { ApiKey = key }).Should().Contain("RequestOptions.ApiKey").And.NotContain("SECRET");

    [Fact]
    public void A_timeout_keeps_its_limits()
    {
        OptionsRules.Check(new RequestOptions { Timeout = TimeSpan.FromTicks(1) });
        OptionsRules.Check(new RequestOptions { Timeout = TimeSpan.FromDays(1) });

        foreach (var bad in new[] { TimeSpan.Zero, Timeout.InfiniteTimeSpan, TimeSpan.MaxValue })
        {
            Refused<ArgumentOutOfRangeException>(new RequestOptions { Timeout = bad }).Should().Contain("RequestOptions.Timeout");
        }
    }

    [Fact]
    public void Retries_are_not_below_zero()
    {
        OptionsRules.Check(new RequestOptions { MaxRetries = 0 });

        Refused<ArgumentOutOfRangeException>(new RequestOptions { MaxRetries = -1 }).Should().Contain("RequestOptions.MaxRetries");
    }

    [Theory]
    [InlineData("Authorization")]
    [InlineData("AUTHORIZATION")]
    [InlineData("host")]
    [InlineData("Transfer-Encoding")]
    [InlineData("Content-Type")]
    [InlineData("content-length")]
    [InlineData("Content-Anything")]
    [InlineData("Allow")]
    [InlineData("expires")]
    [InlineData("Last-Modified")]
    public void A_header_that_is_ours_cannot_be_set(string name) =>
        Refused<ArgumentException>(Headers(name, "SECRET")).Should().Contain(name).And.NotContain("SECRET");

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a:b")]
    [InlineData("a\r\nb")]
    [InlineData("a\"b")]
    [InlineData("é")]
    public void A_headers_name_is_a_token(string name) =>
        Refused<ArgumentException>(Headers(name, "SECRET")).Should().Contain("name must be a token").And.NotContain("SECRET");

    [Theory]
    [InlineData("SECRET\r\nX-Evil: 1")]
    [InlineData("SECRET\n")]
    [InlineData("SECRET\t")]
    [InlineData("SECRETé")]
    [InlineData("SECRET\0")]
    public void A_headers_value_is_printable_ascii(string value) =>
        Refused<ArgumentException>(Headers("X-Trace", value)).Should().Contain("X-Trace").And.NotContain("SECRET");

    [Fact]
    public void A_headers_value_is_not_null() => Refused<ArgumentException>(Headers("X-Trace", null!)).Should().Contain("X-Trace");

    [Theory]
    [InlineData("X-Trace", "")]
    [InlineData("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")]
    [InlineData("!#$%&'*+-.^_`|~aZ09", "a value, with ~punctuation!")]
    [InlineData("User-Agent", "mine/1.0")]
    public void Any_other_header_may_be_set(string name, string value)
    {
        var check = () => RequestOptions.Snapshot(Headers(name, value));

        check.Should().NotThrow();
    }

    private static RequestOptions Headers(string name, string value) =>
        new() { Headers = new Dictionary<string, string> { [name] = value } };

    private static string Refused<TException>(RequestOptions options)
        where TException : ArgumentException
    {
        var check = () => RequestOptions.Snapshot(options);

        return check.Should().ThrowExactly<TException>().Which.Message;
    }
}
