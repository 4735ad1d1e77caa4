using Amigo.Workspaces.Client.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Amigo.Workspaces.Client.Tests.Hosting;

public class ReloadTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_next_call_after_a_reload_uses_the_rotated_key()
    {
        await using var server = await StubServer.StartAsync(200, Given.WorkspaceJson);
        var configuration = Configuration(server.BaseAddress, "key-old");
        await using var services = Services(configuration, new LogBook());
        var client = services.GetRequiredService<IWorkspacesClient>();
        await client.GetAsync(Given.WorkspaceId, cancellationToken: Cancel);

        configuration["Amigo:Workspaces:ApiKey"] = "key-new";
        configuration.Reload();
        await client.GetAsync(Given.WorkspaceId, cancellationToken: Cancel);

        server.Requests.Select(request => request.Headers["Authorization"]).Should().Equal("Bearer key-old", "Bearer key-new");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_key_that_is_rotated_while_the_client_is_made_is_not_missed(bool onTheSameThread)
    {
        await using var server = await StubServer.StartAsync(200, Given.WorkspaceJson);
        var configuration = Configuration(server.BaseAddress, "key-old");
        var rotating = Task.CompletedTask;
        var rotations = 0;
        await using var services = GivenHost.Services(collection =>
        {
            collection.AddWorkspacesClient(configuration.GetSection("Amigo:Workspaces"));
            // Runs after the section was read.
            collection.PostConfigure<WorkspacesClientOptions>(_ =>
            {
                if (rotations++ == 0)
                {
                    rotating = onTheSameThread ? Rotated() : Task.Run(Rotated);
                }
            });
        });

        var client = services.GetRequiredService<IWorkspacesClient>();
        await rotating;
        await client.GetAsync(Given.WorkspaceId, cancellationToken: Cancel);

        server.Requests.Single().Headers["Authorization"].Should().Be("Bearer key-new");

        Task Rotated()
        {
            configuration["Amigo:Workspaces:ApiKey"] = "key-new";
            configuration.Reload();
            return Task.CompletedTask;
        }
    }

    [Fact]
    public async Task A_key_that_is_rotated_during_a_call_is_sent_by_its_next_attempt()
    {
        IConfigurationRoot configuration = null!;
        await using var server = await StubServer.StartAsync(
            (context, number) =>
            {
                if (number == 1)
                {
                    configuration["Amigo:Workspaces:ApiKey"] = "key-new";
                    configuration.Reload();
                }

                return StubServer.RespondAsync(context, number == 1 ? 503 : 200, Given.WorkspaceJson);
            }
        );
        configuration = Configuration(server.BaseAddress, "key-old");
        await using var services = Services(configuration, new LogBook());

        await services.GetRequiredService<IWorkspacesClient>().GetAsync(Given.WorkspaceId, cancellationToken: Cancel);

        server.Requests.Select(request => request.Headers["Authorization"]).Should().Equal("Bearer key-old", "Bearer key-new");
    }

    [Fact]
    public async Task A_call_that_began_at_another_address_does_not_send_the_new_ones_key_there()
    {
        IConfigurationRoot configuration = null!;
        await using var elsewhere = await StubServer.StartAsync(200, Given.WorkspaceJson);
        await using var server = await StubServer.StartAsync(
            (context, number) =>
            {
                if (number == 1)
                {
                    configuration["Amigo:Workspaces:ApiKey"] = "key-elsewhere";
                    configuration["Amigo:Workspaces:BaseAddress"] = elsewhere.BaseAddress.ToString();
                    configuration.Reload();
                }

                return StubServer.RespondAsync(context, number == 1 ? 503 : 200, Given.WorkspaceJson);
            }
        );
        configuration = Configuration(server.BaseAddress, "key-old");
        await using var services = Services(configuration, new LogBook());

        await services.GetRequiredService<IWorkspacesClient>().GetAsync(Given.WorkspaceId, cancellationToken: Cancel);

        server.Requests.Should().HaveCount(2).And.OnlyContain(request => request.Headers["Authorization"] == "Bearer key-old");
    }

    [Fact]
    public async Task A_section_that_was_passed_in_is_followed_too()
    {
        await using var server = await StubServer.StartAsync(200, Given.WorkspaceJson);
        var configuration = Configuration(server.BaseAddress, "key-old");
        await using var services = GivenHost.Services(collection =>
            collection.AddWorkspacesClient(configuration.GetSection("Amigo:Workspaces"))
        );
        var client = services.GetRequiredService<IWorkspacesClient>();

        configuration["Amigo:Workspaces:ApiKey"] = "key-new";
        configuration.Reload();
        await client.GetAsync(Given.WorkspaceId, cancellationToken: Cancel);

        server.Requests.Single().Headers["Authorization"].Should().Be("Bearer key-new");
    }

    [Fact]
    public async Task A_reload_changes_the_other_options_and_is_logged()
    {
        await using var before = await StubServer.StartAsync(200, Given.WorkspaceJson);
        await using var after = await StubServer.StartAsync((503, "{}"), (503, "{}"), (200, Given.WorkspaceJson));
        var configuration = Configuration(before.BaseAddress, Given.Key);
        var log = new LogBook();
        await using var services = Services(configuration, log);
        var client = services.GetRequiredService<IWorkspacesClient>();
        await client.GetAsync(Given.WorkspaceId, cancellationToken: Cancel);

        configuration["Amigo:Workspaces:BaseAddress"] = after.BaseAddress.ToString();
        configuration["Amigo:Workspaces:MaxRetries"] = "1";
        configuration["Amigo:Workspaces:ApplicationName"] = "clinic-sync";
        configuration.Reload();
        var call = () => client.GetAsync(Given.WorkspaceId, cancellationToken: Cancel);

        (await call.Should().ThrowAsync<WorkspacesUnavailableException>()).Which.Attempts.Should().Be(2);
        after.Requests.Should().OnlyContain(request => request.Headers["User-Agent"].EndsWith(" clinic-sync"));
        before.Requests.Should().ContainSingle();
        log.Entries.Should().ContainSingle(entry => entry.EventId.Id == 5).Which.Level.Should().Be(LogLevel.Information);
    }

    [Theory]
    [InlineData("ApiKey", "not a key \u00e9", "printable ASCII")]
    [InlineData("AttemptTimeout", "77", "Amigo:Workspaces:AttemptTimeout")]
    [InlineData("BaseAddress", "http://api.example", "must be https")]
    public async Task A_bad_reload_is_logged_and_the_last_good_options_stay(string option, string value, string words)
    {
        await using var server = await StubServer.StartAsync(200, Given.WorkspaceJson);
        var configuration = Configuration(server.BaseAddress, Given.Key);
        var log = new LogBook();
        await using var services = Services(configuration, log);
        var client = services.GetRequiredService<IWorkspacesClient>();

        configuration[$"Amigo:Workspaces:{option}"] = value;
        configuration.Invoking(root => root.Reload()).Should().NotThrow();
        await client.GetAsync(Given.WorkspaceId, cancellationToken: Cancel);

        server.Requests.Single().Headers["Authorization"].Should().Be("Bearer " + Given.Key);
        var entry = log.Entries.Should().ContainSingle(entry => entry.EventId.Id == 6).Subject;
        entry.Should().BeEquivalentTo(new { Category = "Amigo.Workspaces.Client", Level = LogLevel.Error });
        entry.Message.Should().Contain(words).And.NotContain(value);
    }

    [Fact]
    public async Task All_that_is_wrong_with_a_reload_is_said_in_sentences()
    {
        await using var server = await StubServer.StartAsync(200, Given.WorkspaceJson);
        var configuration = Configuration(server.BaseAddress, Given.Key);
        var log = new LogBook();
        await using var services = Services(configuration, log);
        services.GetRequiredService<IWorkspacesClient>();

        configuration["Amigo:Workspaces:MaxRetries"] = "-1";
        configuration["Amigo:Workspaces:AttemptTimeout"] = "00:00:00";
        configuration.Reload();

        log.Entries.Single(entry => entry.EventId.Id == 6)
            .Message.Should()
            .EndWith("at most one day. The options: MaxRetries must not be below zero.");
    }

    [Fact]
    public async Task When_the_hosts_own_code_fails_at_a_reload_only_the_kind_of_its_exception_is_logged()
    {
        await using var server = await StubServer.StartAsync(200, Given.WorkspaceJson);
        var configuration = Configuration(server.BaseAddress, Given.Key);
        var log = new LogBook();
        var fails = false;
        await using var services = GivenHost.Services(collection =>
        {
            collection.AddSingleton<IConfiguration>(configuration);
            collection.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log));
            collection.AddWorkspacesClient();
            collection.Configure<WorkspacesClientOptions>(_ =>
            {
                if (fails)
                {
                    throw new FormatException("s3cr3t");
                }
            });
        });
        var client = services.GetRequiredService<IWorkspacesClient>();

        fails = true;
        configuration.Reload();
        await client.GetAsync(Given.WorkspaceId, cancellationToken: Cancel);

        var message = log.Entries.Single(entry => entry.EventId.Id == 6).Message;
        message.Should().EndWith("Setting the options failed with FormatException.").And.NotContain("s3cr3t");
    }

    [Fact]
    public async Task A_good_reload_after_a_bad_one_is_taken()
    {
        await using var server = await StubServer.StartAsync(200, Given.WorkspaceJson);
        var configuration = Configuration(server.BaseAddress, "key-old");
        await using var services = Services(configuration, new LogBook());
        var client = services.GetRequiredService<IWorkspacesClient>();

        configuration["Amigo:Workspaces:MaxRetries"] = "many";
        configuration.Reload();
        configuration["Amigo:Workspaces:MaxRetries"] = "3";
        configuration["Amigo:Workspaces:ApiKey"] = "key-new";
        configuration.Reload();
        await client.GetAsync(Given.WorkspaceId, cancellationToken: Cancel);

        server.Requests.Single().Headers["Authorization"].Should().Be("Bearer key-new");
    }

    [Fact]
    public async Task A_host_that_binds_the_options_itself_is_followed_through_its_own_change_token()
    {
        await using var server = await StubServer.StartAsync(200, Given.WorkspaceJson);
        var configuration = Configuration(server.BaseAddress, "key-old");
        await using var services = GivenHost.Services(collection =>
        {
            collection.AddKeyedWorkspacesClient("north", options => options.BaseAddress = server.BaseAddress);
            collection
                .AddOptions<WorkspacesClientOptions>("north")
                .Configure(options => options.ApiKey = configuration["Amigo:Workspaces:ApiKey"]);
            collection.AddSingleton<Microsoft.Extensions.Options.IOptionsChangeTokenSource<WorkspacesClientOptions>>(
                new Microsoft.Extensions.Options.ConfigurationChangeTokenSource<WorkspacesClientOptions>("north", configuration)
            );
        });
        var client = services.GetRequiredKeyedService<IWorkspacesClient>("north");

        configuration["Amigo:Workspaces:ApiKey"] = "key-new";
        configuration.Reload();
        await client.GetAsync(Given.WorkspaceId, cancellationToken: Cancel);

        server.Requests.Single().Headers["Authorization"].Should().Be("Bearer key-new");
    }

    [Fact]
    public async Task A_client_that_was_disposed_of_follows_nothing()
    {
        var configuration = Configuration(new Uri("http://127.0.0.1"), Given.Key);
        var log = new LogBook();
        var services = Services(configuration, log);
        services.GetRequiredService<IWorkspacesClient>();
        await services.DisposeAsync();

        configuration.Reload();

        log.Entries.Should().NotContain(entry => entry.EventId.Id == 5);
    }

    private static IConfigurationRoot Configuration(Uri address, string key) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(
                GivenHost.Configuration(("BaseAddress", address.ToString()), ("ApiKey", key), ("RetryBaseDelay", "00:00:00"))
            )
            .Build();

    private static ServiceProvider Services(IConfigurationRoot configuration, LogBook log) =>
        GivenHost.Services(collection =>
        {
            collection.AddSingleton<IConfiguration>(configuration);
            collection.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log));
            collection.AddWorkspacesClient();
        });
}
