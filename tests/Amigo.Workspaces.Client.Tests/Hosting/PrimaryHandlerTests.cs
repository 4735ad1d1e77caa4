using System.Net;
using Amigo.Workspaces.Client.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Amigo.Workspaces.Client.Tests.Hosting;

public class PrimaryHandlerTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string, Action<IHttpClientBuilder>> WaysToSetAProxy =>
        new()
        {
            { "sockets", builder => builder.ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { Proxy = Proxy }) },
            { "client", builder => builder.ConfigurePrimaryHttpMessageHandler(() => new HttpClientHandler { Proxy = Proxy }) },
            {
                "changed",
                builder => builder.ConfigurePrimaryHttpMessageHandler((handler, _) => ((SocketsHttpHandler)handler).Proxy = Proxy)
            },
        };

    private static readonly AsyncLocal<IWebProxy?> CurrentProxy = new();

    private static IWebProxy? Proxy => CurrentProxy.Value;

    [Theory]
    [MemberData(nameof(WaysToSetAProxy))]
    public async Task A_proxy_of_the_hosts_defaults_is_used_and_its_redirect_is_not_followed(
        string _,
        Action<IHttpClientBuilder> setProxy
    ) =>
        await TheProxyIsUsedAndRedirectsAreOffAsync(
            (services, register) =>
            {
                services.ConfigureHttpClientDefaults(setProxy);
                register(services);
            }
        );

    [Theory]
    [MemberData(nameof(WaysToSetAProxy))]
    public async Task A_proxy_set_on_the_clients_own_builder_is_used_and_its_redirect_is_not_followed(
        string _,
        Action<IHttpClientBuilder> setProxy
    ) => await TheProxyIsUsedAndRedirectsAreOffAsync((services, register) => setProxy(register(services)));

    private static async Task TheProxyIsUsedAndRedirectsAreOffAsync(
        Action<IServiceCollection, Func<IServiceCollection, IHttpClientBuilder>> register
    )
    {
        await using var elsewhere = await StubServer.StartAsync(200, Given.WorkspaceJson);
        await using var proxy = await StubServer.StartAsync(307, "", ("Location", elsewhere.BaseAddress + "v1/me/workspaces"));
        CurrentProxy.Value = new WebProxy(proxy.BaseAddress);
        await using var services = GivenHost.Services(collection =>
            register(
                collection,
                all =>
                    all.AddWorkspacesClient(options => (options.ApiKey, options.BaseAddress) = (Given.Key, new Uri("http://127.0.0.1:9")))
            )
        );

        var create = () => services.GetRequiredService<IWorkspacesClient>().CreateAsync(Given.CreateRequest, cancellationToken: Cancel);

        var failure = (await create.Should().ThrowAsync<WorkspacesException>()).Which;
        elsewhere.Requests.Should().BeEmpty("a redirect would carry the write to another address");
        proxy.Requests.Should().ContainSingle();
        failure.Should().BeOfType<WorkspacesApiException>().Which.StatusCode.Should().Be(HttpStatusCode.TemporaryRedirect);
        failure.Message.Should().Contain(elsewhere.BaseAddress.Host);
    }
}
