using System.Net;
using Amigo.Workspaces.Client.Tests.Behaviour;
using Amigo.Workspaces.Client.Tests.Support;

namespace Amigo.Workspaces.Client.Tests.Security;

/// <summary>The proxy that a company's machines are set up with.</summary>
[Collection(RunAlone.Name)]
public sealed class ProxyTests : IDisposable
{
    private const string Password = "pr0xy'P4ss!w0rd";

    private static readonly ClientSource[] HandlersOfOurs = [ClientSource.Own, ClientSource.Registered, ClientSource.RegisteredWithHandler];
    private static readonly string[] ThisMachine = ["127.0.0.1", "localhost"];

    private readonly IWebProxy _before = HttpClient.DefaultProxy;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<ClientSource, string> EveryWayToThisMachine =>
        [.. from source in HandlersOfOurs from host in ThisMachine select (source, host)];

    public void Dispose() => HttpClient.DefaultProxy = _before;

    [Theory]
    [MemberData(nameof(EveryWayToThisMachine))]
    public async Task Plain_http_to_this_machine_never_shows_the_key_to_a_proxy(ClientSource source, string host)
    {
        await using var server = await StubServer.StartAsync(200, Given.WorkspaceJson);
        await using var proxy = await StubServer.StartAsync(502, "");
        HttpClient.DefaultProxy = new WebProxy(proxy.BaseAddress);
        using var made = MadeClient.From(source, new UriBuilder(server.BaseAddress) { Host = host }.Uri);

        (await made.Client.GetAsync(Given.WorkspaceId, cancellationToken: Cancel)).Id.Should().Be(Given.WorkspaceId);

        proxy.Requests.Should().BeEmpty();
        server.Requests.Should().ContainSingle().Which.Headers["Authorization"].Should().Be("Bearer " + Given.Key);
    }

    [Theory]
    [InlineData("Quickstart")]
    [InlineData("PromoteToProduction")]
    public async Task A_sample_on_its_emulator_works_behind_a_proxy(string sample)
    {
        await using var proxy = await StubServer.StartAsync(502, "");

        var run = await SampleProcess.RunAsync(
            sample,
            [],
            "sunrise-clinic\n",
            ("http_proxy", proxy.BaseAddress.ToString()),
            ("HTTPS_PROXY", proxy.BaseAddress.ToString()),
            ("no_proxy", null)
        );

        run.Error.Should().BeEmpty();
        run.ExitCode.Should().Be(0, run.Output);
        proxy.Requests.Should().BeEmpty();
    }

    [Theory]
    [InlineData(ClientSource.Own)]
    [InlineData(ClientSource.Registered)]
    public async Task Https_goes_through_the_proxy_which_sees_no_key(ClientSource source)
    {
        var seen = "";
        await using var proxy = RawServer.Start(async connection => seen += await connection.ReadRequestAsync());
        HttpClient.DefaultProxy = new WebProxy(proxy.BaseAddress);
        using var made = MadeClient.From(source, new Uri("https://nothing.invalid"), options => options.MaxRetries = 0);

        await FailAsync<WorkspacesConnectionException>(made.Client);

        seen.Should().StartWith("CONNECT nothing.invalid:443 ").And.NotContain(Given.Key);
    }

    [Theory]
    [InlineData(407)]
    [InlineData(502)]
    public async Task The_user_and_password_of_a_proxy_show_nowhere_when_it_makes_no_tunnel(int status)
    {
        await using var proxy = RawServer.Answering($"HTTP/1.1 {status} No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        HttpClient.DefaultProxy = new WebProxy(WithUser(proxy.BaseAddress));
        using var log = new LogBook();
        using var traces = new TraceRecorder();
        using var client = new WorkspacesClient(Given.Options(new Uri("https://nothing.invalid")), log);

        var failure = await FailAsync<WorkspacesConnectionException>(client);

        failure.Message.Should().Contain("tunnel");
        failure.InnerException.Should().NotBeNull();
        string[] told =
        [
            failure.ToString(),
            .. log.Entries.Select(entry => entry.Message + entry.Exception),
            .. traces.Stopped.SelectMany(trace => trace.TagObjects).Select(tag => $"{tag.Key} {tag.Value}"),
        ];
        told.Should().OnlyContain(text => !text.Contains("proxy-user") && !text.Contains("ss!w0rd") && !text.Contains("pr0xy"));
    }

    [Fact]
    public async Task They_show_nowhere_when_the_proxy_cannot_be_reached()
    {
        HttpClient.DefaultProxy = new WebProxy(WithUser(new Uri("http://127.0.0.1:1")));
        using var client = Given.Client(new Uri("https://nothing.invalid"));

        (await FailAsync<WorkspacesConnectionException>(client)).ToString().Should().NotContainAny("proxy-user", "ss!w0rd", "pr0xy");
    }

    private static Uri WithUser(Uri proxy) => new UriBuilder(proxy) { UserName = "proxy-user", Password = Password }.Uri;

    private static async Task<TException> FailAsync<TException>(WorkspacesClient client)
        where TException : WorkspacesException
    {
        var calling = () => OperationCall.Of("create-my-workspace").Plain(client, null, Cancel);
        return (await calling.Should().ThrowAsync<TException>()).Which;
    }
}
