using Amigo.Workspaces.Emulator.Tests.Support;

namespace Amigo.Workspaces.Emulator.Tests;

public sealed class WorkspaceLifecycleTests : EmulatorTest
{
    private const string Later = "2026-11-22T10:16:30.123456Z";

    public static TheoryData<string> OperationsOnOneWorkspace =>
        [.. OperationRequest.Ids.Except(["list-workspaces", "create-my-workspace"])];

    [Fact]
    public async Task Create_stores_the_name_and_organization_stripped()
    {
        var created = await SendAsync(
            "POST",
            "v1/me/workspaces",
            """{"slug":"lakeview","name":"  Lakeview Clinic\n","environment":"production","backend_org_id":" org-7 "}"""
        );

        created.Status.Should().Be(201);
        created.Json.GetProperty("name").GetString().Should().Be("Lakeview Clinic");
        created.Json.GetProperty("backend_org_id").GetString().Should().Be("org-7");
        (await SendAsync("GET", $"v1/workspaces/{created.Json.GetProperty("id")}", null, WorkspaceRole.Viewer))
            .Body.Should()
            .Be(created.Body);
        Emulator.Applied.Should().ContainSingle().Which.OperationId.Should().Be("create-my-workspace");
    }

    [Fact]
    public async Task A_taken_slug_is_409_also_when_its_workspace_is_archived()
    {
        var active = SeedOne();
        var archived = SeedOne();
        (await ArchiveAsync(archived, archived.Slug)).Status.Should().Be(200);

        foreach (var slug in new[] { active.Slug, archived.Slug })
        {
            var answer = await SendAsync("POST", "v1/me/workspaces", CreateBody(slug));
            (answer.Status, answer.Detail).Should().Be((409, "Workspace slug already taken."));
        }

        Emulator.Workspaces.Should().HaveCount(2);
    }

    [Fact]
    public async Task Update_changes_what_is_given_and_the_date()
    {
        var workspace = SeedOne();
        Clock.Advance(TimeSpan.FromMinutes(1));

        var answer = await SendAsync(
            "PATCH",
            $"v1/workspaces/{workspace.Id}",
            """{"name":" Renamed ","environment":"development","region":"ca-central-1","connector_type":"meditab"}"""
        );

        answer.Status.Should().Be(200);
        Stored(workspace.Id)
            .Should()
            .Be(
                workspace with
                {
                    Name = "Renamed",
                    Environment = "development",
                    Region = "ca-central-1",
                    ConnectorType = "meditab",
                    UpdatedAt = DateTimeOffset.Parse(Later, System.Globalization.CultureInfo.InvariantCulture),
                }
            );
        answer.Json.GetProperty("updated_at").GetString().Should().Be(Later);
        answer.Json.GetProperty("created_at").GetString().Should().Be(StartedAt);
    }

    [Fact]
    public async Task An_empty_update_changes_nothing()
    {
        var workspace = SeedOne();
        Clock.Advance(TimeSpan.FromMinutes(1));

        (await SendAsync("PATCH", $"v1/workspaces/{workspace.Id}", "{}")).Status.Should().Be(200);

        Stored(workspace.Id).Should().Be(workspace);
    }

    [Fact]
    public async Task An_explicit_null_clears_the_connector_type_only()
    {
        var workspace = SeedOne(seed => seed with { ConnectorType = "epic" });

        var answer = await SendAsync(
            "PATCH",
            $"v1/workspaces/{workspace.Id}",
            """{"name":null,"environment":null,"region":null,"connector_type":null}"""
        );

        answer.Status.Should().Be(200);
        Stored(workspace.Id).Should().Be(workspace with { ConnectorType = null });
    }

    [Fact]
    public async Task Provisioning_again_keeps_the_first_date()
    {
        var workspace = SeedOne(seed => seed with { ProvisionedAt = null });
        Clock.Advance(TimeSpan.FromMinutes(1));

        var first = await SendAsync("POST", $"v1/workspaces/{workspace.Id}/provision");
        Clock.Advance(TimeSpan.FromMinutes(1));
        var second = await SendAsync("POST", $"v1/workspaces/{workspace.Id}/provision");

        first.Json.GetProperty("workspace").GetProperty("provisioned_at").GetString().Should().Be(Later);
        second.Body.Should().Be(first.Body);
        Emulator.Applied.Should().HaveCount(2, "both requests were carried out");
    }

    [Fact]
    public async Task Archiving_asks_for_the_slug()
    {
        var workspace = SeedOne();

        var answer = await ArchiveAsync(workspace, "another-slug");

        (answer.Status, answer.Detail).Should().Be((422, "Workspace slug confirmation did not match."));
        Stored(workspace.Id).Should().Be(workspace);
        Emulator.Applied.Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(OperationsOnOneWorkspace))]
    public async Task An_archived_workspace_is_gone_for_every_operation(string operationId)
    {
        var workspace = SeedOne();
        Clock.Advance(TimeSpan.FromMinutes(1));
        var archived = await ArchiveAsync(workspace, workspace.Slug);
        archived.Json.GetProperty("slug").GetString().Should().Be(workspace.Slug);
        archived.Json.GetProperty("updated_at").GetString().Should().Be(Later);
        var operation = OperationRequest.For(operationId, workspace.Id, workspace.Slug);

        var answer = await SendAsync(operation.Method, operation.Path, operation.Body);

        (answer.Status, answer.Detail).Should().Be((404, "Workspace not found."));
        (await SendAsync("GET", "v1/workspaces")).Json.GetProperty("total").GetInt32().Should().Be(0);
        Stored(workspace.Id).ArchivedAt.Should().Be(workspace.CreatedAt + TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Converting_moves_between_staging_and_production_and_back()
    {
        var workspace = SeedOne(seed => seed with { Environment = "staging" });

        var promoted = await ConvertAsync(workspace, "production");
        promoted.Json.GetProperty("environment").GetString().Should().Be("production");
        var demoted = await ConvertAsync(workspace, "staging");
        demoted.Json.GetProperty("environment").GetString().Should().Be("staging");

        Emulator.Applied.Select(change => change.OperationId).Should().Equal(Enumerable.Repeat("convert-workspace-environment", 2));
    }

    [Theory]
    [InlineData("staging", "wrong-slug", "Workspace slug confirmation did not match.")]
    [InlineData("production", null, "Workspace is already in the production environment.")]
    [InlineData("development", null, "Only workspaces in staging or production can convert between staging and production.")]
    public async Task A_conversion_that_cannot_be_is_refused_with_a_text(string environment, string? confirmation, string detail)
    {
        var workspace = SeedOne(seed => seed with { Environment = environment });

        var answer = await ConvertAsync(workspace, "production", confirmation);

        (answer.Status, answer.Detail).Should().Be((422, detail));
        Stored(workspace.Id).Should().Be(workspace);
    }

    [Fact]
    public async Task The_check_for_production_warns_of_what_is_missing()
    {
        var workspace = SeedOne(seed =>
            seed with
            {
                Environment = "staging",
                ProvisionedAt = null,
                ConnectorType = null,
                TestCallerNumbers = ["+15550100"],
            }
        );

        var warnings = await WarningsAsync(workspace, "", "staging", "production");

        warnings
            .Should()
            .HaveCount(4)
            .And.Contain(warning => warning.Contains("not been provisioned"))
            .And.Contain(warning => warning.Contains("no EHR connector"))
            .And.Contain(warning => warning.StartsWith("1 test caller number"));
        Stored(workspace.Id).Should().Be(workspace, "a check changes nothing");
    }

    [Fact]
    public async Task The_check_of_a_complete_workspace_warns_of_live_patients_only()
    {
        var workspace = SeedOne(seed => seed with { Environment = "staging", ConnectorType = "epic", TestCallerNumbers = [] });

        (await WarningsAsync(workspace, "?target=production", "staging", "production"))
            .Should()
            .ContainSingle()
            .Which.Should()
            .Contain("live patients");
    }

    [Theory]
    [InlineData("production", "staging", "Live calls stop")]
    [InlineData("staging", "staging", "already in the staging environment")]
    [InlineData("development", "production", "Only workspaces in staging or production")]
    public async Task The_check_warns_of_other_conversions(string current, string target, string warning)
    {
        var workspace = SeedOne(seed => seed with { Environment = current });

        (await WarningsAsync(workspace, $"?target={target}", current, target)).Should().Contain(text => text.Contains(warning));
    }

    [Fact]
    public async Task Test_caller_numbers_are_replaced()
    {
        var workspace = SeedOne(seed => seed with { TestCallerNumbers = ["+1"] });
        var path = $"v1/workspaces/{workspace.Id}/test-caller-numbers";

        (await SendAsync("GET", path, null, WorkspaceRole.Viewer)).Body.Should().Be("""{"numbers":["+1"]}""");
        (await SendAsync("PUT", path, """{"numbers":["+3","+2","+3"]}""")).Body.Should().Be("""{"numbers":["+3","+2","+3"]}""");
        (await SendAsync("GET", path)).Body.Should().Be("""{"numbers":["+3","+2","+3"]}""");
    }

    private async Task<IEnumerable<string>> WarningsAsync(EmulatedWorkspace workspace, string query, string current, string target)
    {
        var answer = await SendAsync("GET", $"v1/workspaces/{workspace.Id}/environment-check{query}");
        answer.Json.GetProperty("current").GetString().Should().Be(current);
        answer.Json.GetProperty("target").GetString().Should().Be(target);
        return answer.Json.GetProperty("warnings").EnumerateArray().Select(warning => warning.GetString()!);
    }

    private Task<Answer> ArchiveAsync(EmulatedWorkspace workspace, string slug) =>
        SendAsync("POST", $"v1/workspaces/{workspace.Id}/archive", $$"""{"slug":"{{slug}}"}""");

    private Task<Answer> ConvertAsync(EmulatedWorkspace workspace, string target, string? confirmation = null) =>
        SendAsync(
            "POST",
            $"v1/workspaces/{workspace.Id}/convert-environment",
            $$"""{"target":"{{target}}","confirm_slug":"{{confirmation ?? workspace.Slug}}"}"""
        );
}
