using System.Text.Json;
using Amigo.Workspaces.Cli.Tests.Support;

namespace Amigo.Workspaces.Cli.Tests;

public class TableTests
{
    private const string LongSlug = "saint-marys-hospital-department-of-paediatric-cardiology-north";

    [Theory]
    [InlineData(120, "Slug Name Environment Region Connector Provisioned", "")]
    [InlineData(100, "Slug Name Environment Region Connector", "provisioned_at")]
    [InlineData(80, "Slug Name Environment Region", "connector_type, provisioned_at")]
    [InlineData(70, "Slug Name Environment Region", "connector_type, provisioned_at")]
    [InlineData(55, "Slug Name Environment", "region, connector_type, provisioned_at")]
    [InlineData(40, "Slug Environment", "name, region, connector_type, provisioned_at")]
    public async Task A_list_fits_the_terminal_without_breaking_a_word(int width, string headers, string leftOut)
    {
        await using var world = await CliWorld.StartAsync(8);
        world.Columns = width;

        using var terminal = world.StartInTerminal("list");
        var exitCode = await terminal.EndAsync();

        exitCode.Should().Be(0, terminal.Screen);
        var lines = terminal.Left.Split('\n');
        var table = lines.TakeWhile(line => !line.StartsWith("Left out", StringComparison.Ordinal)).ToList();
        table.Should().OnlyContain(line => line.TrimEnd().Length <= width);
        table[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).Should().Equal(headers.Split(' '));
        foreach (var workspace in world.Emulator.Workspaces)
        {
            var words = headers.Contains("Name", StringComparison.Ordinal) ? workspace.Name.Split(' ') : [];
            var environment = workspace.Environment == "production" ? "PRODUCTION" : workspace.Environment;
            table.SelectMany(line => line.Split(' ')).Should().Contain([workspace.Slug, environment, .. words]);
        }

        string[] told = leftOut.Length == 0 ? [] : [$"Left out to fit: {leftOut}. --wide shows everything, --columns what you name."];
        lines.Skip(table.Count).Where(line => line.Length > 0).Should().Equal(told);
    }

    [Fact]
    public async Task A_slug_and_an_environment_stay_whole_in_any_terminal()
    {
        await using var world = await CliWorld.StartAsync();
        world.Add(LongSlug, "production");
        world.Columns = 20;

        using var terminal = world.StartInTerminal("list");
        await terminal.EndAsync();

        terminal.Screen.Should().Contain($" {LongSlug}  PRODUCTION");
    }

    [Fact]
    public async Task Wide_shows_every_member_on_one_line()
    {
        await using var world = await CliWorld.StartAsync();
        var workspace = world.Add("acme-clinic");
        world.Columns = 40;

        using var terminal = world.StartInTerminal("list", "--wide");
        await terminal.EndAsync();

        terminal
            .Screen.Should()
            .MatchRegex($@"(?m)^ acme-clinic +Acme Clinic +staging +us-east-1 +epic .* {workspace.BackendOrgId} .* {workspace.Id} *\r?$");
    }

    [Fact]
    public async Task Columns_are_chosen_by_the_APIs_names_in_any_case_for_a_table_and_for_CSV()
    {
        await using var world = await CliWorld.StartAsync();
        world.Add("acme-clinic", "production");

        var table = await world.RunAsync("list", "--columns", "Environment,slug,backend_org_id");
        var csv = await world.RunAsync("list", "--columns", "environment, slug", "-o", "csv");
        var unknown = await world.RunAsync("list", "--columns", "slug,size");
        var json = await world.RunAsync("list", "--columns", "slug", "-o", "json");

        table.Output.Split('\n')[0].Should().MatchRegex("^Environment +Slug +Organization$");
        table.Output.Split('\n')[1].Should().MatchRegex("^PRODUCTION +acme-clinic +org-");
        csv.Output.Should().Be("environment,slug\nproduction,acme-clinic\n");
        unknown.ExitCode.Should().Be(2);
        unknown.Error.Should().Contain("slug,name,environment");
        json.ExitCode.Should().Be(2);
        json.Error.Should().Contain("jq");
    }

    [Fact]
    public async Task Every_column_can_be_chosen_and_every_member_is_a_column()
    {
        await using var world = await CliWorld.StartAsync(1);
        var json = await world.RunAsync("list", "-o", "json");
        using var document = JsonDocument.Parse(json.Output);
        var members = document.RootElement[0].EnumerateObject().Select(member => member.Name).ToList();

        var csv = await world.RunAsync("list", "-o", "csv", "--columns", string.Join(',', members));

        csv.Output.Split('\n')[0].Should().Be(string.Join(',', members));
    }

    [Theory]
    [InlineData("list")]
    [InlineData("get acme-clinic")]
    [InlineData("check acme-clinic")]
    [InlineData("profile list")]
    [InlineData("doctor")]
    public async Task What_is_piped_has_no_escape_sequences_and_no_blanks_at_the_ends_of_lines(string line)
    {
        await using var world = await CliWorld.StartAsync();
        world.Add("acme-clinic", "production", workspace => workspace with { Name = "A" });
        world.Add("another-clinic");
        await world.RunWithInputAsync(world.Key, "profile", "add", "owner");

        var run = await world.RunAsync(line.Split(' '));

        run.ExitCode.Should().Be(0, run.Error);
        run.Output.Should().NotContain("\u001b").And.NotMatchRegex("(?m)[ \t]+$").And.EndWith("\n");
    }
}
