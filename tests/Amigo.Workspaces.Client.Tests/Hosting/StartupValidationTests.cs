using Amigo.Workspaces.Client.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Amigo.Workspaces.Client.Tests.Hosting;

public class StartupValidationTests
{
    private const string Secret = "5up3rS3cr3t";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Configured values that cannot be read, or that break their option's rule.</summary>
    public static TheoryData<string, string, string> BadValues =>
        new()
        {
            { "ApiKey", Secret + "\n", "printable ASCII" },
            { "ApiKey", Secret + "\u00e9", "printable ASCII" },
            { "ApiKey", Secret + " two words", "without spaces" },
            { "BaseAddress", Secret, "an absolute address such as https://" },
            { "BaseAddress", $"ftp://{Secret}.example", "absolute https address" },
            { "BaseAddress", $"http://{Secret}.example", "only for loopback addresses" },
            { "BaseAddress", "http://loopback", "only for loopback addresses" },
            { "BaseAddress", $"https://user:{Secret}@api.example", "no user info, query or fragment" },
            { "BaseAddress", $"https://api.example?key={Secret}", "no user info, query or fragment" },
            { "BaseAddress", $"https://api.example#{Secret}", "no user info, query or fragment" },
            { "AttemptTimeout", Secret, "a time such as 00:00:30" },
            { "AttemptTimeout", "30", "a time such as 00:00:30" },
            { "AttemptTimeout", "00:00:00", "above zero" },
            { "AttemptTimeout", "-00:00:01", "above zero" },
            { "AttemptTimeout", "1.00:00:01", "at most one day" },
            { "AttemptTimeout", "24:00:00", "hh:mm:ss" },
            { "TotalTimeout", "90:00:00", "hh:mm:ss" },
            { "RetryBaseDelay", "24:00:00", "hh:mm:ss" },
            { "MaxRetryDelay", "10.00:00:00", "hh:mm:ss" },
            { "TotalTimeout", Secret, "a time such as 00:00:30" },
            { "TotalTimeout", "30", "a time such as 00:00:30" },
            { "TotalTimeout", "00:00:00", "above zero" },
            { "MaxRetries", Secret, "a whole number such as 2" },
            { "MaxRetries", "2.5", "a whole number such as 2" },
            { "MaxRetries", "99999999999", "a whole number such as 2" },
            { "MaxRetries", "-1", "not be below zero" },
            { "RetryBaseDelay", Secret, "a time such as 00:00:30" },
            { "RetryBaseDelay", "1", "a time such as 00:00:30" },
            { "RetryBaseDelay", "-00:00:01", "from zero to one day" },
            { "MaxRetryDelay", Secret, "a time such as 00:00:30" },
            { "MaxRetryDelay", "1", "a time such as 00:00:30" },
            { "MaxRetryDelay", "-00:00:01", "from zero to one day" },
            { "ApplicationName", Secret + "\r\nX-Other: 1", "printable ASCII" },
        };

    [Theory]
    [MemberData(nameof(BadValues))]
    public async Task A_bad_value_fails_the_start_and_the_message_names_the_option_and_its_rule(string option, string value, string rule)
    {
        var configuration = GivenHost.Configuration(("ApiKey", Given.Key));
        configuration[$"{GivenHost.Section}:{option}"] = value;
        using var host = GivenHost.Build(services => services.AddWorkspacesClient(), configuration);

        var start = () => host.StartAsync(Cancel);

        var failure = (await start.Should().ThrowAsync<OptionsValidationException>()).Which;
        failure.Message.Should().ContainAll(option, rule);
        failure.ToString().Should().NotContain(Secret).And.NotContain(Given.Key);
    }

    /// <summary>The binder of the framework reads a bare number as days.</summary>
    [Theory]
    [InlineData("AttemptTimeout")]
    [InlineData("TotalTimeout")]
    [InlineData("RetryBaseDelay")]
    [InlineData("MaxRetryDelay")]
    public async Task A_section_that_the_host_binds_itself_cannot_mean_ten_days(string option)
    {
        var section = new ConfigurationBuilder().AddInMemoryCollection([new(option, "10")]).Build();
        using var host = GivenHost.Build(services =>
            services.AddWorkspacesClient(options =>
            {
                options.ApiKey = Given.Key;
                section.Bind(options);
            })
        );

        var start = () => host.StartAsync(Cancel);

        (await start.Should().ThrowAsync<OptionsValidationException>()).Which.Message.Should().ContainAll(option, "one day", "hh:mm:ss");
    }

    [Fact]
    public async Task A_base_address_that_is_set_to_null_is_refused()
    {
        using var host = GivenHost.Build(services =>
            services.AddWorkspacesClient(options => (options.ApiKey, options.BaseAddress) = (Given.Key, null!))
        );

        var start = () => host.StartAsync(Cancel);

        (await start.Should().ThrowAsync<OptionsValidationException>()).Which.Message.Should().Contain("BaseAddress");
        var make = () => new WorkspacesClient(new WorkspacesClientOptions { ApiKey = Given.Key, BaseAddress = null! });
        make.Should().Throw<ArgumentException>().WithMessage("*BaseAddress*");
    }

    [Fact]
    public async Task Values_that_cannot_be_read_are_all_told_at_once_by_their_whole_configuration_keys()
    {
        var configuration = GivenHost.Configuration(
            ("ApiKey", Given.Key),
            ("AttemptTimeout", "30"),
            ("TotalTimeout", "soon"),
            ("MaxRetries", "many"),
            ("BaseAddress", "here")
        );
        using var host = GivenHost.Build(services => services.AddWorkspacesClient(), configuration);

        var start = () => host.StartAsync(Cancel);

        (await start.Should().ThrowAsync<OptionsValidationException>())
            .Which.Message.Should()
            .ContainAll(
                "Amigo:Workspaces:AttemptTimeout",
                "Amigo:Workspaces:TotalTimeout",
                "Amigo:Workspaces:MaxRetries",
                "Amigo:Workspaces:BaseAddress"
            );
    }

    public static TheoryData<string, Action<WorkspacesClientOptions>> BadSettings =>
        new()
        {
            { "ApiKey", options => options.ApiKey = "" },
            { "ApiKeyProvider", options => options.ApiKeyProvider = _ => ValueTask.FromResult(Secret) },
            { "BaseAddress", options => options.BaseAddress = new Uri($"/{Secret}", UriKind.Relative) },
            { "AttemptTimeout", options => options.AttemptTimeout = Timeout.InfiniteTimeSpan },
            { "TotalTimeout", options => options.TotalTimeout = TimeSpan.MaxValue },
            { "MaxRetries", options => options.MaxRetries = int.MinValue },
            { "RetryBaseDelay", options => options.RetryBaseDelay = TimeSpan.MaxValue },
            { "MaxRetryDelay", options => options.MaxRetryDelay = TimeSpan.MinValue },
            { "ApplicationName", options => options.ApplicationName = "" },
            { "TimeProvider", options => options.TimeProvider = null! },
        };

    [Theory]
    [MemberData(nameof(BadSettings))]
    public async Task An_option_that_a_delegate_sets_wrongly_fails_the_start(string option, Action<WorkspacesClientOptions> set)
    {
        using var host = GivenHost.Build(services =>
            services.AddWorkspacesClient(options =>
            {
                options.ApiKey = Given.Key;
                set(options);
            })
        );

        var start = () => host.StartAsync(Cancel);

        var failure = (await start.Should().ThrowAsync<OptionsValidationException>()).Which;
        failure.Message.Should().Contain(option);
        failure.ToString().Should().NotContain(Secret).And.NotContain(Given.Key);
    }

    [Theory]
    [MemberData(nameof(BadSettings))]
    public async Task A_keyed_client_is_held_against_the_same_rules_and_named(string option, Action<WorkspacesClientOptions> set)
    {
        using var host = GivenHost.Build(services =>
            services.AddKeyedWorkspacesClient(
                "north",
                options =>
                {
                    options.ApiKey = Given.Key;
                    set(options);
                }
            )
        );

        var start = () => host.StartAsync(Cancel);

        (await start.Should().ThrowAsync<OptionsValidationException>()).Which.Message.Should().ContainAll("'north'", option);
    }

    [Fact]
    public async Task The_message_begins_with_whose_options_they_are()
    {
        using var plain = GivenHost.Build(services => services.AddWorkspacesClient(Wrong));
        using var keyed = GivenHost.Build(services => services.AddKeyedWorkspacesClient("north", Wrong));

        (await plain.Awaiting(host => host.StartAsync(Cancel)).Should().ThrowAsync<OptionsValidationException>())
            .Which.Message.Should()
            .Be("The options: MaxRetries must not be below zero.");
        (await keyed.Awaiting(host => host.StartAsync(Cancel)).Should().ThrowAsync<OptionsValidationException>())
            .Which.Message.Should()
            .Be("The options of the client 'north': MaxRetries must not be below zero.");

        static void Wrong(WorkspacesClientOptions options) => (options.ApiKey, options.MaxRetries) = (Given.Key, -1);
    }

    [Fact]
    public async Task Good_values_let_the_host_start_and_empty_ones_leave_the_defaults()
    {
        var configuration = GivenHost.Configuration(
            ("ApiKey", Given.Key),
            ("AttemptTimeout", ""),
            ("MaxRetries", "0"),
            ("RetryBaseDelay", "00:00:00"),
            ("BaseAddress", "http://[::1]:8080/proxy")
        );
        using var host = GivenHost.Build(services => services.AddWorkspacesClient(), configuration);

        await host.StartAsync(Cancel);

        var options = host.Services.GetRequiredService<IOptions<WorkspacesClientOptions>>().Value;
        options.AttemptTimeout.Should().Be(TimeSpan.FromSeconds(30));
        options.MaxRetries.Should().Be(0);
        await host.StopAsync(Cancel);
    }
}
