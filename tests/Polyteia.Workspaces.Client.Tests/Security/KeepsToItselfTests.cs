using System.Diagnostics;
using System.Net;
using Microsoft.Extensions.DependencyInjection;

namespace Polyteia.Workspaces.Client.Tests.Security;

/// <summary>What belongs to one tenant, to the caller or to this machine goes nowhere else.</summary>
[Collection(RunAlone.Name)]
public sealed class KeepsToItselfTests : IDisposable
{
    private readonly IWebProxy _before = HttpClient.DefaultProxy;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => HttpClient.DefaultProxy = _before;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_cookie_that_one_key_was_given_is_not_sent_with_another(bool isRegistered)
    {
        await using var server = await StubServer.StartAsync(200, Given.WorkspaceAnswer, ("Set-Cookie", "session=of-north; Path=/"));
        using var client = Client(server.BaseAddress, isRegistered);

        await client.GetAsync(Given.Id, new() { ApiKey = "key-of-north" }, Cancel);
        await client.GetAsync(Given.Id, new() { ApiKey = "key-of-south" }, Cancel);

        server.Requests.Should().HaveCount(2).And.OnlyContain(request => !request.Headers.ContainsKey("Cookie"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Plain_http_to_this_machine_never_shows_the_key_to_a_proxy(bool isRegistered)
    {
        await using var server = await StubServer.StartAsync(200, Given.WorkspaceAnswer);
        await using var proxy = await StubServer.StartAsync(502, "");
        HttpClient.DefaultProxy = new WebProxy(proxy.BaseAddress);
        using var client = Client(server.BaseAddress, isRegistered);

        await client.GetAsync(Given.Id, null, Cancel);

        proxy.Requests.Should().BeEmpty();
        server.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task The_sample_on_its_stub_works_behind_a_proxy()
    {
        await using var proxy = await StubServer.StartAsync(502, "");

        var run = await SampleProcess.RunAsync(
            "PolyteiaQuickstart",
            [],
            "",
            ("http_proxy", proxy.BaseAddress.ToString()),
            ("no_proxy", null)
        );

        run.ExitCode.Should().Be(0, run.Output + run.Error);
        proxy.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task The_user_and_password_of_a_proxy_show_nowhere()
    {
        await using var proxy = RawServer.Answering("HTTP/1.1 407 No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        var address = new UriBuilder(proxy.BaseAddress) { UserName = "proxy-user", Password = "pr0xy'P4ss" }.Uri;
        HttpClient.DefaultProxy = new WebProxy(address);
        using var client = Given.Client(new Uri("https://nothing.invalid"));

        (await QueryCall.Of("create_workspace").FailAsync(client)).ToString().Should().NotContainAny("proxy-user", "pr0xy", "P4ss");
    }

    [Theory]
    [InlineData(ActivityIdFormat.W3C)]
    [InlineData(ActivityIdFormat.Hierarchical)]
    public async Task A_patients_name_in_the_callers_baggage_is_not_sent(ActivityIdFormat format)
    {
        await using var server = await StubServer.StartAsync(200, Given.WorkspaceAnswer);
        using var client = Given.Client(server.BaseAddress);
        using var own = new Activity("visit").SetIdFormat(format).AddBaggage("patient", "Jane-Doe-1950").Start();

        await client.GetAsync(Given.Id, null, Cancel);
        using (new TraceRecorder(source => source == "Polyteia.Workspaces.Client"))
        {
            await client.GetAsync(Given.Id, null, Cancel);
        }

        server.Requests.Should().HaveCount(2);
        server.Requests.SelectMany(request => request.Headers.Values).Should().OnlyContain(value => !value.Contains("Jane-Doe"));
        Activity.Current.Should().BeSameAs(own);
    }

    private static PolyteiaWorkspacesClient Client(Uri address, bool isRegistered) =>
        isRegistered
            ? new ServiceCollection()
                .AddPolyteiaWorkspacesClient(options => (options.ApiKey, options.BaseAddress) = (Given.Key, address))
                .Services.BuildServiceProvider()
                .GetRequiredService<PolyteiaWorkspacesClient>()
            : Given.Client(address);
}
