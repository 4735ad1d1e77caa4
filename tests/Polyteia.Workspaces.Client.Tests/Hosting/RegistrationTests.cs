using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Polyteia.Workspaces.Client.Tests.Hosting;

public class RegistrationTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Both_services_are_one_singleton_client()
    {
        await using var services = GivenHost.Services(collection =>
            collection.AddPolyteiaWorkspacesClient(options => options.ApiKey = Given.Key)
        );
        await using var scope = services.CreateAsyncScope();

        var client = services.GetRequiredService<PolyteiaWorkspacesClient>();

        services.GetRequiredService<IPolyteiaWorkspacesClient>().Should().BeSameAs(client);
        scope.ServiceProvider.GetRequiredService<IPolyteiaWorkspacesClient>().Should().BeSameAs(client);
    }

    [Fact]
    public async Task Keyed_clients_stand_side_by_side_with_their_own_keys_and_addresses()
    {
        await using var north = await StubServer.StartAsync(200, Given.WorkspaceAnswer);
        await using var south = await StubServer.StartAsync(200, Given.WorkspaceAnswer);
        await using var services = GivenHost.Services(collection =>
        {
            collection.AddKeyedPolyteiaWorkspacesClient(
                "north",
                options => (options.ApiKey, options.BaseAddress) = ("key-north", north.BaseAddress)
            );
            collection.AddKeyedPolyteiaWorkspacesClient(
                "south",
                options => (options.ApiKey, options.BaseAddress) = ("key-south", south.BaseAddress)
            );
        });

        await services.GetRequiredKeyedService<IPolyteiaWorkspacesClient>("north").GetAsync(Given.Id, cancellationToken: Cancel);
        await services.GetRequiredKeyedService<PolyteiaWorkspacesClient>("south").GetAsync(Given.Id, cancellationToken: Cancel);

        north.Requests.Should().ContainSingle().Which.Headers["Authorization"].Should().Be("Bearer key-north");
        south.Requests.Should().ContainSingle().Which.Headers["Authorization"].Should().Be("Bearer key-south");
        services.GetService<IPolyteiaWorkspacesClient>().Should().BeNull("a keyed client is not the plain one");
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void A_keyed_client_needs_a_key_that_says_something(string key)
    {
        var inCode = () => new ServiceCollection().AddKeyedPolyteiaWorkspacesClient(key, _ => { });
        var bySection = () => new ServiceCollection().AddKeyedPolyteiaWorkspacesClient(key, new ConfigurationBuilder().Build());

        inCode.Should().Throw<ArgumentException>().WithParameterName(nameof(key));
        bySection.Should().Throw<ArgumentException>().WithParameterName(nameof(key));
    }

    [Fact]
    public void Registering_needs_services_and_what_says_how()
    {
        IServiceCollection none = null!;
        var services = new ServiceCollection();
        var section = new ConfigurationBuilder().Build();
        var registrations = new (string Name, Action Register)[]
        {
            ("services", () => none.AddPolyteiaWorkspacesClient()),
            ("services", () => none.AddPolyteiaWorkspacesClient(_ => { })),
            ("services", () => none.AddPolyteiaWorkspacesClient(section)),
            ("section", () => services.AddPolyteiaWorkspacesClient((IConfiguration)null!)),
            ("services", () => none.AddKeyedPolyteiaWorkspacesClient("north", _ => { })),
            ("key", () => services.AddKeyedPolyteiaWorkspacesClient(null!, _ => { })),
            ("configure", () => services.AddKeyedPolyteiaWorkspacesClient("north", (Action<PolyteiaWorkspacesClientOptions>)null!)),
            ("services", () => none.AddKeyedPolyteiaWorkspacesClient("north", section)),
            ("key", () => services.AddKeyedPolyteiaWorkspacesClient(null!, section)),
            ("section", () => services.AddKeyedPolyteiaWorkspacesClient("north", (IConfiguration)null!)),
        };

        foreach (var (name, register) in registrations)
        {
            register.Should().ThrowExactly<ArgumentNullException>().WithParameterName(name);
        }

        services.Should().BeEmpty("what is refused leaves nothing behind");
    }

    [Fact]
    public async Task What_was_registered_first_wins_so_that_a_test_can_put_a_fake_there()
    {
        using var given = new PolyteiaWorkspacesClient(Given.Key);
        await using var services = GivenHost.Services(collection =>
        {
            collection.AddSingleton<IPolyteiaWorkspacesClient>(given);
            collection.AddPolyteiaWorkspacesClient(options => options.ApiKey = Given.Key);
        });

        services.GetRequiredService<IPolyteiaWorkspacesClient>().Should().BeSameAs(given);
    }

    [Fact]
    public async Task The_container_disposes_of_the_client()
    {
        await using var server = await StubServer.StartAsync(200, Given.WorkspaceAnswer);
        var services = GivenHost.Services(collection =>
            collection.AddPolyteiaWorkspacesClient(options => (options.ApiKey, options.BaseAddress) = (Given.Key, server.BaseAddress))
        );
        var client = services.GetRequiredService<IPolyteiaWorkspacesClient>();
        await client.GetAsync(Given.Id, cancellationToken: Cancel);

        await services.DisposeAsync();

        var call = () => client.GetAsync(Given.Id, cancellationToken: Cancel);
        await call.Should().ThrowAsync<ObjectDisposedException>();
        server.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task The_hosts_own_handlers_stay_and_those_that_would_retry_go()
    {
        await using var server = await StubServer.StartAsync(503, "");
        await using var services = GivenHost.Services(collection =>
        {
            HostDefaults.AddRetrying(collection, "standard resilience");
            collection
                .AddPolyteiaWorkspacesClient(options => (options.ApiKey, options.BaseAddress) = (Given.Key, server.BaseAddress))
                .AddHttpMessageHandler(() => new Marking());
        });

        var call = () =>
            services.GetRequiredService<IPolyteiaWorkspacesClient>().CreateAsync(Given.CreateRequest, cancellationToken: Cancel);

        await call.Should().ThrowAsync<PolyteiaUnavailableException>();
        server.Requests.Should().ContainSingle().Which.Headers.Should().Contain("X-Marked", "yes");
    }

    [Fact]
    public async Task A_redirect_is_not_followed_by_a_registered_client_either()
    {
        await using var elsewhere = await StubServer.StartAsync(200, Given.WorkspaceAnswer);
        await using var server = await StubServer.StartAsync(307, "", ("Location", elsewhere.BaseAddress.ToString()));
        await using var services = GivenHost.Services(collection =>
            collection.AddPolyteiaWorkspacesClient(options => (options.ApiKey, options.BaseAddress) = (Given.Key, server.BaseAddress))
        );

        var call = () =>
            services.GetRequiredService<IPolyteiaWorkspacesClient>().CreateAsync(Given.CreateRequest, cancellationToken: Cancel);

        await call.Should().ThrowAsync<PolyteiaApiException>();
        elsewhere.Requests.Should().BeEmpty();
    }

    private sealed class Marking : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Add("X-Marked", "yes");
            return base.SendAsync(request, cancellationToken);
        }
    }
}
