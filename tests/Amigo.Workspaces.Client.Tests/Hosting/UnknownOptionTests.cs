using Amigo.Workspaces.Client.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Amigo.Workspaces.Client.Tests.Hosting;

/// <summary>A value that sets nothing, because its name is misspelled, is told to who reads the log.</summary>
public class UnknownOptionTests
{
    [Fact]
    public void A_misspelled_option_is_told_by_its_path_and_without_its_value()
    {
        var log = new LogBook();
        using var services = Services(log, root => root.GetSection("Amigo:Workspaces"), ("MaxRetry", "s3cr3t"), ("apikey", Given.Key));

        services.GetRequiredService<IWorkspacesClient>();

        var entry = log.Entries.Should().ContainSingle(entry => entry.EventId.Name == "OptionsUnknown").Subject;
        entry.Should().BeEquivalentTo(new { Category = "Amigo.Workspaces.Client", Level = LogLevel.Warning });
        entry["Keys"].Should().Be("Amigo:Workspaces:MaxRetry");
        entry.Message.Should().Contain("MaxRetries, RetryBaseDelay").And.NotContain("s3cr3t");
    }

    [Fact]
    public void A_section_of_another_client_below_is_no_option()
    {
        var log = new LogBook();
        using var services = Services(
            log,
            root => root.GetSection("Amigo:Workspaces"),
            ("North:ApiKey", "key-north"),
            ("ApiKey", Given.Key)
        );

        services.GetRequiredService<IWorkspacesClient>();

        log.Entries.Should().NotContain(entry => entry.EventId.Name == "OptionsUnknown");
    }

    [Fact]
    public void A_whole_configuration_may_hold_what_is_for_others()
    {
        var log = new LogBook();
        using var services = Services(
            log,
            root => new ConfigurationBuilder().AddConfiguration(root.GetSection("Amigo:Workspaces")).Build(),
            ("Urls", "http://localhost:5000"),
            ("ApiKey", Given.Key)
        );

        services.GetRequiredService<IWorkspacesClient>();

        log.Entries.Should().NotContain(entry => entry.EventId.Name == "OptionsUnknown");
    }

    [Fact]
    public void A_reload_tells_what_it_brings()
    {
        var log = new LogBook();
        IConfigurationRoot configuration = null!;
        using var services = Services(
            log,
            root =>
            {
                configuration = root;
                return root.GetSection("Amigo:Workspaces");
            },
            ("ApiKey", Given.Key)
        );
        services.GetRequiredService<IWorkspacesClient>();

        configuration["Amigo:Workspaces:Timeout"] = "00:00:05";
        configuration.Reload();

        log.Entries.Single(entry => entry.EventId.Name == "OptionsUnknown")["Keys"].Should().Be("Amigo:Workspaces:Timeout");
    }

    private static ServiceProvider Services(
        LogBook log,
        Func<IConfigurationRoot, IConfiguration> section,
        params (string Option, string? Value)[] values
    )
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(GivenHost.Configuration(values)).Build();
        return GivenHost.Services(collection =>
        {
            collection.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log));
            collection.AddWorkspacesClient(section(configuration));
        });
    }
}
