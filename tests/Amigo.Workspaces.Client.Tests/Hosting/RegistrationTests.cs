using Amigo.Workspaces.Client.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Amigo.Workspaces.Client.Tests.Hosting;

public class RegistrationTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task All_four_services_are_one_singleton_client()
    {
        await using var services = GivenHost.Services(collection => collection.AddWorkspacesClient(options => options.ApiKey = Given.Key));
        await using var scope = services.CreateAsyncScope();

        var client = services.GetRequiredService<WorkspacesClient>();

        services.GetRequiredService<IWorkspacesClient>().Should().BeSameAs(client);
        services.GetRequiredService<IWorkspacesApi>().Should().BeSameAs(client.Workspaces);
        services.GetRequiredService<IAccountApi>().Should().BeSameAs(client.Account);
        scope.ServiceProvider.GetRequiredService<IWorkspacesClient>().Should().BeSameAs(client);
        scope.ServiceProvider.GetRequiredService<IWorkspacesApi>().Should().BeSameAs(client.Workspaces);
    }

    [Fact]
    public async Task Keyed_clients_stand_side_by_side_with_their_own_keys_and_addresses()
    {
        await using var north = await StubServer.StartAsync(200, Given.WorkspaceJson);
        await using var south = await StubServer.StartAsync(200, Given.WorkspaceJson);
        await using var services = GivenHost.Services(collection =>
        {
            collection.AddKeyedWorkspacesClient(
                "north",
                options => (options.ApiKey, options.BaseAddress) = ("key-north", north.BaseAddress)
            );
            collection.AddKeyedWorkspacesClient(
                "south",
                options => (options.ApiKey, options.BaseAddress) = ("key-south", south.BaseAddress)
            );
        });

        await services.GetRequiredKeyedService<IWorkspacesClient>("north").GetAsync(Given.WorkspaceId, cancellationToken: Cancel);
        await services.GetRequiredKeyedService<IWorkspacesApi>("south").GetWorkspaceAsync(Given.WorkspaceId, cancellationToken: Cancel);

        north.Requests.Should().ContainSingle().Which.Headers["Authorization"].Should().Be("Bearer key-north");
        south.Requests.Should().ContainSingle().Which.Headers["Authorization"].Should().Be("Bearer key-south");
    }

    [Fact]
    public async Task The_four_keyed_services_are_one_client_and_the_plain_ones_stay_unregistered()
    {
        await using var services = GivenHost.Services(collection =>
            collection.AddKeyedWorkspacesClient("north", options => options.ApiKey = Given.Key)
        );

        var client = services.GetRequiredKeyedService<WorkspacesClient>("north");

        services.GetRequiredKeyedService<IWorkspacesClient>("north").Should().BeSameAs(client);
        services.GetRequiredKeyedService<IWorkspacesApi>("north").Should().BeSameAs(client.Workspaces);
        services.GetRequiredKeyedService<IAccountApi>("north").Should().BeSameAs(client.Account);
        services.GetService<IWorkspacesClient>().Should().BeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void A_keyed_client_needs_a_key_that_says_something(string key)
    {
        var register = () => new ServiceCollection().AddKeyedWorkspacesClient(key, _ => { });

        register.Should().Throw<ArgumentException>().WithParameterName(nameof(key));
    }

    [Fact]
    public void Registering_needs_services_and_what_says_how()
    {
        IServiceCollection none = null!;
        var services = new ServiceCollection();
        var registrations = new (string Name, Action Register)[]
        {
            ("services", () => none.AddWorkspacesClient()),
            ("services", () => none.AddWorkspacesClient(_ => { })),
            ("services", () => none.AddWorkspacesClient(new ConfigurationBuilder().Build())),
            ("services", () => none.AddKeyedWorkspacesClient("north", _ => { })),
            ("section", () => services.AddWorkspacesClient((IConfiguration)null!)),
            ("services", () => none.AddKeyedWorkspacesClient("north", new ConfigurationBuilder().Build())),
            ("section", () => services.AddKeyedWorkspacesClient("north", (IConfiguration)null!)),
            ("key", () => services.AddKeyedWorkspacesClient(null!, new ConfigurationBuilder().Build())),
            ("key", () => services.AddKeyedWorkspacesClient(null!, _ => { })),
            ("configure", () => services.AddKeyedWorkspacesClient("north", (Action<WorkspacesClientOptions>)null!)),
        };

        foreach (var (name, register) in registrations)
        {
            register.Should().ThrowExactly<ArgumentNullException>().WithParameterName(name);
        }

        services.Should().BeEmpty("what is refused leaves nothing behind");
    }

    [Fact]
    public async Task Registering_twice_is_harmless()
    {
        await using var server = await StubServer.StartAsync(200, Given.WorkspaceJson);
        await using var services = GivenHost.Services(collection =>
        {
            collection.AddWorkspacesClient(options => (options.ApiKey, options.BaseAddress) = ("key-first", server.BaseAddress));
            collection.AddWorkspacesClient(options => options.ApiKey = "key-second");
        });

        services.GetServices<IWorkspacesClient>().Should().ContainSingle();
        await services.GetRequiredService<IWorkspacesClient>().GetAsync(Given.WorkspaceId, cancellationToken: Cancel);

        server.Requests.Should().ContainSingle().Which.Headers["Authorization"].Should().Be("Bearer key-second", "the last setting wins");
    }

    [Fact]
    public async Task What_was_registered_first_wins_so_that_a_test_can_put_a_fake_there()
    {
        using var given = new WorkspacesClient(Given.Key);
        await using var services = GivenHost.Services(collection =>
        {
            collection.AddSingleton<IWorkspacesClient>(given);
            collection.AddWorkspacesClient(options => options.ApiKey = Given.Key);
        });

        services.GetRequiredService<IWorkspacesClient>().Should().BeSameAs(given);
    }

    [Fact]
    public async Task The_container_disposes_of_the_client()
    {
        await using var server = await StubServer.StartAsync(200, Given.WorkspaceJson);
        var services = GivenHost.Services(collection =>
            collection.AddWorkspacesClient(options => (options.ApiKey, options.BaseAddress) = (Given.Key, server.BaseAddress))
        );
        var client = services.GetRequiredService<IWorkspacesClient>();
        await client.GetAsync(Given.WorkspaceId, cancellationToken: Cancel);

        await services.DisposeAsync();

        var call = () => client.GetAsync(Given.WorkspaceId, cancellationToken: Cancel);
        await call.Should().ThrowAsync<ObjectDisposedException>();
        client.Invoking(one => one.ListAsync()).Should().Throw<ObjectDisposedException>();
        server.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task A_key_provider_set_by_delegate_is_asked_for_every_call()
    {
        await using var server = await StubServer.StartAsync(200, Given.WorkspaceJson);
        var asked = 0;
        await using var services = GivenHost.Services(collection =>
            collection.AddWorkspacesClient(options =>
            {
                options.BaseAddress = server.BaseAddress;
                options.ApiKeyProvider = _ => ValueTask.FromResult($"provided-{Interlocked.Increment(ref asked)}");
            })
        );
        var client = services.GetRequiredService<IWorkspacesClient>();

        await client.GetAsync(Given.WorkspaceId, cancellationToken: Cancel);
        await client.GetAsync(Given.WorkspaceId, cancellationToken: Cancel);

        server.Requests.Select(request => request.Headers["Authorization"]).Should().Equal("Bearer provided-1", "Bearer provided-2");
    }
}
