using System.Net;
using Amigo.Workspaces.Client.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using Polly;

namespace Amigo.Workspaces.Client.Tests.Hosting;

public class HandlerTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Handlers_that_the_host_adds_run_in_the_order_in_which_it_adds_them()
    {
        var steps = new List<string>();

        await CallAsync(services =>
            AddClient(services)
                .AddHttpMessageHandler(() => new NamedHandler("first", steps))
                .AddHttpMessageHandler(() => new NamedHandler("second", steps))
        );

        steps.Should().Equal("first", "second");
    }

    [Fact]
    public async Task Retrying_handlers_of_the_hosts_defaults_are_taken_out_and_every_other_one_stays()
    {
        var steps = new List<string>();

        await CallAsync(services =>
        {
            services.ConfigureHttpClientDefaults(defaults =>
            {
                defaults.AddHttpMessageHandler(() => new NamedHandler("tracing", steps));
                defaults.AddHttpMessageHandler(() => new OwnPolicyHandler(steps));
                foreach (var kind in HostDefaults.Retrying)
                {
                    HostDefaults.AddRetrying(defaults, kind);
                }

                defaults.AddHttpMessageHandler(() => new NamedHandler("tenancy", steps));
            });
            AddClient(services);
        });

        steps.Should().Equal("tracing", "tenancy");
    }

    [Fact]
    public async Task Each_keyed_client_has_the_handlers_of_its_own_registration()
    {
        var steps = new List<string>();
        await using var server = await StubServer.StartAsync(200, Given.WorkspaceJson);
        await using var services = GivenHost.Services(collection =>
        {
            void Set(WorkspacesClientOptions options) => (options.ApiKey, options.BaseAddress) = (Given.Key, server.BaseAddress);

            collection.AddWorkspacesClient(Set).AddHttpMessageHandler(() => new NamedHandler("plain", steps));
            collection.AddKeyedWorkspacesClient("north", Set).AddHttpMessageHandler(() => new NamedHandler("north", steps));
            collection.AddKeyedWorkspacesClient("south", Set).AddHttpMessageHandler(() => new NamedHandler("south", steps));
        });

        await services.GetRequiredService<IWorkspacesClient>().GetAsync(Given.WorkspaceId, cancellationToken: Cancel);
        await services.GetRequiredKeyedService<IWorkspacesClient>("north").GetAsync(Given.WorkspaceId, cancellationToken: Cancel);
        await services.GetRequiredKeyedService<IWorkspacesClient>("south").GetAsync(Given.WorkspaceId, cancellationToken: Cancel);

        steps.Should().Equal("plain", "north", "south");
    }

    [Fact]
    public async Task Loggers_of_the_factory_are_taken_out_and_the_clients_own_stay()
    {
        var log = new LogBook();

        await CallAsync(services =>
        {
            services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log));
            AddClient(services);
        });

        log.Entries.Should().Contain(entry => entry.Category == "Amigo.Workspaces.Client");
        log.Entries.Should().NotContain(entry => entry.Category.StartsWith("System.Net.Http.HttpClient"));
    }

    private static IHttpClientBuilder AddClient(IServiceCollection services) =>
        services.AddWorkspacesClient(options => options.ApiKey = Given.Key);

    private static async Task CallAsync(Action<IServiceCollection> register)
    {
        await using var server = await StubServer.StartAsync(200, Given.WorkspaceJson);
        await using var services = GivenHost.Services(collection =>
        {
            register(collection);
            collection.Configure<WorkspacesClientOptions>(options => options.BaseAddress = server.BaseAddress);
        });

        await services.GetRequiredService<IWorkspacesClient>().GetAsync(Given.WorkspaceId, cancellationToken: Cancel);

        server.Requests.Should().ContainSingle();
    }

    private sealed class NamedHandler(string name, List<string> steps) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            steps.Add(name);
            return base.SendAsync(request, cancellationToken);
        }
    }

    /// <summary>A host's own kind of a handler that retries.</summary>
    private sealed class OwnPolicyHandler(List<string> steps) : PolicyHttpMessageHandler(Policy.NoOpAsync<HttpResponseMessage>())
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            steps.Add("policy");
            return base.SendAsync(request, cancellationToken);
        }
    }
}
