using System.Net;
using System.Net.Sockets;
using Amigo.Workspaces.Cli.Tests.Support;
using Amigo.Workspaces.Emulator;

namespace Amigo.Workspaces.Cli.Tests;

/// <summary>An error says what happened and what to do next, in the words of the command.</summary>
public class HintTests
{
    private const string SignInPage = "<!doctype html><title>Sign in</title>";

    [Fact]
    public async Task Https_on_a_plain_http_port_is_told_with_the_port_and_with_what_to_write()
    {
        await using var world = await CliWorld.StartAsync();
        var port = world.Emulator.BaseAddress.Port;

        var run = await world.RunAsync("list", "--base-url", $"https://127.0.0.1:{port}", "--retries", "0");

        run.ExitCode.Should().Be(6);
        run.Error.Should().Contain($"127.0.0.1:{port}").And.Contain("write http:// in place of https://");
    }

    [Fact]
    public async Task A_closed_port_is_named()
    {
        await using var world = await CliWorld.StartAsync();
        using var closed = new TcpListener(IPAddress.Loopback, 0);
        closed.Start();
        var port = ((IPEndPoint)closed.LocalEndpoint).Port;
        closed.Stop();

        var run = await world.RunAsync("list", "--base-url", $"http://127.0.0.1:{port}", "--retries", "0");

        run.ExitCode.Should().Be(6);
        run.Error.Should().Contain($"127.0.0.1:{port}").And.Contain("Check the host and the port").And.Contain("--base-url");
    }

    [Fact]
    public async Task A_wrong_base_path_is_not_taken_for_a_workspace_that_is_missing()
    {
        await using var world = await CliWorld.StartAsync();

        var run = await world.RunAsync("list", "--base-url", $"{world.Emulator.BaseAddress}wrong");

        run.ExitCode.Should().Be(6);
        run.Error.Should().Contain("404 Not Found").And.Contain("check the path").And.NotContain("archived");
    }

    [Fact]
    public async Task A_workspace_that_is_missing_is_not_taken_for_a_wrong_address()
    {
        await using var world = await CliWorld.StartAsync();

        var run = await world.RunAsync("get", "7c9e6679-7425-40de-944b-e07fc1f90ae7");

        run.ExitCode.Should().Be(4);
        run.Error.Should().Contain("404 Not Found").And.Contain("It may be archived").And.NotContain("--base-url");
    }

    [Fact]
    public async Task Where_a_missing_workspace_cannot_be_told_from_a_wrong_path_both_are_named()
    {
        await using var world = await CliWorld.StartAsync();

        var run = await world.RunAsync("get", "7c9e6679-7425-40de-944b-e07fc1f90ae7", "--base-url", $"{world.Emulator.BaseAddress}wrong");

        run.ExitCode.Should().Be(4);
        run.Error.Should().Contain("It may be archived").And.Contain("check the path");
    }

    [Theory]
    [InlineData(200)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(502)]
    public async Task A_web_page_is_not_the_service(int status)
    {
        await using var world = await CliWorld.StartAsync();
        await using var server = await StubServer.StartAsync(status, SignInPage);

        var run = await world.RunAsync("list", "--base-url", $"{server.BaseAddress}", "--retries", "0");

        run.ExitCode.Should().Be(6);
        run.Error.Should().Contain("A web page is not the service: check the address (--base-url").And.NotContain("role");
    }

    [Fact]
    public async Task A_redirect_is_told_with_where_it_leads()
    {
        await using var world = await CliWorld.StartAsync();
        await using var server = await StubServer.StartAsync(302, "", ("Location", "https://else.example/"));

        var run = await world.RunAsync("list", "--base-url", $"{server.BaseAddress}");

        run.ExitCode.Should().Be(6);
        run.Error.Should().Contain("it redirects to https://else.example/").And.Contain("If you trust where it leads");
    }

    [Fact]
    public async Task A_taken_slug_is_told_with_who_has_it()
    {
        await using var world = await CliWorld.StartAsync();
        var archived = world.Add("old-clinic");
        world.Add("acme-clinic");
        await world.RunAsync("archive", archived.Slug, "--confirm", archived.Slug);

        var visible = await CreateAsync("acme-clinic");
        var unseen = await CreateAsync("old-clinic");
        var unseenIfMissing = await CreateAsync("old-clinic", "--if-missing");

        visible.ExitCode.Should().Be(5);
        visible
            .Error.Should()
            .Contain("`amigo-workspaces get acme-clinic` shows the workspace that has it; --if-missing accepts it as it is.");
        unseen.ExitCode.Should().Be(5);
        unseen.Error.Should().Contain("An archived workspace").And.Contain("choose another").And.NotContain("--if-missing");
        unseenIfMissing.Should().Be(unseen with { Error = unseenIfMissing.Error });
        unseenIfMissing.Error.Should().Contain("choose another").And.NotContain("--if-missing");

        Task<CliRun> CreateAsync(string slug, params string[] more) =>
            world.RunAsync(["create", slug, "--name", "Acme", "--environment", "staging", .. more]);
    }

    [Theory]
    [InlineData("get 00000000-0000-0000-0000-000000000000")]
    [InlineData("list --timeout 0.001")]
    [InlineData("list --base-url ftp://example.com")]
    [InlineData("list --base-url https://user:password@example.com")]
    [InlineData("create Acme --name Acme --environment staging")]
    [InlineData("create acme-clinic --name= --environment staging")]
    [InlineData("create acme-clinic --name Acme --environment staging --backend-org-id=")]
    [InlineData("archive acme-clinic --confirm acme-clinic --timeout 0.001")]
    [InlineData("profile add acme")]
    public async Task No_error_uses_the_words_of_the_library(string line)
    {
        await using var world = await CliWorld.StartAsync();
        world.Add("acme-clinic");

        var run = await world.RunWithInputAsync("a key with spaces\n", line.Split(' '));

        run.ExitCode.Should().BeOneOf([2, 6], run.Error);
        run.Error.Should()
            .NotContainAny("Guid", "Options", "BaseAddress", "ApiKey", "TotalTimeout", "Parameter", "Name ", "BackendOrgId", "password@");
    }

    [Fact]
    public async Task Every_workspace_that_an_apply_left_undone_is_told_in_the_same_words()
    {
        await using var world = await CliWorld.StartAsync();
        world.Add("acme-clinic");
        world.Emulator.Inject(Fault.StalledBody, "update-workspace");
        const string manifest = "workspaces: [{ slug: acme-clinic, name: Acme North }]";

        var run = await world.RunAsync("apply", world.FileWith("clinics.yaml", manifest), "--yes", "--timeout", "5", "--retries", "0");

        run.Output.Should().Contain("got no complete answer within 5 s.").And.NotContain("Options");
    }
}
