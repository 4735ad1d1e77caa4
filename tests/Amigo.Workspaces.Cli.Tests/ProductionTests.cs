using Amigo.Workspaces.Cli.Tests.Support;

namespace Amigo.Workspaces.Cli.Tests;

/// <summary>Whatever makes or changes a production workspace is agreed to beforehand.</summary>
public class ProductionTests
{
    public static TheoryData<string> Changes { get; } =
    [
        "create new-clinic --name New --environment production",
        "create new-clinic --name New --environment PRODUCTION --skip-validation",
        "create new-clinic --name New --environment production --if-missing",
        "update live-clinic --name New",
        "update live-clinic --region eu-central-1",
        "provision live-clinic",
        "test-callers set live-clinic +15550100",
        "test-callers set live-clinic --none",
        "test-callers add live-clinic +15550102",
        "test-callers remove live-clinic +15550101",
    ];

    [Theory]
    [MemberData(nameof(Changes))]
    [InlineData("archive live-clinic")]
    [InlineData("archive live-clinic --yes")]
    [InlineData("convert live-clinic --to staging")]
    [InlineData("convert live-clinic --to staging --yes")]
    public async Task Without_a_terminal_nothing_is_done_unless_it_is_agreed_to(string line)
    {
        await using var world = await WorldAsync();

        var run = await world.RunAsync(line.Split(' '));

        run.ExitCode.Should().Be(2, run.Error);
        run.Error.Should().ContainAny("--yes", "--confirm");
        world.Emulator.Applied.Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task A_script_agrees_with_yes(string line)
    {
        await using var world = await WorldAsync();

        var run = await world.RunAsync([.. line.Split(' '), "--yes"]);

        if (line.Contains("--skip-validation", StringComparison.Ordinal))
        {
            // The service itself refuses the word; the command did send it.
            world.Emulator.Requests.Should().Contain(request => request.Method == "POST");
            return;
        }

        run.ExitCode.Should().Be(0, run.Error);
        world.Emulator.Applied.Should().ContainSingle();
    }

    [Theory]
    [InlineData("yes\n", 0)]
    [InlineData("no\n", 7)]
    [InlineData("\n", 7)]
    public async Task A_person_is_asked_and_sees_that_it_is_production(string answer, int exitCode)
    {
        await using var world = await WorldAsync();

        using var terminal = world.StartInTerminal("create", "new-clinic", "--name", "New", "--environment", "production");
        await terminal.WaitForAsync("Type yes to create new-clinic:");
        var asked = terminal.Screen;
        await terminal.TypeAsync(answer);
        var ended = await terminal.EndAsync();

        asked.Should().Contain("PRODUCTION");
        ended.Should().Be(exitCode, terminal.Screen);
        world.Emulator.Applied.Should().HaveCount(exitCode == 0 ? 1 : 0);
    }

    [Theory]
    [InlineData("create new-clinic --name New --environment staging")]
    [InlineData("update test-clinic --name New")]
    [InlineData("provision test-clinic")]
    [InlineData("test-callers add test-clinic +15550100")]
    public async Task Outside_production_nobody_is_asked(string line)
    {
        await using var world = await WorldAsync();

        var run = await world.RunAsync(line.Split(' '));

        run.ExitCode.Should().Be(0, run.Error);
    }

    [Fact]
    public async Task One_asks_for_staging_and_is_never_given_ones_own_production()
    {
        await using var world = await WorldAsync();

        var run = await world.RunAsync("create", "live-clinic", "--name", "Acme Clinic", "--environment", "staging", "--if-missing");

        run.ExitCode.Should().Be(5);
        run.Output.Should().BeEmpty();
        run.Error.Should().Contain("live-clinic already exists and is in PRODUCTION").And.Contain("amigo-workspaces get live-clinic");
    }

    private static async Task<CliWorld> WorldAsync()
    {
        var world = await CliWorld.StartAsync();
        world.Add("live-clinic", "production", workspace => workspace with { TestCallerNumbers = ["+15550101"] });
        world.Add("test-clinic");
        return world;
    }
}
