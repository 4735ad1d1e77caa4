using Amigo.Workspaces.Cli.Tests.Support;

namespace Amigo.Workspaces.Cli.Tests;

/// <summary>What somebody else does while a plan waits for its yes was not agreed to.</summary>
public class StalePlanTests
{
    private const string Manifest = """
        workspaces:
          - { slug: acme-clinic, test_caller_numbers: [+15550100] }
          - { slug: same-clinic, name: New Name }
          - { slug: new-clinic, name: New Clinic, environment: staging }
        """;

    [Theory]
    [InlineData("acme-clinic", "test-callers add acme-clinic +15550199", "test_caller_numbers are [+15550199], were []")]
    [InlineData("same-clinic", "update same-clinic --connector-type cerner", "connector_type is cerner, was epic")]
    [InlineData("same-clinic", "update same-clinic --environment development", "environment is development, was staging")]
    [InlineData("acme-clinic", "archive acme-clinic --confirm acme-clinic", "it is archived")]
    [InlineData("new-clinic", "create new-clinic --name New --environment staging", "somebody created it meanwhile")]
    public async Task A_workspace_that_changed_while_the_prompt_waited_is_left_alone(string slug, string meanwhile, string told)
    {
        await using var world = await CliWorld.StartAsync();
        world.Add("acme-clinic");
        world.Add("same-clinic");

        using var terminal = world.StartInTerminal("apply", world.FileWith("clinics.yaml", Manifest));
        await terminal.WaitForAsync("Type yes to apply this:");
        var other = await world.RunAsync(meanwhile.Split(' '));
        var atThePrompt = world.Emulator.Applied.Count;
        await terminal.TypeAsync("yes\n");
        var exitCode = await terminal.EndAsync();

        other.ExitCode.Should().Be(0, other.Error);
        exitCode.Should().Be(5, terminal.Screen);
        Unwrapped(terminal.Screen).Should().Contain($"changed since the plan: {told}").And.Contain("2 done, 1 failed");
        world.Emulator.Applied.Skip(atThePrompt).Should().NotContain(change => change.WorkspaceId == world.Now(slug).Id, "the row stopped");
    }

    [Fact]
    public async Task A_change_between_two_writes_of_one_workspace_stops_the_second()
    {
        await using var world = await CliWorld.StartAsync();
        const string id = "0b0f7a2e-6a4b-4c9d-9a53-0c8c1f4d2e11";
        var name = "Acme";
        await using var server = await StubServer.StartAsync(
            (context, _) =>
            {
                if (context.Request.Method == "PATCH")
                {
                    // Somebody else writes right after us.
                    var ours = Workspace("Acme North");
                    name = "Acme South";
                    return StubServer.RespondAsync(context, 200, ours);
                }

                return StubServer.RespondAsync(
                    context,
                    200,
                    context.Request.Path.Value!.EndsWith("workspaces", StringComparison.Ordinal)
                        ? $$"""{"items":[{{Workspace(name)}}],"has_more":false}"""
                        : Workspace(name)
                );
            }
        );
        const string manifest = "workspaces: [{ slug: acme-clinic, name: Acme North, provisioned: true }]";

        var run = await world.RunAsync("apply", world.FileWith("clinics.yaml", manifest), "--yes", "--base-url", $"{server.BaseAddress}");

        run.ExitCode.Should().Be(5, run.Error);
        run.Output.Should().Contain("update: done; changed since the plan: name is Acme South, was Acme North");
        server.Requests.Should().NotContain(request => request.Method == "POST");

        string Workspace(string called) =>
            $$"""
                {"id":"{{id}}","slug":"acme-clinic","name":"{{called}}","environment":"staging","backend_org_id":null,"region":"us-east-1",
                "connector_type":null,"provisioned_at":null,"created_at":"2026-01-01T00:00:00Z","updated_at":"2026-01-01T00:00:00Z"}
                """;
    }

    [Fact]
    public async Task A_slug_of_an_archived_workspace_is_told_as_such_and_is_not_to_be_applied_again()
    {
        await using var world = await CliWorld.StartAsync();
        world.Add("old-clinic", customize: workspace => workspace with { ArchivedAt = DateTimeOffset.UnixEpoch });
        const string manifest = "workspaces: [{ slug: old-clinic, name: Old Clinic, environment: staging }]";
        var file = world.FileWith("clinics.yaml", manifest);

        var plan = await world.RunAsync("apply", file, "--dry-run");
        var applied = await world.RunAsync("apply", file, "--yes");

        plan.Output.Should().Contain("the slugs of archived workspaces");
        applied.ExitCode.Should().Be(5);
        applied.Output.Should().Contain("an archived workspace, or one that this key cannot see, has the slug old-clinic: choose another");
    }

    private static string Unwrapped(string screen) => string.Join(' ', screen.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
