using Amigo.Workspaces.Client.Tests.Support;

namespace Amigo.Workspaces.Client.Tests.Validation;

/// <summary>The rules for a client's options, as somebody meets them who makes a client.</summary>
public class OptionsRulesTests
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    [Fact]
    public void The_defaults_and_a_key_are_enough() => Accepted(_ => { });

    [Fact]
    public void A_key_or_a_provider_is_needed_and_the_message_says_where_a_key_can_be_set() =>
        Refused(options => options.ApiKey = null)
            .Should()
            .Contain("WorkspacesClientOptions.ApiKey")
            .And.Contain("ApiKeyProvider")
            .And.Contain("Amigo:Workspaces:ApiKey")
            .And.Contain("AMIGO_API_KEY");

    [Fact]
    public void A_key_and_a_provider_are_one_too_many() =>
        Refused(options => options.ApiKeyProvider = _ => new(Given.Key)).Should().Contain("ApiKey and ApiKeyProvider");

    [Fact]
    public void A_provider_alone_will_do() =>
        Accepted(options =>
        {
            options.ApiKey = null;
            options.ApiKeyProvider = _ => new(Given.Key);
        });

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("SECRET key")]
    [InlineData("SECRET\n")]
    [InlineData("SECRET\r\nX-Evil: 1")]
    [InlineData("SECRET\0")]
    [InlineData("SECRET\u007f")]
    [InlineData("SECRETé")]
    [InlineData("SECRET\u200b")]
    public void A_key_is_printable_ascii_and_no_message_repeats_one(string key)
    {
        Refused(options => options.ApiKey = key).Should().Contain("ApiKey").And.NotContain("SECRET");

        var client = () => new WorkspacesClient(key);
        client.Should().Throw<ArgumentException>().Which.ToString().Should().NotContain("SECRET");
    }

    [Theory]
    [InlineData("!")]
    [InlineData("~")]
    [InlineData("a\"b\\c/d=e+f")]
    public void Any_other_ascii_may_be_in_a_key(string key) => Accepted(options => options.ApiKey = key);

    [Theory]
    [InlineData("https://api.platform.amigo.ai")]
    [InlineData("https://api.platform.amigo.ai/")]
    [InlineData("https://gateway.example/amigo/v1/")]
    [InlineData("https://gateway.example:8443")]
    [InlineData("HTTPS://gateway.example")]
    [InlineData("http://localhost:5000")]
    [InlineData("http://LOCALHOST")]
    [InlineData("http://127.0.0.1:5000/v1")]
    [InlineData("http://127.9.9.9")]
    [InlineData("http://[::1]:5000")]
    public void A_base_address_is_https_or_loopback(string address) => Accepted(options => options.BaseAddress = new Uri(address));

    [Theory]
    [InlineData("http://loopback/")]
    [InlineData("http://example.test")]
    [InlineData("http://localhost.example.test")]
    [InlineData("http://127.0.0.1.example.test")]
    [InlineData("http://128.0.0.1")]
    [InlineData("http://[::2]")]
    [InlineData("http://0.0.0.0")]
    public void Plain_http_is_for_loopback_alone(string address) =>
        Refused(options => options.BaseAddress = new Uri(address)).Should().Contain("BaseAddress must be https").And.NotContain(address);

    [Theory]
    [InlineData("https://SECRET@gateway.example")]
    [InlineData("https://user:SECRET@gateway.example")]
    [InlineData("https://gateway.example/?key=SECRET")]
    [InlineData("https://gateway.example/#SECRET")]
    public void A_base_address_is_nothing_but_an_address(string address) =>
        Refused(options => options.BaseAddress = new Uri(address))
            .Should()
            .Contain("user info, query or fragment")
            .And.NotContain("SECRET");

    [Theory]
    [InlineData("ftp://SECRET.example")]
    [InlineData("file:///SECRET")]
    [InlineData("/SECRET")]
    [InlineData("SECRET.example")]
    public void A_base_address_is_absolute_and_of_the_web(string address) =>
        Refused(options => options.BaseAddress = new Uri(address, UriKind.RelativeOrAbsolute))
            .Should()
            .Contain("BaseAddress must be an absolute https address")
            .And.NotContain("SECRET");

    [Fact]
    public void Timeouts_are_above_zero_and_at_most_what_a_timer_can_hold()
    {
        foreach (var good in new[] { TimeSpan.FromTicks(1), TimeSpan.FromSeconds(1), Longest })
        {
            Accepted(options => options.AttemptTimeout = good);
            Accepted(options => options.TotalTimeout = good);
        }

        foreach (var bad in new[] { TimeSpan.Zero, Timeout.InfiniteTimeSpan, TimeSpan.MinValue, TimeSpan.MaxValue, Longest.Add(new(1)) })
        {
            Refused(options => options.AttemptTimeout = bad).Should().StartWith("AttemptTimeout ");
            Refused(options => options.TotalTimeout = bad).Should().StartWith("TotalTimeout ");
        }
    }

    [Fact]
    public void A_total_shorter_than_an_attempt_is_legal() => Accepted(options => options.TotalTimeout = TimeSpan.FromSeconds(1));

    [Fact]
    public void Delays_are_not_below_zero()
    {
        foreach (var good in new[] { TimeSpan.Zero, TimeSpan.FromTicks(1), Longest })
        {
            Accepted(options => options.RetryBaseDelay = good);
            Accepted(options => options.MaxRetryDelay = good);
        }

        foreach (var bad in new[] { TimeSpan.FromTicks(-1), Timeout.InfiniteTimeSpan, TimeSpan.MinValue, TimeSpan.MaxValue })
        {
            Refused(options => options.RetryBaseDelay = bad).Should().StartWith("RetryBaseDelay ");
            Refused(options => options.MaxRetryDelay = bad).Should().StartWith("MaxRetryDelay ");
        }
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    public void Retries_are_not_below_zero(int retries) =>
        Refused(options => options.MaxRetries = retries).Should().StartWith("MaxRetries ");

    [Theory]
    [InlineData(0)]
    [InlineData(int.MaxValue)]
    public void Any_other_number_of_retries_is_legal(int retries) => Accepted(options => options.MaxRetries = retries);

    [Theory]
    [InlineData("")]
    [InlineData("SECRET\r\nX-Evil: 1")]
    [InlineData("SECRETé")]
    [InlineData("SECRET\t")]
    public void A_programs_name_is_printable_ascii(string name) =>
        Refused(options => options.ApplicationName = name).Should().StartWith("ApplicationName ").And.NotContain("SECRET");

    [Fact]
    public void A_clock_is_needed() => Refused(options => options.TimeProvider = null!).Should().StartWith("TimeProvider ");

    [Fact]
    public void All_that_is_wrong_is_said_at_once() =>
        Refused(options =>
            {
                options.ApiKey = "";
                options.AttemptTimeout = TimeSpan.Zero;
                options.MaxRetries = -1;
            })
            .Should()
            .Contain("ApiKey must be ")
            .And.Contain(". AttemptTimeout must be ")
            .And.Contain(". MaxRetries must not ");

    [Fact]
    public void Options_and_a_key_are_needed_at_all()
    {
        var withoutOptions = () => new WorkspacesClient((WorkspacesClientOptions)null!);
        var withoutKey = () => new WorkspacesClient((string)null!);
        var withoutClient = () => new WorkspacesClient(null!, new WorkspacesClientOptions { ApiKey = Given.Key });

        withoutOptions.Should().Throw<ArgumentNullException>();
        withoutKey.Should().Throw<ArgumentNullException>().WithParameterName("apiKey");
        withoutClient.Should().Throw<ArgumentNullException>();
    }

    private static WorkspacesClientOptions Options(Action<WorkspacesClientOptions> change)
    {
        var options = new WorkspacesClientOptions { ApiKey = Given.Key };
        change(options);
        return options;
    }

    private static void Accepted(Action<WorkspacesClientOptions> change)
    {
        var create = () => new WorkspacesClient(Options(change)).Dispose();

        create.Should().NotThrow();
    }

    private static string Refused(Action<WorkspacesClientOptions> change)
    {
        var create = () => new WorkspacesClient(Options(change));

        return create.Should().Throw<ArgumentException>().Which.Message;
    }
}
