using System.Text.Json;
using Amigo.Workspaces.Cli.Tests.Support;
using Amigo.Workspaces.Emulator;

namespace Amigo.Workspaces.Cli.Tests;

public class ExportTests
{
    [Fact]
    public async Task All_workspaces_are_exported_as_JSON_lines()
    {
        await using var world = await CliWorld.StartAsync(250);

        var run = await world.RunAsync("export");

        run.ExitCode.Should().Be(0, run.Error);
        Slugs(run.Output).Should().Equal(world.Emulator.Workspaces.Select(workspace => workspace.Slug));
        run.Error.Should().Be("250 workspaces are exported.\n");
    }

    [Fact]
    public async Task An_export_that_failed_goes_on_from_its_token_in_the_same_file()
    {
        await using var world = await CliWorld.StartAsync(250);
        var file = Path.Combine(world.Home, "all.csv");
        // The first page comes; every later request fails, also those that were made ahead of the reader.
        world.Emulator.Inject(Fault.Delay(TimeSpan.Zero), "list-workspaces");
        world.Emulator.Inject(Fault.Status(500), "list-workspaces", times: 10);

        var failed = await world.RunAsync("export", file, "--retries", "0");
        var linesThen = await File.ReadAllLinesAsync(file, CliWorld.Cancellation);
        // What a process that was killed may leave behind.
        await File.AppendAllTextAsync(file, "half a line", CliWorld.Cancellation);
        world.Emulator.ClearFaults();
        var resumed = await world.RunAsync("export", file, "--output", "csv", "--token", "100");

        failed.ExitCode.Should().Be(1);
        failed.Error.Should().Contain("100 workspaces were written").And.Contain("--output csv --token 100");
        linesThen.Should().HaveCount(101);
        resumed.ExitCode.Should().Be(0, resumed.Error);
        var lines = await File.ReadAllLinesAsync(file, CliWorld.Cancellation);
        lines[0].Should().StartWith("id,slug,");
        lines.Skip(1).Select(line => line.Split(',')[1]).Should().Equal(world.Emulator.Workspaces.Select(workspace => workspace.Slug));
    }

    [Fact]
    public async Task An_interrupted_export_ends_with_130_whole_lines_and_the_token_to_go_on_from()
    {
        await using var world = await CliWorld.StartAsync(250);
        world.Emulator.Inject(Fault.Delay(TimeSpan.Zero), "list-workspaces");
        world.Emulator.Inject(Fault.StalledBody, "list-workspaces", times: 10);

        using var process = world.Start("export");
        var lines = new List<string>();
        while (lines.Count < 100)
        {
            lines.Add((await process.StandardOutput.ReadLineAsync(CliWorld.Cancellation))!);
        }

        await CliWorld.InterruptAsync(process);
        var run = await CliWorld.EndAsync(process);

        run.ExitCode.Should().Be(130);
        run.Output.Should().BeEmpty();
        run.Error.Should().Contain("100 workspaces were written").And.Contain("amigo-workspaces export --token 100");
        Slugs(string.Join('\n', lines)).Should().HaveCount(100);
    }

    [Fact]
    public async Task A_file_that_is_there_is_kept_until_there_is_something_to_replace_it_with()
    {
        await using var world = await CliWorld.StartAsync(2);
        var file = world.FileWith("all.jsonl", "precious\n");

        var refused = await world.RunAsync("export", file);
        world.Emulator.Inject(Fault.Status(500), "list-workspaces", times: 10);
        await world.RunAsync("export", file, "--force", "--retries", "0");
        var afterFailure = await File.ReadAllTextAsync(file, CliWorld.Cancellation);
        world.Emulator.ClearFaults();
        var replaced = await world.RunAsync("export", file, "--force");

        refused.ExitCode.Should().Be(5);
        afterFailure.Should().Be("precious\n");
        replaced.ExitCode.Should().Be(0, replaced.Error);
        Slugs(await File.ReadAllTextAsync(file, CliWorld.Cancellation)).Should().HaveCount(2);
    }

    private static IEnumerable<string> Slugs(string lines)
    {
        foreach (var line in lines.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            using var json = JsonDocument.Parse(line);
            yield return json.RootElement.GetProperty("slug").GetString()!;
        }
    }
}
