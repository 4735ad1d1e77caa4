using Amigo.Workspaces.Client.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Amigo.Workspaces.Client.Tests.Hosting;

[Collection(RunAlone.Name)]
public class OptionSourceTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_delegate_sets_the_options()
    {
        using var environment = new EnvironmentVariables();
        await using var server = await StubServer.StartAsync(200, Given.WorkspaceJson);
        await using var services = GivenHost.Services(collection =>
            collection.AddWorkspacesClient(options =>
                (options.ApiKey, options.BaseAddress, options.ApplicationName) = ("key-delegate", server.BaseAddress, "clinic-sync/2.1")
            )
        );

        await services.GetRequiredService<IWorkspacesClient>().GetAsync(Given.WorkspaceId, cancellationToken: Cancel);

        var headers = server.Requests.Single().Headers;
        headers["Authorization"].Should().Be("Bearer key-delegate");
        headers["User-Agent"].Should().EndWith(" clinic-sync/2.1");
    }

    [Fact]
    public void A_section_sets_every_option_that_text_can_set()
    {
        using var environment = new EnvironmentVariables(key: "key-environment", address: "https://environment.example");
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
                new Dictionary<string, string?>
                {
                    ["Clinics:Amigo:ApiKey"] = "key-section",
                    ["Clinics:Amigo:BaseAddress"] = "https://section.example/v1",
                    ["Clinics:Amigo:AttemptTimeout"] = "00:00:07",
                    ["Clinics:Amigo:TotalTimeout"] = "00:01:10.5",
                    ["Clinics:Amigo:MaxRetries"] = "5",
                    ["Clinics:Amigo:RetryBaseDelay"] = "00:00:00.125",
                    ["Clinics:Amigo:MaxRetryDelay"] = "00:00:09",
                    ["Clinics:Amigo:ApplicationName"] = "clinic-sync",
                }
            )
            .Build();
        using var services = GivenHost.Services(collection => collection.AddWorkspacesClient(configuration.GetSection("Clinics:Amigo")));

        services
            .GetRequiredService<IOptions<WorkspacesClientOptions>>()
            .Value.Should()
            .BeEquivalentTo(
                new WorkspacesClientOptions
                {
                    ApiKey = "key-section",
                    BaseAddress = new Uri("https://section.example/v1"),
                    AttemptTimeout = TimeSpan.FromSeconds(7),
                    TotalTimeout = TimeSpan.FromSeconds(70.5),
                    MaxRetries = 5,
                    RetryBaseDelay = TimeSpan.FromMilliseconds(125),
                    MaxRetryDelay = TimeSpan.FromSeconds(9),
                    ApplicationName = "clinic-sync",
                }
            );
    }

    [Fact]
    public async Task Without_arguments_the_options_come_from_the_section_of_the_hosts_configuration()
    {
        using var environment = new EnvironmentVariables(key: "key-environment");
        await using var server = await StubServer.StartAsync(200, Given.WorkspaceJson);
        using var host = GivenHost.Build(
            services => services.AddWorkspacesClient(),
            GivenHost.Configuration(("ApiKey", "key-configured"), ("BaseAddress", server.BaseAddress.ToString()))
        );
        await host.StartAsync(Cancel);

        await host.Services.GetRequiredService<IWorkspacesClient>().GetAsync(Given.WorkspaceId, cancellationToken: Cancel);

        server.Requests.Single().Headers["Authorization"].Should().Be("Bearer key-configured");
    }

    [Fact]
    public async Task A_key_that_is_still_missing_comes_from_the_environment_with_its_address()
    {
        await using var server = await StubServer.StartAsync(200, Given.WorkspaceJson);
        using var environment = new EnvironmentVariables("key-environment", server.BaseAddress.ToString());
        using var host = GivenHost.Build(services => services.AddWorkspacesClient(), GivenHost.Configuration(("ApiKey", "")));
        await host.StartAsync(Cancel);

        await host.Services.GetRequiredService<IWorkspacesClient>().GetAsync(Given.WorkspaceId, cancellationToken: Cancel);

        server.Requests.Single().Headers["Authorization"].Should().Be("Bearer key-environment");
    }

    [Fact]
    public void An_address_that_is_configured_is_not_replaced_by_the_environments()
    {
        using var environment = new EnvironmentVariables("key-environment", "https://environment.example");
        using var host = GivenHost.Build(
            services => services.AddWorkspacesClient(),
            GivenHost.Configuration(("BaseAddress", "https://configured.example"))
        );

        var options = host.Services.GetRequiredService<IOptions<WorkspacesClientOptions>>().Value;

        options.ApiKey.Should().Be("key-environment");
        options.BaseAddress.Should().Be(new Uri("https://configured.example"));
    }

    [Fact]
    public void A_key_provider_is_enough_and_the_environment_is_left_alone()
    {
        using var environment = new EnvironmentVariables("key-environment");
        using var services = GivenHost.Services(collection =>
            collection.AddWorkspacesClient(options => options.ApiKeyProvider = _ => ValueTask.FromResult("key-provided"))
        );

        services.GetRequiredService<IOptions<WorkspacesClientOptions>>().Value.ApiKey.Should().BeNull();
    }

    [Fact]
    public async Task With_no_key_anywhere_the_start_fails_and_says_where_one_can_be_set()
    {
        using var environment = new EnvironmentVariables();
        using var host = GivenHost.Build(services => services.AddWorkspacesClient());

        var start = () => host.StartAsync(Cancel);

        (await start.Should().ThrowAsync<OptionsValidationException>())
            .Which.Message.Should()
            .ContainAll("WorkspacesClientOptions.ApiKey", "ApiKeyProvider", "Amigo:Workspaces:ApiKey", "AMIGO_API_KEY");
    }

    [Fact]
    public async Task A_keyed_client_does_not_borrow_the_environments_key()
    {
        using var environment = new EnvironmentVariables("key-environment");
        using var host = GivenHost.Build(services => services.AddKeyedWorkspacesClient("north", _ => { }));

        var start = () => host.StartAsync(Cancel);

        (await start.Should().ThrowAsync<OptionsValidationException>())
            .Which.Message.Should()
            .ContainAll("'north'", "ApiKey is missing")
            .And.NotContain("key-environment");
    }

    [Fact]
    public async Task An_unreadable_address_in_the_environment_fails_the_start_without_being_repeated()
    {
        using var environment = new EnvironmentVariables("key-environment", "amg_pasted_into_the_wrong_variable");
        using var host = GivenHost.Build(services => services.AddWorkspacesClient());

        var start = () => host.StartAsync(Cancel);

        var failure = (await start.Should().ThrowAsync<Exception>()).Which;
        failure.Message.Should().Contain("AMIGO_BASE_URL");
        failure.ToString().Should().NotContain("amg_pasted").And.NotContain("key-environment");
    }

    [Fact]
    public void Options_without_a_host_come_from_the_environment_too()
    {
        using var environment = new EnvironmentVariables("key-environment", "https://environment.example/v1");

        var options = WorkspacesClientOptions.FromEnvironment();

        options.ApiKey.Should().Be("key-environment");
        options.BaseAddress.Should().Be(new Uri("https://environment.example/v1"));
    }

    [Fact]
    public void Variables_that_are_empty_are_as_if_unset()
    {
        using var environment = new EnvironmentVariables("", "");

        var options = WorkspacesClientOptions.FromEnvironment();

        options.ApiKey.Should().BeNull();
        options.BaseAddress.Should().Be(new Uri("https://api.platform.amigo.ai"));
    }

    [Theory]
    [InlineData("key-section", "name-section", "key-section", "name-section")]
    [InlineData(null, null, "key-code", "name-code")]
    [InlineData("", "", "key-code", "name-code")]
    public void What_the_section_says_replaces_what_was_set_before_and_nothing_else_does(
        string? sectionKey,
        string? sectionName,
        string expectedKey,
        string expectedName
    )
    {
        using var environment = new EnvironmentVariables();
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(GivenHost.Configuration(("ApiKey", sectionKey), ("ApplicationName", sectionName)))
            .Build();
        using var services = GivenHost.Services(collection =>
        {
            collection.Configure<WorkspacesClientOptions>(options => (options.ApiKey, options.ApplicationName) = ("key-code", "name-code"));
            collection.AddWorkspacesClient(configuration.GetSection(GivenHost.Section));
        });

        var options = services.GetRequiredService<IOptions<WorkspacesClientOptions>>().Value;

        (options.ApiKey, options.ApplicationName).Should().Be((expectedKey, expectedName));
    }

    [Fact]
    public void A_whole_configuration_may_be_the_section_and_its_keys_are_named_as_they_are()
    {
        using var environment = new EnvironmentVariables();
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["ApiKey"] = "key-root", ["MaxRetries"] = "many" })
            .Build();
        using var services = GivenHost.Services(collection => collection.AddWorkspacesClient(configuration));

        services
            .Invoking(provider => provider.GetRequiredService<IOptions<WorkspacesClientOptions>>().Value)
            .Should()
            .Throw<OptionsValidationException>()
            .WithMessage("MaxRetries must be a whole number such as 2.");
    }

    [Fact]
    public async Task Keyed_clients_take_their_options_from_a_section_each_and_never_from_the_environment()
    {
        using var environment = new EnvironmentVariables(key: "key-environment");
        await using var server = await StubServer.StartAsync(200, Given.WorkspaceJson);
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([
                new("North:ApiKey", "key-north"),
                new("North:BaseAddress", server.BaseAddress.ToString()),
                new("South:BaseAddress", server.BaseAddress.ToString()),
            ])
            .Build();
        await using var services = GivenHost.Services(collection =>
        {
            collection.AddKeyedWorkspacesClient("north", configuration.GetSection("North"));
            collection.AddKeyedWorkspacesClient("south", configuration.GetSection("South"));
        });

        await services.GetRequiredKeyedService<IWorkspacesClient>("north").GetAsync(Given.WorkspaceId, cancellationToken: Cancel);
        var south = () => services.GetRequiredKeyedService<IWorkspacesClient>("south");

        server.Requests.Should().ContainSingle().Which.Headers["Authorization"].Should().Be("Bearer key-north");
        south.Should().Throw<OptionsValidationException>().WithMessage("*'south'*ApiKey is missing*");
    }

    [Fact]
    public async Task A_keyed_client_follows_the_reloads_of_its_own_section()
    {
        await using var server = await StubServer.StartAsync(200, Given.WorkspaceJson);
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("North:ApiKey", "key-first"), new("North:BaseAddress", server.BaseAddress.ToString())])
            .Build();
        await using var services = GivenHost.Services(collection =>
            collection.AddKeyedWorkspacesClient("north", configuration.GetSection("North"))
        );
        var client = services.GetRequiredKeyedService<IWorkspacesClient>("north");

        configuration["North:ApiKey"] = "key-second";
        configuration.Reload();
        await client.GetAsync(Given.WorkspaceId, cancellationToken: Cancel);

        server.Requests.Should().ContainSingle().Which.Headers["Authorization"].Should().Be("Bearer key-second");
    }
}
