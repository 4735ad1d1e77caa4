using Amigo.Workspaces.Cli.Tests.Support;

namespace Amigo.Workspaces.Cli.Tests;

/// <summary>What a person sees, on a terminal of 100 columns.</summary>
public class TerminalTests
{
    private const string BoldWhiteOnRed = "\u001b[1;38;5;15;48;5;9m";
    private const string CtrlC = "\u0003";
    private const string CtrlD = "\u0004";

    [Fact]
    public async Task The_table_makes_production_unmistakable()
    {
        await using var world = await CliWorld.StartAsync(6);

        using var terminal = world.StartInTerminal("list");
        var exitCode = await terminal.EndAsync();

        exitCode.Should().Be(0, terminal.Screen);
        Screen.ShouldBeKept(terminal.Left, "table");
        terminal.Raw.Should().Contain($"{BoldWhiteOnRed}PRODUCTION");
    }

    [Theory]
    [InlineData("NO_COLOR", "1")]
    [InlineData("TERM", "dumb")]
    public async Task Without_colour_production_is_still_in_capitals(string variable, string value)
    {
        await using var world = await CliWorld.StartAsync(1);
        world.Variables[variable] = value;

        using var terminal = world.StartInTerminal("list");
        await terminal.EndAsync();

        terminal.Raw.Should().NotContain("\u001b[1").And.NotContain("\u001b[9").And.NotContain("\u001b[3");
        terminal.Screen.Should().Contain("PRODUCTION");
    }

    [Fact]
    public async Task The_plan_reads_like_a_diff()
    {
        await using var world = await CliWorld.StartAsync();
        ApplyTests.Prepare(world);

        using var terminal = world.StartInTerminal("apply", world.FileWith("clinics.yaml", ApplyTests.Manifest));
        await terminal.WaitForAsync("Type yes to apply this:");
        var plan = terminal.Screen;
        await terminal.TypeAsync("no\n");
        var exitCode = await terminal.EndAsync();

        Screen.ShouldBeKept(plan, "plan");
        exitCode.Should().Be(7);
        terminal.Screen.Should().Contain("Nothing was changed.");
        world.Emulator.Applied.Should().BeEmpty();
    }

    [Fact]
    public async Task An_apply_that_is_agreed_to_draws_a_bar_and_a_summary()
    {
        await using var world = await CliWorld.StartAsync();
        ApplyTests.Prepare(world);

        using var terminal = world.StartInTerminal("apply", world.FileWith("clinics.yaml", ApplyTests.Manifest));
        await terminal.WaitForAsync("Type yes to apply this:");
        await terminal.TypeAsync("yes\n");
        var exitCode = await terminal.EndAsync();

        exitCode.Should().Be(0, terminal.Screen);
        terminal.Screen.Should().MatchRegex("Applying .*100%.*/s.*00:00:00").And.Contain("2 done, 0 failed");
        world.Now("new-clinic").Name.Should().Be("New Clinic");
    }

    [Fact]
    public async Task A_conversion_to_production_is_shown_and_asks_for_the_slug()
    {
        await using var world = await CliWorld.StartAsync();
        world.Add("acme-clinic", customize: workspace => workspace with { ConnectorType = null });

        using var terminal = world.StartInTerminal("convert", "acme-clinic", "--to", "production");
        await terminal.WaitForAsync("to convert this workspace:");
        var prompt = terminal.Screen;
        await terminal.TypeAsync("acme-clinic\n");
        var exitCode = await terminal.EndAsync();

        Screen.ShouldBeKept(prompt, "prompt");
        exitCode.Should().Be(0, terminal.Screen);
        world.Now("acme-clinic").Environment.Should().Be("production");
    }

    [Fact]
    public async Task A_slug_that_is_mistyped_declines()
    {
        await using var world = await CliWorld.StartAsync();
        world.Add("acme-clinic", "production");

        using var terminal = world.StartInTerminal("archive", "acme-clinic");
        await terminal.WaitForAsync("to archive this workspace:");
        await terminal.TypeAsync("acme-clinik\n");
        var exitCode = await terminal.EndAsync();

        exitCode.Should().Be(7);
        terminal.Screen.Should().Contain("acme-clinic was not archived");
        world.Emulator.Applied.Should().BeEmpty();
    }

    [Fact]
    public async Task Ctrl_C_at_a_prompt_ends_at_once_with_nothing_done()
    {
        await using var world = await CliWorld.StartAsync();
        world.Add("acme-clinic");

        using var terminal = world.StartInTerminal("archive", "acme-clinic");
        await terminal.WaitForAsync("to archive this workspace:");
        await terminal.TypeAsync(CtrlC);
        var exitCode = await terminal.EndAsync();

        exitCode.Should().Be(130);
        terminal.Left.Should().Contain("\nerror: Interrupted. No write was under way");
        world.Emulator.Applied.Should().BeEmpty();
    }

    [Fact]
    public async Task Ctrl_D_at_a_prompt_declines()
    {
        await using var world = await CliWorld.StartAsync();
        world.Add("acme-clinic");

        using var terminal = world.StartInTerminal("archive", "acme-clinic");
        await terminal.WaitForAsync("to archive this workspace:");
        await terminal.TypeAsync(CtrlD);
        var exitCode = await terminal.EndAsync();

        exitCode.Should().Be(7);
        terminal.Left.Should().Contain("\nerror: The slug was not confirmed");
        world.Emulator.Applied.Should().BeEmpty();
    }

    [Fact]
    public async Task A_key_is_typed_unseen()
    {
        await using var world = await CliWorld.StartAsync(1);
        world.Variables["AMIGO_API_KEY"] = null;

        using var terminal = world.StartInTerminal("profile", "add", "owner");
        await terminal.WaitForAsync("API key (not shown):");
        await terminal.TypeAsync(world.Key + "\r");
        var exitCode = await terminal.EndAsync();
        var list = await world.RunAsync("list");

        exitCode.Should().Be(0, terminal.Screen);
        terminal.Raw.Should().NotContain(world.Key);
        list.ExitCode.Should().Be(0, list.Error);
    }

    [Fact]
    public async Task Ctrl_D_in_place_of_a_key_gives_none()
    {
        await using var world = await CliWorld.StartAsync();

        using var terminal = world.StartInTerminal("profile", "add", "owner");
        await terminal.WaitForAsync("API key (not shown):");
        await terminal.TypeAsync(CtrlD);
        var exitCode = await terminal.EndAsync();

        exitCode.Should().Be(2, terminal.Screen);
        terminal.Screen.Should().Contain("No key was given");
    }

    [Fact]
    public async Task An_export_to_a_file_draws_a_bar_with_rate_and_remaining_time()
    {
        await using var world = await CliWorld.StartAsync(250);

        using var terminal = world.StartInTerminal("export", Path.Combine(world.Home, "all.jsonl"));
        var exitCode = await terminal.EndAsync();

        exitCode.Should().Be(0, terminal.Screen);
        terminal.Screen.Should().MatchRegex("Exporting .*100%.*/s.*00:00:00").And.Contain("250 workspaces are exported.");
    }
}
