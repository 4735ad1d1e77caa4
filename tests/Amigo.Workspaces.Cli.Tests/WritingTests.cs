using Amigo.Workspaces.Cli.Tests.Support;
using Amigo.Workspaces.Emulator;

namespace Amigo.Workspaces.Cli.Tests;

public class WritingTests
{
    [Fact]
    public async Task A_workspace_is_created_and_shown()
    {
        await using var world = await CliWorld.StartAsync();

        var run = await world.RunAsync(
            "create",
            "acme-clinic",
            "--name",
            "Acme Clinic",
            "--environment",
            "staging",
            "--backend-org-id",
            "org-1",
            "-o",
            "json"
        );

        run.ExitCode.Should().Be(0, run.Error);
        run.Output.Should().Contain("\"slug\": \"acme-clinic\"");
        world
            .Now("acme-clinic")
            .Should()
            .BeEquivalentTo(
                new
                {
                    Name = "Acme Clinic",
                    Environment = "staging",
                    BackendOrgId = "org-1",
                }
            );
    }

    [Fact]
    public async Task A_taken_slug_is_a_conflict_unless_missing_was_asked_for()
    {
        await using var world = await CliWorld.StartAsync();
        world.Add("acme-clinic");
        string[] create = ["create", "acme-clinic", "--name", "Another", "--environment", "staging"];

        var refused = await world.RunAsync(create);
        var found = await world.RunAsync([.. create, "--if-missing"]);

        refused.ExitCode.Should().Be(5);
        refused.Error.Should().Contain("--if-missing");
        found.ExitCode.Should().Be(0, found.Error);
        found.Output.Should().Contain("Acme Clinic");
        found.Error.Should().Contain("already exists").And.Contain("not the one that you asked for");
        world.Emulator.Applied.Should().BeEmpty();
    }

    [Theory]
    [InlineData()]
    [InlineData("--if-missing")]
    public async Task A_service_that_answers_the_create_with_a_production_workspace_is_a_conflict(params string[] more)
    {
        await using var world = await CliWorld.StartAsync();
        await using var server = await StubServer.StartAsync(201, InProduction);

        var run = await world.RunAsync([
            "create",
            "acme-clinic",
            "--name",
            "Acme Clinic",
            "--environment",
            "staging",
            "--base-url",
            $"{server.BaseAddress}",
            .. more,
        ]);

        run.ExitCode.Should().Be(5);
        run.Output.Should().BeEmpty();
        run.Error.Should().Contain("PRODUCTION").And.NotContain("Nothing was created");
    }

    [Fact]
    public async Task An_apply_does_nothing_more_to_a_production_workspace_that_the_create_was_answered_with()
    {
        await using var world = await CliWorld.StartAsync();
        await using var server = await StubServer.StartAsync(
            (context, _) =>
                context.Request.Method == "GET"
                    ? StubServer.RespondAsync(context, 200, """{"items":[],"has_more":false}""")
                    : StubServer.RespondAsync(context, 201, InProduction)
        );
        const string manifest = """
            workspaces:
              - { slug: acme-clinic, name: Acme Clinic, environment: staging, provisioned: true, test_caller_numbers: ["+15550100"] }
            """;

        var run = await world.RunAsync("apply", world.FileWith("clinics.yaml", manifest), "--yes", "--base-url", $"{server.BaseAddress}");

        run.ExitCode.Should().NotBe(0);
        run.Output.Should().Contain("PRODUCTION").And.Contain("0 done, 1 failed");
        server.Requests.Where(request => request.Method != "GET").Should().ContainSingle();
    }

    [Fact]
    public async Task An_update_changes_what_is_given_and_nothing_else()
    {
        await using var world = await CliWorld.StartAsync();
        world.Add("acme-clinic");

        var run = await world.RunAsync("update", "acme-clinic", "--name", "Acme North", "--connector-type", "cerner");

        run.ExitCode.Should().Be(0, run.Error);
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
        world
            .Emulator.Requests.Single(request => request.Method == "PATCH")
            .Body.Should()
            .Be("""{"name":"Acme North","connector_type":"cerner"}""");
    }

    [Theory]
    [InlineData("staging", "production", "convert acme-clinic --to production")]
    [InlineData("production", "development", "convert acme-clinic --to staging")]
    [InlineData("development", "production", "update acme-clinic --environment staging")]
    public async Task An_update_never_leads_into_or_out_of_production(string from, string to, string instead)
    {
        await using var world = await CliWorld.StartAsync();
        world.Add("acme-clinic", from);

        var run = await world.RunAsync("update", "acme-clinic", "--environment", to);

        run.ExitCode.Should().Be(5);
        run.Error.Should().Contain(instead);
        world.Emulator.Applied.Should().BeEmpty();
    }

    [Fact]
    public async Task A_workspace_is_provisioned()
    {
        await using var world = await CliWorld.StartAsync();
        world.Add("acme-clinic", customize: workspace => workspace with { ProvisionedAt = null });

        var run = await world.RunAsync("provision", "acme-clinic");

        run.ExitCode.Should().Be(0, run.Error);
        world.Now("acme-clinic").ProvisionedAt.Should().NotBeNull();
    }

    [Fact]
    public async Task Test_callers_are_set_added_removed_and_listed()
    {
        await using var world = await CliWorld.StartAsync();
        world.Add("acme-clinic");

        await world.RunAsync("test-callers", "set", "acme-clinic", "+15550100", "+15550101");
        await world.RunAsync("test-callers", "add", "acme-clinic", "+15550102");
        var removed = await world.RunAsync("test-callers", "remove", "acme-clinic", "+15550100", "-o", "csv");
        var listed = await world.RunAsync("test-callers", "list", "acme-clinic");
        var forgotten = await world.RunAsync("test-callers", "set", "acme-clinic");
        var cleared = await world.RunAsync("test-callers", "set", "acme-clinic", "--none");

        removed.Output.Should().Be("number\n+15550101\n+15550102\n");
        listed.Output.Should().Be("+15550101\n+15550102\n");
        forgotten.ExitCode.Should().Be(2);
        cleared.Error.Should().Contain("No test caller numbers");
        world.Now("acme-clinic").TestCallerNumbers.Should().BeEmpty();
    }

    [Fact]
    public async Task An_archive_is_confirmed_by_the_slug_alone()
    {
        await using var world = await CliWorld.StartAsync();
        world.Add("acme-clinic", "production");

        var unasked = await world.RunAsync("archive", "acme-clinic");
        var mistyped = await world.RunAsync("archive", "acme-clinic", "--confirm", "acme");
        var untouched = world.Emulator.Applied.Count;
        var confirmed = await world.RunAsync("archive", "acme-clinic", "--confirm", "acme-clinic", "-o", "json");

        unasked.ExitCode.Should().Be(2);
        unasked.Error.Should().Contain("--confirm");
        mistyped.ExitCode.Should().Be(7);
        untouched.Should().Be(0);
        confirmed.ExitCode.Should().Be(0, confirmed.Error);
        confirmed.Error.Should().Contain("PRODUCTION").And.Contain("Live patient calls stop reaching it.");
        confirmed.Output.Should().StartWith("{");
        world.Now("acme-clinic").ArchivedAt.Should().NotBeNull();
    }

    [Fact]
    public async Task A_conversion_shows_the_services_warnings_and_can_be_repeated()
    {
        await using var world = await CliWorld.StartAsync();
        world.Add("acme-clinic", customize: workspace => workspace with { ConnectorType = null });
        string[] convert = ["convert", "acme-clinic", "--to", "production", "--confirm", "acme-clinic"];

        var declined = await world.RunAsync("convert", "acme-clinic", "--to", "production", "--confirm", "other-clinic");
        var first = await world.RunAsync(convert);
        var second = await world.RunAsync(convert);

        declined.ExitCode.Should().Be(7);
        first.ExitCode.Should().Be(0, first.Error);
        first.Error.Should().Contain("from staging to PRODUCTION").And.Contain("! Workspace has no EHR connector type.");
        second.ExitCode.Should().Be(0, second.Error);
        second.Error.Should().Contain("already");
        world.Emulator.Applied.Should().ContainSingle().Which.OperationId.Should().Be("convert-workspace-environment");
    }

    [Fact]
    public async Task A_write_whose_outcome_is_unknown_says_so_and_what_to_look_at()
    {
        await using var world = await CliWorld.StartAsync();
        world.Emulator.Inject(Fault.ResetAfterApply, "create-my-workspace");

        var run = await world.RunAsync("create", "acme-clinic", "--name", "Acme Clinic", "--environment", "staging");

        run.ExitCode.Should().Be(6);
        run.Error.Should().Contain("may have been applied").And.Contain("amigo-workspaces get acme-clinic");
        world.Emulator.Applied.Should().ContainSingle();
    }

    [Theory]
    [InlineData("set")]
    [InlineData("add")]
    public async Task What_is_no_phone_number_is_refused_unless_it_is_forced_and_can_be_removed(string verb)
    {
        await using var world = await CliWorld.StartAsync();
        world.Add("acme-clinic");
        string[] write = ["test-callers", verb, "acme-clinic", "+15550100", "abc"];

        var refused = await world.RunAsync(write);
        var sent = world.Emulator.Requests.Count;
        var forced = await world.RunAsync([.. write, "--force"]);
        var stored = world.Now("acme-clinic").TestCallerNumbers;
        var removed = await world.RunAsync("test-callers", "remove", "acme-clinic", "abc");

        refused.ExitCode.Should().Be(2);
        refused.Error.Should().Contain("number 2 is not an E.164 number").And.Contain("--force");
        sent.Should().Be(0);
        forced.ExitCode.Should().Be(0, forced.Error);
        forced.Error.Should().Contain("warning: number 2");
        stored.Should().Equal("+15550100", "abc");
        removed.ExitCode.Should().Be(0, removed.Error);
        world.Now("acme-clinic").TestCallerNumbers.Should().Equal("+15550100");
    }

    private const string InProduction = """
        {"id":"0b0f7a2e-6a4b-4c9d-9a53-0c8c1f4d2e11","slug":"acme-clinic","name":"Acme Clinic","environment":"production",
        "backend_org_id":null,"region":"us-east-1","connector_type":null,"provisioned_at":null,
        "created_at":"2026-01-01T00:00:00Z","updated_at":"2026-01-01T00:00:00Z"}
        """;
}
