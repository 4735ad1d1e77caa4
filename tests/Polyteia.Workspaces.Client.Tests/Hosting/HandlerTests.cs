using System.Net;
using Microsoft.Extensions.DependencyInjection;

namespace Polyteia.Workspaces.Client.Tests.Hosting;

/// <summary>Handlers that the host brings along.</summary>
public class HandlerTests
{
    private static readonly InvalidDataException Mine = new("The certificate store is locked.");

    [Theory]
    [MemberData(nameof(QueryCall.Names), MemberType = typeof(QueryCall))]
    public async Task One_that_cannot_be_made_is_a_failure_of_ours_and_nothing_was_sent(string name)
    {
        await using var server = await StubServer.StartAsync(200, QueryCall.Of(name).Answer);
        await using var services = Services(server, builder => builder.AddHttpMessageHandler(() => throw Mine));

        var failure = await QueryCall.Of(name).FailAsync(services.GetRequiredService<IPolyteiaWorkspacesClient>());

        failure.Should().BeOfType<PolyteiaConnectionException>().Which.InnerException.Should().BeSameAs(Mine);
        (failure.Attempts, failure.MayHaveBeenApplied).Should().Be((1, false));
        server.Requests.Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(QueryCall.Names), MemberType = typeof(QueryCall))]
    public async Task One_that_returns_no_response_is_a_connection_that_failed(string name)
    {
        await using var server = await StubServer.StartAsync(200, QueryCall.Of(name).Answer);
        await using var services = Services(server, builder => builder.AddHttpMessageHandler(() => new Silent()));

        var failure = await QueryCall.Of(name).FailAsync(services.GetRequiredService<IPolyteiaWorkspacesClient>());

        failure
            .Should()
            .BeOfType<PolyteiaConnectionException>()
            .Which.InnerException!.Message.Should()
            .Be("A handler returned no response.");
        (failure.Attempts, failure.MayHaveBeenApplied).Should().Be((1, QueryCall.Of(name).IsWrite));
    }

    [Theory]
    [InlineData(typeof(SocketsHttpHandler))]
    [InlineData(typeof(HttpClientHandler))]
    public async Task One_that_connects_follows_no_redirect_and_keeps_no_cookie(Type kind)
    {
        await using var elsewhere = await StubServer.StartAsync(200, Given.WorkspaceAnswer);
        await using var server = await StubServer.StartAsync(
            307,
            "",
            ("Location", elsewhere.BaseAddress.ToString()),
            ("Set-Cookie", "session=north; Path=/")
        );
        await using var services = Services(
            server,
            builder => builder.ConfigurePrimaryHttpMessageHandler(() => (HttpMessageHandler)Activator.CreateInstance(kind)!)
        );
        var client = services.GetRequiredService<IPolyteiaWorkspacesClient>();

        var failure = (PolyteiaApiException)await QueryCall.Of("create_workspace").FailAsync(client);
        await QueryCall.Of("create_workspace").FailAsync(client);

        failure.StatusCode.Should().Be(HttpStatusCode.TemporaryRedirect);
        elsewhere.Requests.Should().BeEmpty();
        server.Requests.Should().HaveCount(2).And.NotContain(request => request.Headers.ContainsKey("Cookie"));
    }

    private static ServiceProvider Services(StubServer server, Action<IHttpClientBuilder> change) =>
        GivenHost.Services(collection =>
            change(
                collection.AddPolyteiaWorkspacesClient(options => (options.ApiKey, options.BaseAddress) = (Given.Key, server.BaseAddress))
            )
        );

    private sealed class Silent : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult<HttpResponseMessage>(null!);
    }
}
