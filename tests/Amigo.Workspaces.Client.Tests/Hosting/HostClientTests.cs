using System.Collections.Concurrent;
using System.Security.Cryptography.X509Certificates;
using Amigo.Workspaces.Client.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Amigo.Workspaces.Client.Tests.Hosting;

/// <summary>What a host says of the HttpClient that its factory makes. Without such words none is made.</summary>
public class HostClientTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_header_that_the_host_sets_on_the_client_is_sent()
    {
        await using var server = await StubServer.StartAsync(200, Given.WorkspaceJson);

        await GetAsync(server, _ => { }, client => client.ConfigureHttpClient(SetTenant));

        server.Requests.Should().ContainSingle().Which.Headers.Should().Contain("X-Tenant", "north");
    }

    [Fact]
    public async Task A_header_that_the_host_sets_on_every_client_is_sent()
    {
        await using var server = await StubServer.StartAsync(200, Given.WorkspaceJson);

        await GetAsync(
            server,
            services => services.ConfigureHttpClientDefaults(defaults => defaults.ConfigureHttpClient(SetTenant)),
            _ => { }
        );

        server.Requests.Should().ContainSingle().Which.Headers.Should().Contain("X-Tenant", "north");
    }

    [Fact]
    public async Task A_factory_of_the_host_makes_the_clients()
    {
        await using var server = await StubServer.StartAsync(200, Given.WorkspaceJson);
        using var factory = new OwnFactory();

        await GetAsync(server, _ => { }, client => client.Services.AddSingleton<IHttpClientFactory>(factory));

        factory.Names.Should().Equal("Amigo.Workspaces.Client");
        server.Requests.Should().ContainSingle().Which.Headers.Should().Contain("X-Tenant", "north");
    }

    [Theory]
    [InlineData(null, "HTTP/2")]
    [InlineData("1.1", "HTTP/1.1")]
    public async Task Over_TLS_a_registered_client_speaks_HTTP_2_unless_the_host_says_otherwise(string? version, string protocol)
    {
        using var certificate = Certificates.SelfSigned();
        var protocols = new ConcurrentQueue<string>();
        await using var server = await StubServer.StartAsync(
            (context, _) =>
            {
                protocols.Enqueue(context.Request.Protocol);
                return StubServer.RespondAsync(context, 200, Given.WorkspaceJson);
            },
            certificate
        );

        await GetAsync(
            server,
            _ => { },
            client =>
            {
                client.ConfigurePrimaryHttpMessageHandler(() => Trusting(certificate));
                if (version is not null)
                {
                    client.ConfigureHttpClient(http => http.DefaultRequestVersion = Version.Parse(version));
                }
            }
        );

        protocols.Should().Equal(protocol);
    }

    private static SocketsHttpHandler Trusting(X509Certificate2 certificate)
    {
        var handler = new SocketsHttpHandler();
        handler.SslOptions.RemoteCertificateValidationCallback = (_, shown, _, _) => shown!.Equals(certificate);
        return handler;
    }

    private static void SetTenant(HttpClient client) => client.DefaultRequestHeaders.Add("X-Tenant", "north");

    private static async Task GetAsync(StubServer server, Action<IServiceCollection> before, Action<IHttpClientBuilder> after)
    {
        await using var services = GivenHost.Services(collection =>
        {
            before(collection);
            after(collection.AddWorkspacesClient(options => (options.ApiKey, options.BaseAddress) = (Given.Key, server.BaseAddress)));
        });
        await services.GetRequiredService<IWorkspacesClient>().GetAsync(Given.WorkspaceId, cancellationToken: Cancel);
    }

    private sealed class OwnFactory : IHttpClientFactory, IDisposable
    {
        private readonly HttpClient _client = new(new SocketsHttpHandler());

        public OwnFactory() => SetTenant(_client);

        public List<string> Names { get; } = [];

        public HttpClient CreateClient(string name)
        {
            Names.Add(name);
            return _client;
        }

        public void Dispose() => _client.Dispose();
    }
}
