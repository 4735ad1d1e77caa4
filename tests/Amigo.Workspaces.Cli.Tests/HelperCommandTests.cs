using System.Text.RegularExpressions;
using Amigo.Workspaces.Cli.Tests.Support;

namespace Amigo.Workspaces.Cli.Tests;

public class HelperCommandTests
{
    [Fact]
    public async Task The_emulator_runs_until_it_is_interrupted()
    {
        await using var world = await CliWorld.StartAsync();
        using var emulator = world.Start("emulator", "--seed", "3");
        var line = "";
        while (!line.StartsWith("export ", StringComparison.Ordinal))
        {
            line = (await emulator.StandardOutput.ReadLineAsync(CliWorld.Cancellation))!;
        }

        var settings = Regex.Match(line, "AMIGO_BASE_URL=(?<url>.*) AMIGO_API_KEY=(?<key>.*)");
        world.Variables["AMIGO_BASE_URL"] = settings.Groups["url"].Value;
        world.Variables["AMIGO_API_KEY"] = settings.Groups["key"].Value;
        var list = await world.RunAsync("list", "-o", "csv");
        await CliWorld.InterruptAsync(emulator);
        var ended = await CliWorld.EndAsync(emulator);

        list.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Should().HaveCount(4);
        ended.ExitCode.Should().Be(0);
    }

    [Fact]
    public async Task Help_names_every_verb()
    {
        await using var world = await CliWorld.StartAsync();

        var run = await world.RunAsync("--help");

        run.ExitCode.Should().Be(0);
        string[] verbs =
        [
            "list",
            "get",
            "create",
            "update",
            "provision",
            "check",
            "convert",
            "archive",
            "test-callers",
            "export",
            "apply",
            "emulator",
            "doctor",
            "completion",
            "profile",
        ];
        run.Output.Should().ContainAll(verbs);
    }
}
