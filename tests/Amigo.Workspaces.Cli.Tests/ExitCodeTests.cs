using System.Net;
using System.Net.Sockets;
using Amigo.Workspaces.Cli.Tests.Support;
using Amigo.Workspaces.Emulator;

namespace Amigo.Workspaces.Cli.Tests;

public class ExitCodeTests
{
    private const string WorkspaceJson = """
        {"id":"0b0f7a2e-6a4b-4c9d-9a53-0c8c1f4d2e11","slug":"acme-clinic","name":"Acme Clinic","environment":"staging","backend_org_id":null,
        "region":"us-east-1","connector_type":null,"provisioned_at":null,"created_at":"2026-01-01T00:00:00Z","updated_at":"2026-01-01T00:00:00Z"}
        """;

    [Fact]
    public async Task Refused_by_the_service_is_1_with_its_words_and_its_request()
    {
        await using var world = await CliWorld.StartAsync();
        world.Add("acme-clinic", "development");

        var run = await world.RunAsync("convert", "acme-clinic", "--to", "production", "--confirm", "acme-clinic");

        run.ExitCode.Should().Be(1);
        run.Error.Should().Contain("422").And.Contain("(request ").And.Contain("Only workspaces in staging or production can convert");
    }

    [Fact]
    public async Task A_service_that_fails_is_1_and_a_rate_limit_says_when_to_come_back()
    {
        await using var world = await CliWorld.StartAsync();
        world.Emulator.Inject(Fault.Status(500), "list-workspaces");
        var headers = new Dictionary<string, string> { ["Retry-After"] = "42" };
        world.Emulator.Inject(Fault.Status(429, headers: headers), "list-workspaces");

        var failed = await world.RunAsync("list", "--retries", "0");
        var limited = await world.RunAsync("list", "--retries", "0");

        failed.ExitCode.Should().Be(1);
        limited.ExitCode.Should().Be(1);
        limited.Error.Should().Contain("try again in 42 s");
    }

    [Theory]
    [InlineData("lst")]
    [InlineData("list --limit nine")]
    [InlineData("list --all --limit 3")]
    [InlineData("list --environment moon")]
    [InlineData("list --all=perhaps")]
    [InlineData("export --token -1")]
    [InlineData("export --output yaml")]
    [InlineData("apply clinics.yaml --parallel 17")]
    [InlineData("list --output xml")]
    [InlineData("list --timeout 0")]
    [InlineData("get Not_A_Slug")]
    [InlineData("update acme-clinic")]
    [InlineData("create acme-clinic --name Acme")]
    [InlineData("apply no-such-file.yaml --dry-run")]
    [InlineData("list --base-url http://example.com")]
    public async Task A_wrong_command_line_is_2_and_nothing_is_sent(string line)
    {
        await using var world = await CliWorld.StartAsync();

        var run = await world.RunAsync(line.Split(' '));

        run.ExitCode.Should().Be(2, run.Error);
        run.Output.Should().BeEmpty();
        run.Error.Should().StartWith("error: ");
        run.Error.TrimEnd('\n').Split('\n').Length.Should().BeLessThanOrEqualTo(2);
        world.Emulator.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task Not_authorised_is_3_for_no_key_a_wrong_key_and_a_role_that_may_not()
    {
        await using var world = await CliWorld.StartAsync();
        string[] create = ["create", "acme-clinic", "--name", "Acme Clinic", "--environment", "staging"];

        world.Variables["AMIGO_API_KEY"] = null;
        var missing = await world.RunAsync("list");
        world.Variables["AMIGO_API_KEY"] = "emu_wrong";
        var wrong = await world.RunAsync("list");
        world.Variables["AMIGO_API_KEY"] = world.Emulator.CreateApiKey(WorkspaceRole.Viewer);
        var forbidden = await world.RunAsync(create);

        missing.ExitCode.Should().Be(3);
        missing.Error.Should().Contain("AMIGO_API_KEY").And.Contain("profile add");
        wrong.ExitCode.Should().Be(3);
        wrong.Error.Should().Contain("doctor").And.NotContain("emu_wrong");
        forbidden.ExitCode.Should().Be(3);
        forbidden.Error.Should().Contain("role");
    }

    [Fact]
    public async Task A_service_that_cannot_be_reached_is_6()
    {
        await using var world = await CliWorld.StartAsync();
        using var closed = new TcpListener(IPAddress.Loopback, 0);
        closed.Start();
        var port = ((IPEndPoint)closed.LocalEndpoint).Port;
        closed.Stop();

        var run = await world.RunAsync("list", "--base-url", $"http://127.0.0.1:{port}", "--retries", "0");

        run.ExitCode.Should().Be(6);
        run.Error.Should().Contain("--base-url");
    }

    [Fact]
    public async Task A_service_that_does_not_answer_in_time_is_6_and_names_the_option()
    {
        await using var world = await CliWorld.StartAsync();
        world.Emulator.Inject(Fault.StalledBody, "list-workspaces", times: 10);

        var run = await world.RunAsync("list", "--timeout", "0.5", "--retries", "0");

        run.ExitCode.Should().Be(6);
        run.Error.Should().Contain("--timeout");
    }

    [Fact]
    public async Task Interrupted_while_reading_is_130_and_says_that_no_write_was_under_way()
    {
        await using var world = await CliWorld.StartAsync();
        var asked = new TaskCompletionSource();
        await using var server = await StubServer.StartAsync(
            (context, _) =>
            {
                asked.SetResult();
                return Task.Delay(Timeout.Infinite, context.RequestAborted);
            }
        );

        using var process = world.Start("list", "--base-url", $"{server.BaseAddress}");
        await asked.Task.WaitAsync(CliWorld.Cancellation);
        await CliWorld.InterruptAsync(process);
        var run = await CliWorld.EndAsync(process);

        run.ExitCode.Should().Be(130);
        run.Error.Should().Contain("Interrupted").And.Contain("No write was under way");
    }

    [Fact]
    public async Task Interrupted_while_writing_is_130_and_says_that_the_outcome_is_not_known()
    {
        await using var world = await CliWorld.StartAsync();
        var asked = new TaskCompletionSource();
        await using var server = await StubServer.StartAsync(
            (context, _) =>
            {
                if (context.Request.Method == "GET")
                {
                    return StubServer.RespondAsync(context, 200, WorkspaceJson);
                }

                asked.SetResult();
                return Task.Delay(Timeout.Infinite, context.RequestAborted);
            }
        );

        using var process = world.Start(
            "archive",
            "0b0f7a2e-6a4b-4c9d-9a53-0c8c1f4d2e11",
            "--confirm",
            "acme-clinic",
            "--base-url",
            $"{server.BaseAddress}"
        );
        await asked.Task.WaitAsync(CliWorld.Cancellation);
        await CliWorld.InterruptAsync(process);
        var run = await CliWorld.EndAsync(process);

        run.ExitCode.Should().Be(130);
        run.Error.Should().Contain("not known").And.Contain("amigo-workspaces get acme-clinic");
    }
}
