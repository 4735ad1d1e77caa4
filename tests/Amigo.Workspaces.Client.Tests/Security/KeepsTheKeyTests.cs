using Amigo.Workspaces.Client.Tests.Support;

namespace Amigo.Workspaces.Client.Tests.Security;

public class KeepsTheKeyTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_takes_neither_the_key_nor_the_write_to_another_host(int status)
    {
        await using var elsewhere = await StubServer.StartAsync(200, Given.WorkspaceJson);
        await using var server = await StubServer.StartAsync(status, "", ("Location", elsewhere.BaseAddress.ToString()));
        using var client = Given.Client(server.BaseAddress);

        var read = () => client.GetAsync(Given.WorkspaceId, cancellationToken: Cancel);
        var write = () => client.CreateAsync(Given.CreateRequest, cancellationToken: Cancel);

        (await read.Should().ThrowAsync<WorkspacesApiException>()).Which.Message.Should().Contain(elsewhere.BaseAddress.ToString());
        await write.Should().ThrowAsync<WorkspacesApiException>();
        elsewhere.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task A_callers_own_connections_that_follow_redirects_do_not_show_the_key_to_the_other_host()
    {
        await using var elsewhere = await StubServer.StartAsync(200, Given.WorkspaceJson);
        await using var server = await StubServer.StartAsync(307, "", ("Location", elsewhere.BaseAddress.ToString()));
        using var http = new HttpClient();
        using var client = new WorkspacesClient(http, Given.Options(server.BaseAddress));

        var read = () => client.GetAsync(Given.WorkspaceId, cancellationToken: Cancel);

        (await read.Should().ThrowAsync<WorkspacesResponseException>()).Which.Message.Should().Contain("redirects must be off");
        elsewhere.Requests.Should().OnlyContain(request => !request.Headers.ContainsKey("Authorization"));
    }

    [Theory]
    [InlineData("http://api.platform.amigo.ai")]
    [InlineData("http://192.0.2.1")]
    [InlineData("http://loopback")]
    [InlineData("http://localhost.example")]
    [InlineData("http://127.0.0.1.example")]
    public void Plain_http_is_refused_before_anything_is_sent(string address)
    {
        var create = () => new WorkspacesClient(new WorkspacesClientOptions { ApiKey = Given.Key, BaseAddress = new Uri(address) });

        create.Should().Throw<ArgumentException>().WithMessage("*must be https*").Which.ToString().Should().NotContain(Given.Key);
    }

    [Theory]
    [InlineData("http://localhost:5000")]
    [InlineData("http://127.0.0.1")]
    [InlineData("http://127.1.2.3/v1/")]
    [InlineData("http://[::1]:8080")]
    public void Plain_http_to_this_machine_is_allowed(string address)
    {
        var create = () =>
            new WorkspacesClient(new WorkspacesClientOptions { ApiKey = Given.Key, BaseAddress = new Uri(address) }).Dispose();

        create.Should().NotThrow();
    }

    [Theory]
    [InlineData("k3y+with/sl=ash", "got k3y\\u002Bwith\\/sl\\u003dash!", "got [redacted]!")]
    [InlineData("k3y+with/sl=ash", "?q=k3y%2bwith%2Fsl%3Dash&r=1", "?q=[redacted]&r=1")]
    [InlineData("k3y\"quoted\\back", """{"a":"k3y\"quoted\\back"}""", """{"a":"[redacted]"}""")]
    [InlineData("k3y\"quoted\\back", "k3y\"quoted\\back", "[redacted]")]
    [InlineData("k3y%41percent", "k3y%41percent k3y%2541percent", "[redacted] [redacted]")]
    [InlineData("plainkey", "plainkeyplainkey plainke", "[redacted][redacted] plainke")]
    [InlineData("abc", "abc cabcab (abc)", "[redacted] cabcab ([redacted])")]
    public void A_key_is_struck_however_its_characters_are_escaped(string key, string text, string expected) =>
        new ApiKey(key).Redact(text).Should().Be(expected);
}
