namespace Polyteia.Workspaces.Client.Tests.Behaviour;

public class BaseAddressTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("", "/api")]
    [InlineData("/", "/api")]
    [InlineData("/tenant", "/tenant/api")]
    [InlineData("/tenant/", "/tenant/api")]
    [InlineData("/a/b//", "/a/b/api")]
    [InlineData("/api", "/api")]
    [InlineData("/api/", "/api")]
    [InlineData("/tenant/api", "/tenant/api")]
    [InlineData("/myapi", "/myapi/api")]
    public async Task The_one_path_follows_whatever_the_address_holds(string path, string asked)
    {
        await using var server = await StubServer.StartAsync(200, Given.WorkspaceAnswer);
        using var client = Given.Client(new Uri(server.BaseAddress.ToString().TrimEnd('/') + path));

        await client.GetAsync(Given.Id, cancellationToken: Cancel);

        var sent = server.Requests.Should().ContainSingle().Subject;
        (sent.Method, sent.Path, sent.Query).Should().Be(("POST", asked, ""));
    }

    [Fact]
    public void The_default_is_the_services_own() =>
        new PolyteiaWorkspacesClientOptions().BaseAddress.Should().Be(new Uri("https://app.polyteia.com"));

    [Theory]
    [InlineData("http://app.polyteia.com", "https")]
    [InlineData("https://user@app.polyteia.com", "user info")]
    [InlineData("https://app.polyteia.com?x=1", "query")]
    [InlineData("ftp://app.polyteia.com", "https")]
    public void An_address_that_would_show_the_key_or_makes_no_sense_is_refused(string address, string words)
    {
        var create = () => Given.Client(new Uri(address)).Dispose();

        create.Should().Throw<ArgumentException>().WithMessage($"BaseAddress *{words}*");
    }
}
