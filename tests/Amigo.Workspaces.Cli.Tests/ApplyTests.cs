using System.Text.Json;
using Amigo.Workspaces.Cli.Tests.Support;
using Amigo.Workspaces.Emulator;

namespace Amigo.Workspaces.Cli.Tests;

public class ApplyTests
{
    public const string Manifest = """
        # The clinics of the north.
        workspaces:
          - slug: acme-clinic
            name: Acme North
            connector_type: cerner
            provisioned: true
            test_caller_numbers: [+15550100, "+15550101"]
          - slug: new-clinic
            name: New Clinic
            environment: staging
            connector_type: epic
          - slug: same-clinic
            name: Acme Clinic
        """;

    [Fact]
    public async Task A_manifest_is_applied_and_applying_it_again_changes_nothing()
    {
        await using var world = await CliWorld.StartAsync();
        Prepare(world);
        var file = world.FileWith("clinics.yaml", Manifest);

        var first = await world.RunAsync("apply", file, "--yes");
        var applied = world.Emulator.Applied.Count;
        var second = await world.RunAsync("apply", file, "--yes");

        first.ExitCode.Should().Be(0, first.Error);
        first.Output.Should().Contain("2 done, 0 failed, 0 unknown, 0 not begun.");
        world
            .Now("acme-clinic")
            .Should()
            .BeEquivalentTo(
                new
                {
                    Name = "Acme North",
                    ConnectorType = "cerner",
                    Environment = "staging",
                }
            );
        world.Now("acme-clinic").TestCallerNumbers.Should().Equal("+15550100", "+15550101");
        world.Now("acme-clinic").ProvisionedAt.Should().NotBeNull();
        world.Now("new-clinic").Should().BeEquivalentTo(new { Name = "New Clinic", ConnectorType = "epic" });
        second.ExitCode.Should().Be(0, second.Error);
        second.Error.Should().Contain("0 to create, 0 to change, 3 unchanged");
        world.Emulator.Applied.Should().HaveCount(applied);
    }

    [Fact]
    public async Task A_dry_run_tells_the_plan_and_changes_nothing()
    {
        await using var world = await CliWorld.StartAsync();
        Prepare(world);

        var run = await world.RunAsync("apply", world.FileWith("clinics.yaml", Manifest), "--dry-run", "-o", "json");

        run.ExitCode.Should().Be(0, run.Error);
        using var plan = JsonDocument.Parse(run.Output);
        plan.RootElement.EnumerateArray()
            .Select(planned => planned.GetProperty("action").GetString())
            .Should()
            .Equal("change", "create", "unchanged");
        plan.RootElement[0]
            .GetProperty("changes")[0]
            .ToString()
            .Should()
            .MatchRegex("\"field\":\\s*\"name\",\\s*\"from\":\\s*\"Acme Clinic\",\\s*\"to\":\\s*\"Acme North\"");
        world.Emulator.Applied.Should().BeEmpty();
    }

    [Fact]
    public async Task A_manifest_in_JSON_does_as_well()
    {
        await using var world = await CliWorld.StartAsync();
        const string manifest = """{"workspaces": [{"slug": "new-clinic", "name": "N\u00e9w \"Clinic\"", "environment": "staging"}]}""";

        var run = await world.RunAsync("apply", world.FileWith("clinics.json", manifest), "--yes");

        run.ExitCode.Should().Be(0, run.Error);
        world.Now("new-clinic").Name.Should().Be("Néw \"Clinic\"");
    }

    [Fact]
    public async Task A_conversion_is_shown_and_refused_and_nothing_else_is_done()
    {
        await using var world = await CliWorld.StartAsync();
        world.Add("acme-clinic");
        const string manifest = """
            workspaces:
              - { slug: acme-clinic, environment: production }
              - { slug: new-clinic, name: New Clinic, environment: staging }
            """;

        var run = await world.RunAsync("apply", world.FileWith("clinics.yaml", manifest), "--yes");

        run.ExitCode.Should().Be(5);
        run.Error.Should().Contain("amigo-workspaces convert acme-clinic --to production");
        world.Emulator.Applied.Should().BeEmpty();
    }

    [Theory]
    [InlineData("workspaces:\n  - slug: acme-clinic\n    nmae: Acme\n", "clinics.yaml:3: 'nmae' is not a member")]
    [InlineData("workspaces:\n  - name: Acme\n", "clinics.yaml:2: slug is missing")]
    [InlineData("workspaces:\n  - slug: acme-clinic\n  - slug: acme-clinic\n", "clinics.yaml:3: 'acme-clinic' appears twice")]
    [InlineData("workspaces:\n  - slug: acme-clinic\n    environment: moon\n", "clinics.yaml:3: environment must be one of")]
    [InlineData("workspaces:\n  - slug: acme-clinic\n    connector_type: null\n", "clinics.yaml:3: connector_type must be text")]
    [InlineData("workspaces:\n  - slug: [\n", "clinics.yaml:3:")]
    [InlineData("clinics: []\n", "'workspaces' with a list is expected here")]
    public async Task What_is_wrong_in_a_manifest_is_named_with_its_line(string manifest, string problem)
    {
        await using var world = await CliWorld.StartAsync();

        var run = await world.RunAsync("apply", world.FileWith("clinics.yaml", manifest), "--yes");

        run.ExitCode.Should().Be(2);
        run.Error.Should().Contain(problem);
        world.Emulator.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task What_one_workspace_meets_does_not_stop_the_others_and_is_told_at_the_end()
    {
        await using var world = await CliWorld.StartAsync();
        world.Add("acme-clinic");
        const string manifest = """
            workspaces:
              - { slug: acme-clinic, name: Acme North }
              - { slug: new-clinic, name: New Clinic, environment: staging }
            """;
        world.Emulator.Inject(Fault.StatusAfterApply(500), "update-workspace");
        var file = world.FileWith("clinics.yaml", manifest);

        var first = await world.RunAsync("apply", file, "--yes");
        var second = await world.RunAsync("apply", file, "--yes");

        first.ExitCode.Should().Be(1);
        first.Output.Should().Contain("unknown  acme-clinic  update: ").And.Contain("1 done, 0 failed, 1 unknown, 0 not begun.");
        first.Error.Should().Contain("Apply again");
        second.ExitCode.Should().Be(0, second.Error);
        world.Emulator.Applied.Should().HaveCount(2);
    }

    [Fact]
    public async Task Without_a_terminal_an_apply_must_be_agreed_to_beforehand()
    {
        await using var world = await CliWorld.StartAsync();

        var run = await world.RunAsync("apply", world.FileWith("clinics.yaml", Manifest));

        run.ExitCode.Should().Be(2);
        run.Error.Should().Contain("--yes").And.Contain("--dry-run");
        world.Emulator.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task An_interrupted_apply_ends_with_130_and_tells_what_is_done_and_what_is_not()
    {
        await using var world = await CliWorld.StartAsync();
        var asked = new TaskCompletionSource();
        await using var server = await StubServer.StartAsync(
            (context, _) =>
            {
                if (context.Request.Method == "GET")
                {
                    return StubServer.RespondAsync(context, 200, """{"items":[],"has_more":false}""");
                }

                asked.SetResult();
                return Task.Delay(Timeout.Infinite, context.RequestAborted);
            }
        );
        const string manifest = """
            workspaces:
              - { slug: first-clinic, name: First Clinic, environment: staging }
              - { slug: second-clinic, name: Second Clinic, environment: staging }
            """;

        using var process = world.Start(
            "apply",
            world.FileWith("clinics.yaml", manifest),
            "--yes",
            "--parallel",
            "1",
            "--base-url",
            $"{server.BaseAddress}"
        );
        await asked.Task.WaitAsync(CliWorld.Cancellation);
        await CliWorld.InterruptAsync(process);
        var run = await CliWorld.EndAsync(process);

        run.ExitCode.Should().Be(130);
        run.Output.Should().Contain("unknown  first-clinic  create: interrupted").And.Contain("0 done, 0 failed, 1 unknown, 1 not begun.");
        run.Error.Should().Contain("Apply again");
    }

    internal static void Prepare(CliWorld world)
    {
        world.Add("acme-clinic", customize: workspace => workspace with { ProvisionedAt = null });
        world.Add("same-clinic", "production");
    }
}
