using System.CommandLine;
using System.Text.Json;
using System.Text.RegularExpressions;
using Amigo.Workspaces.Cli.Output;
using Amigo.Workspaces.Cli.Running;
using Amigo.Workspaces.Cli.Tests.Support;

namespace Amigo.Workspaces.Cli.Tests;

/// <summary>Scripts read what docs/cli-json.md says.</summary>
public class JsonShapeTests
{
    private const string Manifest = """
        workspaces:
          - { slug: acme-clinic, name: Acme North, provisioned: true, test_caller_numbers: [+15550101] }
          - { slug: new-clinic, name: New, environment: staging }
          - { slug: live-clinic, environment: staging }
        """;

    private static readonly string Page = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "cli-json.md"));

    public static TheoryData<string> Documented => [.. Rows().Select(row => row.Command).Except(["emulator"])];

    [Fact]
    public void Every_command_is_documented() =>
        Rows()
            .Select(row => row.Command)
            .Except(["apply --dry-run"])
            .Should()
            .BeEquivalentTo(Leaves(CommandLine.Create(new Terminal()), ""));

    [Theory]
    [MemberData(nameof(Documented))]
    public async Task A_command_writes_what_its_page_says(string command)
    {
        await using var world = await CliWorld.StartAsync();
        world.Add("acme-clinic", customize: workspace => workspace with { ProvisionedAt = null, TestCallerNumbers = ["+15550100"] });
        world.Add("live-clinic", "production");
        await world.RunWithInputAsync(world.Key, "profile", "add", "acme");

        var run = await world.RunWithInputAsync(world.Key, [.. Line(world, command), "--output", "json"]);

        run.ExitCode.Should().BeOneOf([0, 5], run.Error);
        var says = Rows().Single(row => row.Command == command).Writes;
        if (says == "nothing")
        {
            run.Output.Should().BeEmpty();
        }
        else if (!says.EndsWith("whatever the format", StringComparison.Ordinal))
        {
            ShouldBe(run.Output, says);
        }
    }

    [Fact]
    public async Task The_emulator_writes_where_it_is()
    {
        await using var world = await CliWorld.StartAsync();

        using var emulator = world.Start("emulator", "--output", "json");
        await emulator.StandardError.ReadLineAsync(CliWorld.Cancellation);
        await CliWorld.InterruptAsync(emulator);
        var run = await CliWorld.EndAsync(emulator);

        ShouldBe(run.Output, "an [emulator](#emulator)");
    }

    private static string[] Line(CliWorld world, string command) =>
        command switch
        {
            "create" => ["create", "new-clinic", "--name", "New", "--environment", "staging"],
            "update" => ["update", "acme-clinic", "--name", "Acme North"],
            "convert" => ["convert", "acme-clinic", "--to", "production", "--confirm", "acme-clinic"],
            "archive" => ["archive", "acme-clinic", "--confirm", "acme-clinic"],
            "get" or "provision" or "check" or "test-callers list" => [.. command.Split(' '), "acme-clinic"],
            "test-callers set" or "test-callers add" or "test-callers remove" => [.. command.Split(' '), "acme-clinic", "+15550102"],
            "apply --dry-run" => ["apply", world.FileWith("clinics.yaml", Manifest), "--dry-run"],
            "apply" =>
            [
                "apply",
                world.FileWith("clinics.yaml", Manifest[..Manifest.IndexOf("  - { slug: live", StringComparison.Ordinal)]),
                "--yes",
            ],
            "profile add" => ["profile", "add", "other"],
            "profile use" or "profile remove" => [.. command.Split(' '), "acme"],
            "completion" => ["completion", "bash"],
            _ => command.Split(' '),
        };

    private static void ShouldBe(string output, string says)
    {
        var shape = Shape(Regex.Match(says, @"\(#(\w+)\)").Groups[1].Value);
        if (says.EndsWith("one on each line", StringComparison.Ordinal))
        {
            foreach (var line in output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                using var each = JsonDocument.Parse(line);
                ShouldMatch(each.RootElement, shape, "$");
            }

            return;
        }

        using var document = JsonDocument.Parse(output);
        if (!says.StartsWith("an array of", StringComparison.Ordinal))
        {
            ShouldMatch(document.RootElement, shape, "$");
            return;
        }

        document.RootElement.ValueKind.Should().Be(JsonValueKind.Array);
        document.RootElement.GetArrayLength().Should().BePositive();
        foreach (var element in document.RootElement.EnumerateArray())
        {
            ShouldMatch(element, shape, "$[]");
        }
    }

    private static void ShouldMatch(JsonElement value, JsonElement shape, string path)
    {
        switch (shape.ValueKind)
        {
            case JsonValueKind.String:
                shape.GetString()!.Split(" | ").Should().Contain(TypeOf(value), path);
                break;
            case JsonValueKind.Array:
                value.ValueKind.Should().Be(JsonValueKind.Array, path);
                foreach (var element in value.EnumerateArray())
                {
                    ShouldMatch(element, shape[0], $"{path}[]");
                }

                break;
            default:
                value.ValueKind.Should().Be(JsonValueKind.Object, path);
                value.EnumerateObject().Select(member => member.Name).Should().Equal(shape.EnumerateObject().Select(member => member.Name));
                foreach (var member in shape.EnumerateObject())
                {
                    ShouldMatch(value.GetProperty(member.Name), member.Value, $"{path}.{member.Name}");
                }

                break;
        }
    }

    private static string TypeOf(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.True or JsonValueKind.False => "boolean",
            JsonValueKind.Array when value.EnumerateArray().All(element => element.ValueKind == JsonValueKind.String) => "string[]",
            var kind => kind.ToString().ToLowerInvariant(),
        };

    private static JsonElement Shape(string name)
    {
        var block = Regex.Match(Page, $"\n## {name}\n.*?```json\n(.*?)```", RegexOptions.Singleline).Groups[1].Value;
        block.Should().NotBeEmpty($"the page has a shape called {name}");
        using var shape = JsonDocument.Parse(block);
        return shape.RootElement.Clone();
    }

    private static IEnumerable<(string Command, string Writes)> Rows() =>
        Regex.Matches(Page, @"(?m)^\| `([^`]+)` \| (.*) \|$").Select(row => (row.Groups[1].Value, row.Groups[2].Value));

    private static IEnumerable<string> Leaves(Command command, string path) =>
        command.Subcommands.Count == 0 ? [path] : command.Subcommands.SelectMany(child => Leaves(child, $"{path} {child.Name}".Trim()));
}
