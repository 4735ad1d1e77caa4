using System.Text.Json;
using Amigo.Workspaces.Cli.Tests.Support;

namespace Amigo.Workspaces.Cli.Tests;

public class ReadingTests
{
    [Fact]
    public async Task A_piped_list_is_plain_columns_without_frame_or_colour()
    {
        await using var world = await CliWorld.StartAsync();
        world.Add("acme-clinic", "production");

        var run = await world.RunAsync("list");

        run.ExitCode.Should().Be(0);
        run.Error.Should().BeEmpty();
        run.Output.Should().NotContain("\u001b").And.NotContain("│");
        run.Output.Split('\n')[1]
            .Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Should()
            .StartWith(["acme-clinic", "Acme Clinic", "PRODUCTION", "us-east-1", "epic"]);
    }

    [Fact]
    public async Task Filters_narrow_a_list()
    {
        await using var world = await CliWorld.StartAsync(120);
        var expected = world.Emulator.Workspaces.Where(workspace =>
            workspace is { Environment: "production", Region: "us-east-1" }
            && workspace.Slug.StartsWith("northside", StringComparison.Ordinal)
        );

        var run = await world.RunAsync([
            "list",
            "--environment",
            "production",
            "--region",
            "us-east-1",
            "--slug",
            "northside*",
            "--output",
            "json",
        ]);

        Slugs(run.Output).Should().Equal(expected.Select(workspace => workspace.Slug)).And.NotBeEmpty();
    }

    [Fact]
    public async Task A_limited_list_says_that_there_are_more_and_all_shows_them()
    {
        await using var world = await CliWorld.StartAsync(130);

        var limited = await world.RunAsync("list", "--limit", "3", "-o", "json");
        var all = await world.RunAsync("list", "--all", "-o", "json");

        Slugs(limited.Output).Should().HaveCount(3);
        limited.Error.Should().Contain("3 shown, and there are more");
        Slugs(all.Output).Should().Equal(world.Emulator.Workspaces.Select(workspace => workspace.Slug));
        all.Error.Should().BeEmpty();
    }

    [Fact]
    public async Task An_id_and_a_slug_show_the_same_workspace_in_the_APIs_own_words()
    {
        await using var world = await CliWorld.StartAsync(3);
        var workspace = world.Add("acme-clinic");

        var bySlug = await world.RunAsync("get", "acme-clinic", "--output", "json");
        var byId = await world.RunAsync("get", $"{workspace.Id}", "--output", "json");

        byId.Output.Should().Be(bySlug.Output);
        using var json = JsonDocument.Parse(byId.Output);
        json.RootElement.EnumerateObject()
            .Select(member => member.Name)
            .Should()
            .Equal(
                "id",
                "slug",
                "name",
                "environment",
                "backend_org_id",
                "region",
                "connector_type",
                "provisioned_at",
                "created_at",
                "updated_at"
            );
        json.RootElement.GetProperty("environment").GetString().Should().Be("staging");
    }

    [Fact]
    public async Task Yaml_quotes_what_a_reader_would_take_for_something_else()
    {
        await using var world = await CliWorld.StartAsync();
        world.Add("acme-clinic", customize: workspace => workspace with { Name = "true", BackendOrgId = null });

        var run = await world.RunAsync("get", "acme-clinic", "-o", "yaml");

        run.Output.Should().Contain("slug: acme-clinic\n").And.Contain("name: \"true\"\n").And.Contain("backend_org_id: null\n");
    }

    [Fact]
    public async Task Csv_quotes_what_would_break_a_record()
    {
        await using var world = await CliWorld.StartAsync();
        world.Add("acme-clinic", customize: workspace => workspace with { Name = "Acme, \"the\" Clinic" });

        var run = await world.RunAsync("list", "-o", "csv");

        run.Output.Should().StartWith("id,slug,name,environment,").And.Contain("acme-clinic,\"Acme, \"\"the\"\" Clinic\",staging,");
    }

    [Fact]
    public async Task Markup_and_control_characters_in_a_name_are_shown_and_not_obeyed()
    {
        await using var world = await CliWorld.StartAsync();
        world.Add("acme-clinic", customize: workspace => workspace with { Name = "[red]A\u001b[2Jcme[/] \u202Ecinilc" });

        var run = await world.RunAsync("get", "acme-clinic");

        run.ExitCode.Should().Be(0);
        run.Output.Should().Contain("[red]A\uFFFD[2Jcme[/] \uFFFDcinilc").And.NotContain("\u001b");
    }

    [Theory]
    [InlineData("no-such-clinic")]
    [InlineData("0b0f7a2e-6a4b-4c9d-9a53-0c8c1f4d2e11")]
    public async Task A_workspace_that_is_not_there_ends_with_4_and_says_where_to_look(string which)
    {
        await using var world = await CliWorld.StartAsync(1);

        var run = await world.RunAsync("get", which);

        run.ExitCode.Should().Be(4);
        run.Output.Should().BeEmpty();
        run.Error.Should().StartWith("error: ").And.Contain("amigo-workspaces list --all");
    }

    [Fact]
    public async Task A_check_shows_the_services_warnings()
    {
        await using var world = await CliWorld.StartAsync();
        world.Add("acme-clinic", customize: workspace => workspace with { ProvisionedAt = null });

        var run = await world.RunAsync("check", "acme-clinic", "--to", "production");

        run.ExitCode.Should().Be(0);
        run.Output.Should().Contain("PRODUCTION").And.Contain("Workspace has not been provisioned.");
        world.Emulator.Applied.Should().BeEmpty();
    }

    private static IEnumerable<string> Slugs(string json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.EnumerateArray().Select(item => item.GetProperty("slug").GetString()!)];
    }
}
