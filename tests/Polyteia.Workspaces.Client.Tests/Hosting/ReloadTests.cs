using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Polyteia.Workspaces.Client.Tests.Hosting;

/// <summary>Options that the host's own code sets, when they change.</summary>
public class ReloadTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task When_the_hosts_own_code_fails_only_the_kind_of_its_exception_is_logged()
    {
        await using var server = await StubServer.StartAsync(200, Given.WorkspaceAnswer);
        var (configuration, log, fails) = (Configuration(server), new LogBook(), false);
        await using var services = GivenHost.Services(collection =>
        {
            collection.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log));
            collection.AddPolyteiaWorkspacesClient(configuration.GetSection("Polyteia:Workspaces"));
            collection.Configure<PolyteiaWorkspacesClientOptions>(_ =>
            {
                if (fails)
                {
                    throw new FormatException("s3cr3t");
                }
            });
        });
        var client = services.GetRequiredService<IPolyteiaWorkspacesClient>();

        fails = true;
        configuration.Reload();
        await client.GetAsync(Given.Id, cancellationToken: Cancel);

        var message = log.Entries.Single(entry => entry.EventId.Id == 6).Message;
        message.Should().EndWith("Setting the options failed with FormatException.").And.NotContain("s3cr3t");
    }

    [Fact]
    public async Task A_host_that_binds_the_options_itself_is_followed_through_its_own_change_token()
    {
        await using var server = await StubServer.StartAsync(200, Given.WorkspaceAnswer);
        var configuration = Configuration(server);
        await using var services = GivenHost.Services(collection =>
        {
            collection.AddKeyedPolyteiaWorkspacesClient("north", options => options.BaseAddress = server.BaseAddress);
            collection
                .AddOptions<PolyteiaWorkspacesClientOptions>("north")
                .Configure(options => options.ApiKey = configuration["Polyteia:Workspaces:ApiKey"]);
            collection.AddSingleton<IOptionsChangeTokenSource<PolyteiaWorkspacesClientOptions>>(
                new ConfigurationChangeTokenSource<PolyteiaWorkspacesClientOptions>("north", configuration)
            );
        });
        var client = services.GetRequiredKeyedService<IPolyteiaWorkspacesClient>("north");

        configuration["Polyteia:Workspaces:ApiKey"] = "key-new";
        configuration.Reload();
        await client.GetAsync(Given.Id, cancellationToken: Cancel);

        server.Requests.Single().Headers["Authorization"].Should().Be("Bearer key-new");
    }

    [Fact]
    public async Task A_keyed_client_follows_its_own_section()
    {
        await using var server = await StubServer.StartAsync(200, Given.WorkspaceAnswer);
        var configuration = Configuration(server);
        await using var services = GivenHost.Services(collection =>
            collection.AddKeyedPolyteiaWorkspacesClient("north", configuration.GetSection("Polyteia:Workspaces"))
        );
        var client = services.GetRequiredKeyedService<IPolyteiaWorkspacesClient>("north");

        configuration["Polyteia:Workspaces:ApiKey"] = "key-new";
        configuration.Reload();
        await client.GetAsync(Given.Id, cancellationToken: Cancel);

        server.Requests.Single().Headers["Authorization"].Should().Be("Bearer key-new");
    }

    [Fact]
    public void Without_a_host_that_checks_at_its_start_the_first_use_refuses_options_that_are_not_valid()
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(GivenHost.Configuration(("ApiKey", Given.Key), ("MaxRetries", "many")))
            .Build();
        using var services = GivenHost.Services(collection =>
            collection.AddPolyteiaWorkspacesClient(configuration.GetSection("Polyteia:Workspaces"))
        );

        var use = () => services.GetRequiredService<IPolyteiaWorkspacesClient>();

        use.Should().Throw<OptionsValidationException>().WithMessage("*Polyteia:Workspaces:MaxRetries must be a whole number such as 2.*");
    }

    private static IConfigurationRoot Configuration(StubServer server) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(GivenHost.Configuration(("BaseAddress", server.BaseAddress.ToString()), ("ApiKey", Given.Key)))
            .Build();
}
