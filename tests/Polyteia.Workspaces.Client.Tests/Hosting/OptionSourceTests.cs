using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Polyteia.Workspaces.Client.Tests.Hosting;

/// <summary>Where options come from, and what becomes of them when they change.</summary>
[Collection(RunAlone.Name)]
public class OptionSourceTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void A_section_sets_every_option_that_text_can_set()
    {
        using var environment = new EnvironmentVariables(key: "key-environment", address: "https://environment.example");
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
                new Dictionary<string, string?>
                {
                    ["Data:Polyteia:ApiKey"] = "key-section",
                    ["Data:Polyteia:BaseAddress"] = "https://section.example/api",
                    ["Data:Polyteia:AttemptTimeout"] = "00:00:07",
                    ["Data:Polyteia:TotalTimeout"] = "00:01:10.5",
                    ["Data:Polyteia:MaxRetries"] = "5",
                    ["Data:Polyteia:RetryBaseDelay"] = "00:00:00.125",
                    ["Data:Polyteia:MaxRetryDelay"] = "00:00:09",
                    ["Data:Polyteia:ApplicationName"] = "data-sync",
                }
            )
            .Build();
        using var services = GivenHost.Services(collection =>
            collection.AddPolyteiaWorkspacesClient(configuration.GetSection("Data:Polyteia"))
        );

        services
            .GetRequiredService<IOptions<PolyteiaWorkspacesClientOptions>>()
            .Value.Should()
            .BeEquivalentTo(
                new PolyteiaWorkspacesClientOptions
                {
                    ApiKey = "key-section",
                    BaseAddress = new Uri("https://section.example/api"),
                    AttemptTimeout = TimeSpan.FromSeconds(7),
                    TotalTimeout = TimeSpan.FromSeconds(70.5),
                    MaxRetries = 5,
                    RetryBaseDelay = TimeSpan.FromMilliseconds(125),
                    MaxRetryDelay = TimeSpan.FromSeconds(9),
                    ApplicationName = "data-sync",
                }
            );
    }

    [Fact]
    public async Task Without_arguments_the_options_come_from_the_section_of_the_hosts_configuration()
    {
        using var environment = new EnvironmentVariables(key: "key-environment");
        await using var server = await StubServer.StartAsync(200, Given.WorkspaceAnswer);
        using var host = GivenHost.Build(
            services => services.AddPolyteiaWorkspacesClient(),
            GivenHost.Configuration(("ApiKey", "key-configured"), ("BaseAddress", server.BaseAddress.ToString()))
        );
        await host.StartAsync(Cancel);

        await host.Services.GetRequiredService<IPolyteiaWorkspacesClient>().GetAsync(Given.Id, cancellationToken: Cancel);

        server.Requests.Single().Headers["Authorization"].Should().Be("Bearer key-configured");
    }

    [Fact]
    public async Task A_key_that_is_still_missing_comes_from_the_environment_with_its_address()
    {
        await using var server = await StubServer.StartAsync(200, Given.WorkspaceAnswer);
        using var environment = new EnvironmentVariables("key-environment", server.BaseAddress.ToString());
        using var host = GivenHost.Build(services => services.AddPolyteiaWorkspacesClient());
        await host.StartAsync(Cancel);

        await host.Services.GetRequiredService<IPolyteiaWorkspacesClient>().GetAsync(Given.Id, cancellationToken: Cancel);

        server.Requests.Single().Headers["Authorization"].Should().Be("Bearer key-environment");
    }

    [Fact]
    public async Task An_address_that_the_program_set_stays_when_the_key_comes_from_the_environment()
    {
        await using var server = await StubServer.StartAsync(200, Given.WorkspaceAnswer);
        await using var elsewhere = await StubServer.StartAsync(200, Given.WorkspaceAnswer);
        using var environment = new EnvironmentVariables("key-environment", elsewhere.BaseAddress.ToString());
        await using var services = GivenHost.Services(collection =>
            collection.AddPolyteiaWorkspacesClient(options => options.BaseAddress = server.BaseAddress)
        );

        await services.GetRequiredService<IPolyteiaWorkspacesClient>().GetAsync(Given.Id, cancellationToken: Cancel);

        server.Requests.Single().Headers["Authorization"].Should().Be("Bearer key-environment");
        elsewhere.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task The_environment_is_enough_for_a_client_without_a_host()
    {
        await using var server = await StubServer.StartAsync(200, Given.WorkspaceAnswer);
        using var environment = new EnvironmentVariables("key-environment", server.BaseAddress.ToString());
        using var client = new PolyteiaWorkspacesClient(PolyteiaWorkspacesClientOptions.FromEnvironment());

        await client.GetAsync(Given.Id, cancellationToken: Cancel);

        server.Requests.Single().Headers["Authorization"].Should().Be("Bearer key-environment");
    }

    [Fact]
    public async Task With_no_key_anywhere_the_start_fails_and_says_where_one_can_be_set()
    {
        using var environment = new EnvironmentVariables();
        using var host = GivenHost.Build(services => services.AddPolyteiaWorkspacesClient());

        var start = () => host.StartAsync(Cancel);

        (await start.Should().ThrowAsync<OptionsValidationException>())
            .Which.Message.Should()
            .ContainAll("PolyteiaWorkspacesClientOptions.ApiKey", "Polyteia:Workspaces:ApiKey", "POLYTEIA_API_KEY");
    }

    [Fact]
    public async Task A_keyed_client_does_not_borrow_the_environments_key()
    {
        using var environment = new EnvironmentVariables(key: "key-environment");
        using var host = GivenHost.Build(services => services.AddKeyedPolyteiaWorkspacesClient("north", _ => { }));

        var start = () => host.StartAsync(Cancel);

        (await start.Should().ThrowAsync<OptionsValidationException>()).Which.Message.Should().Contain("'north'");
    }

    [Fact]
    public async Task The_next_call_after_a_reload_uses_the_rotated_key()
    {
        await using var server = await StubServer.StartAsync(200, Given.WorkspaceAnswer);
        var (configuration, log) = (Configuration(server), new LogBook());
        await using var services = Services(configuration, log);
        var client = services.GetRequiredService<IPolyteiaWorkspacesClient>();
        await client.GetAsync(Given.Id, cancellationToken: Cancel);

        configuration["Polyteia:Workspaces:ApiKey"] = "key-new";
        configuration.Reload();
        await client.GetAsync(Given.Id, cancellationToken: Cancel);

        server.Requests.Select(request => request.Headers["Authorization"]).Should().Equal("Bearer " + Given.Key, "Bearer key-new");
        log.Entries.Should().ContainSingle(entry => entry.EventId.Id == 5).Which.Category.Should().Be("Polyteia.Workspaces.Client");
    }

    [Theory]
    [InlineData("ApiKey", "not a key \u00e9", "printable ASCII")]
    [InlineData("AttemptTimeout", "77", "Polyteia:Workspaces:AttemptTimeout")]
    [InlineData("BaseAddress", "http://polyteia.example", "must be https")]
    [InlineData("BaseAddress", "nowhere", "such as https://app.polyteia.com")]
    public async Task A_bad_reload_is_logged_and_the_last_good_options_stay(string option, string value, string words)
    {
        await using var server = await StubServer.StartAsync(200, Given.WorkspaceAnswer);
        var (configuration, log) = (Configuration(server), new LogBook());
        await using var services = Services(configuration, log);
        var client = services.GetRequiredService<IPolyteiaWorkspacesClient>();

        configuration[$"Polyteia:Workspaces:{option}"] = value;
        configuration.Invoking(root => root.Reload()).Should().NotThrow();
        await client.GetAsync(Given.Id, cancellationToken: Cancel);

        server.Requests.Single().Headers["Authorization"].Should().Be("Bearer " + Given.Key);
        var entry = log.Entries.Should().ContainSingle(entry => entry.EventId.Id == 6).Subject;
        entry.Level.Should().Be(LogLevel.Error);
        entry.Message.Should().Contain(words).And.NotContain(value);
    }

    [Fact]
    public async Task A_misspelled_option_is_told_by_its_path_and_without_its_value()
    {
        await using var server = await StubServer.StartAsync(200, Given.WorkspaceAnswer);
        var (configuration, log) = (Configuration(server), new LogBook());
        configuration["Polyteia:Workspaces:MaxRetry"] = "s3cr3t";
        configuration["Polyteia:Workspaces:North:ApiKey"] = "key-north";
        await using var services = Services(configuration, log);

        services.GetRequiredService<IPolyteiaWorkspacesClient>();

        var entry = log.Entries.Should().ContainSingle(entry => entry.EventId.Id == 8).Subject;
        (entry.Level, entry["Keys"]).Should().Be((LogLevel.Warning, "Polyteia:Workspaces:MaxRetry"));
        entry.Message.Should().Contain("MaxRetries").And.NotContain("s3cr3t");
    }

    private static IConfigurationRoot Configuration(StubServer server) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(GivenHost.Configuration(("BaseAddress", server.BaseAddress.ToString()), ("ApiKey", Given.Key)))
            .Build();

    private static ServiceProvider Services(IConfigurationRoot configuration, LogBook log) =>
        GivenHost.Services(collection =>
        {
            collection.AddSingleton<IConfiguration>(configuration);
            collection.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log));
            collection.AddPolyteiaWorkspacesClient();
        });
}
