using System.Diagnostics;
using Amigo.Workspaces.Cli.Tests.Support;
using Amigo.Workspaces.Emulator;

namespace Amigo.Workspaces.Cli.Tests;

/// <summary>Commands that send many requests keep to the rate limit, and say that they wait.</summary>
public class PacingTests
{
    private static readonly Dictionary<string, string> InASecond = new() { ["Retry-After"] = "1" };

    [Fact]
    public async Task An_apply_that_is_limited_again_and_again_waits_and_finishes()
    {
        await using var world = await CliWorld.StartAsync();
        world.Add("acme-clinic");
        var creates = Enumerable.Range(0, 12).Select(number => $"  - {{ slug: clinic-{number}, name: Clinic, environment: staging }}");
        var manifest = $"workspaces:\n  - {{ slug: acme-clinic, name: Acme North }}\n{string.Join('\n', creates)}\n";
        foreach (var operation in new[] { "list-workspaces", "get-workspace", "update-workspace" })
        {
            world.Emulator.Inject(Fault.Status(429, headers: InASecond), operation);
        }

        world.Emulator.Inject(Fault.Status(429, headers: InASecond), "create-my-workspace", times: 9);

        var run = await world.RunAsync("apply", world.FileWith("clinics.yaml", manifest), "--yes", "--retries", "0");

        run.ExitCode.Should().Be(0, run.Error);
        run.Output.Should().Contain("13 done, 0 failed, 0 unknown, 0 not begun.");
        run.Error.Should().Contain("Waiting 1 s for the rate limit");
        world.Emulator.Applied.Should().HaveCount(13);
    }

    [Fact]
    public async Task A_limit_that_is_used_up_is_waited_for_before_it_refuses()
    {
        await using var world = await CliWorld.StartAsync();
        // The service's clock is its own: what counts is how far its Date is from the limit's reset.
        var serviceTime = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var created = new Stopwatch();
        await using var server = await StubServer.StartAsync(
            (context, number) =>
            {
                if (context.Request.Method == "GET")
                {
                    return StubServer.RespondAsync(context, 200, """{"items":[],"has_more":false}""");
                }

                // A little less than the wait of a second, since the machines' timers are not exact.
                if (created.IsRunning && created.ElapsedMilliseconds < 900)
                {
                    return StubServer.RespondAsync(context, 429, """{"detail":"slow down"}""", ("Retry-After", "1"));
                }

                created.Restart();
                (string, string)[] limit =
                [
                    ("X-RateLimit-Remaining", "0"),
                    ("X-RateLimit-Reset", $"{serviceTime.ToUnixTimeSeconds() + 1}"),
                ];
                return StubServer.RespondAsync(context, 201, Workspace(number), [.. limit, ("Date", serviceTime.ToString("R"))]);
            }
        );
        const string manifest = """
            workspaces:
              - { slug: clinic-1, name: Clinic, environment: staging }
              - { slug: clinic-2, name: Clinic, environment: staging }
            """;

        var run = await world.RunAsync([
            "apply",
            world.FileWith("clinics.yaml", manifest),
            "--yes",
            "--parallel",
            "1",
            "--base-url",
            $"{server.BaseAddress}",
        ]);

        run.ExitCode.Should().Be(0, run.Error);
        run.Error.Should().Contain("Waiting 1 s for the rate limit");
        server.Requests.Count(request => request.Method == "POST").Should().Be(2, "the second create comes when it is not refused");

        static string Workspace(int number) =>
            $$"""
                {"id":"00000000-0000-0000-0000-00000000000{{number}}","slug":"clinic","name":"Clinic","environment":"staging","backend_org_id":null,
                "region":"us-east-1","connector_type":null,"provisioned_at":null,"created_at":"2026-01-01T00:00:00Z","updated_at":"2026-01-01T00:00:00Z"}
                """;
    }

    [Fact]
    public async Task A_wait_that_is_longer_than_allowed_ends_the_apply_and_begins_nothing_more()
    {
        await using var world = await CliWorld.StartAsync();
        const string manifest = """
            workspaces:
              - { slug: clinic-1, name: Clinic, environment: staging }
              - { slug: clinic-2, name: Clinic, environment: staging }
            """;
        var headers = new Dictionary<string, string> { ["Retry-After"] = "60" };
        world.Emulator.Inject(Fault.Status(429, headers: headers), "create-my-workspace", times: 10);

        var run = await world.RunAsync(["apply", world.FileWith("clinics.yaml", manifest), "--yes", "--parallel", "1", "--max-wait", "59"]);

        run.ExitCode.Should().Be(1);
        run.Output.Should().Contain("failed  clinic-1").And.Contain("0 done, 1 failed, 0 unknown, 1 not begun.");
        run.Error.Should().NotContain("Waiting");
    }

    [Theory]
    [InlineData("list --all -o json")]
    [InlineData("list --environment staging -o json")]
    [InlineData("export")]
    [InlineData("export --manifest")]
    public async Task Reading_many_waits_and_goes_on_where_it_was(string line)
    {
        await using var world = await CliWorld.StartAsync(150);
        world.Emulator.Inject(Fault.Delay(TimeSpan.Zero), "list-workspaces");
        world.Emulator.Inject(Fault.Status(429, headers: InASecond), "list-workspaces", times: 2);
        world.Emulator.Inject(Fault.Status(429, headers: InASecond), "get-test-caller-numbers", times: 2);

        var run = await world.RunAsync([.. line.Split(' '), "--retries", "0"]);

        run.ExitCode.Should().Be(0, run.Error);
        run.Error.Should().Contain("Waiting 1 s for the rate limit");
        var shown = world.Emulator.Workspaces.Where(workspace =>
            !line.Contains("staging", StringComparison.Ordinal) || workspace.Environment == "staging"
        );
        foreach (var workspace in shown)
        {
            System.Text.RegularExpressions.Regex.Count(run.Output, $"\\b{workspace.Slug}[\"\\s,]").Should().Be(1, workspace.Slug);
        }
    }

    [Fact]
    public async Task A_wait_ends_with_Ctrl_C()
    {
        await using var world = await CliWorld.StartAsync();
        var headers = new Dictionary<string, string> { ["Retry-After"] = "200" };
        world.Emulator.Inject(Fault.Status(429, headers: headers), "list-workspaces");

        using var process = world.Start("list", "--all");
        var told = await process.StandardError.ReadLineAsync(CliWorld.Cancellation);
        await CliWorld.InterruptAsync(process);
        var run = await CliWorld.EndAsync(process);

        told.Should().Contain("Waiting 200 s");
        run.ExitCode.Should().Be(130);
    }
}
