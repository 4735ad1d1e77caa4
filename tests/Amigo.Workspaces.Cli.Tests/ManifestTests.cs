using System.Text;
using System.Text.Json;
using Amigo.Workspaces.Cli.Tests.Support;

namespace Amigo.Workspaces.Cli.Tests;

/// <summary>What a manifest may be, and how one that is harmful or damaged is refused.</summary>
public class ManifestTests
{
    [Theory]
    [InlineData(
        "workspaces:\n  - slug: acme-clinic\n    name: Clínica ",
        new byte[] { 0xE9 },
        "clinics.yaml:3:19: the byte 0xE9",
        "-f WINDOWS-1252"
    )]
    [InlineData("", new byte[] { 0xFF, 0xFE, 0x77, 0x00 }, "clinics.yaml:1:1: the byte 0xFF", "-f UTF-16")]
    [InlineData("", new byte[] { 0xFE, 0xFF, 0x00, 0x77 }, "clinics.yaml:1:1: the byte 0xFE", "-f UTF-16")]
    [InlineData("# ", new byte[] { 0xC0, 0x80 }, "clinics.yaml:1:3: the byte 0xC0", "-f WINDOWS-1252")]
    [InlineData("# ", new byte[] { 0xED, 0xA0, 0x80 }, "clinics.yaml:1:3: the byte 0xED", "-f WINDOWS-1252")]
    [InlineData("# x\n", new byte[] { 0xE2, 0x82 }, "clinics.yaml:2:1: the byte 0xE2", "-f WINDOWS-1252")]
    public async Task Bytes_that_are_not_UTF8_are_refused_with_their_place(string before, byte[] bytes, string told, string hint)
    {
        await using var world = await CliWorld.StartAsync();
        var file = Path.Combine(world.Home, "clinics.yaml");
        await File.WriteAllBytesAsync(file, [.. Encoding.UTF8.GetBytes(before), .. bytes], CliWorld.Cancellation);

        var run = await world.RunAsync("apply", file, "--yes");

        run.ExitCode.Should().Be(2);
        run.Error.Should().Contain(told).And.Contain("not UTF-8").And.Contain(hint);
        world.Emulator.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task Letters_and_a_byte_order_mark_of_UTF8_are_taken()
    {
        await using var world = await CliWorld.StartAsync();
        var manifest = "\uFEFFworkspaces: [{ slug: new-clinic, name: \"Clínica Łódź 😀\", environment: staging }]";

        var run = await world.RunAsync("apply", world.FileWith("clinics.yaml", manifest), "--yes");

        run.ExitCode.Should().Be(0, run.Error);
        world.Now("new-clinic").Name.Should().Be("Clínica Łódź 😀");
    }

    public static TheoryData<string, string> Bombs { get; } =
        new()
        {
            { "aliases of aliases", Aliases("[{0},{0},{0},{0},{0},{0},{0},{0},{0}]") },
            { "aliases of aliases in mappings", Aliases("{{ a: {0}, b: {0}, c: {0}, d: {0}, e: {0}, f: {0}, g: {0}, h: {0} }}") },
            { "an alias of itself", "workspaces: &a [*a]" },
            { "a merge of itself", "workspaces: &a\n  - <<: *a\n" },
            { "deep brackets", "workspaces: " + new string('[', 20_000) + new string(']', 20_000) },
            { "deep brackets without an end", new string('[', 200_000) },
            { "deep braces", string.Concat(Enumerable.Repeat("{a: ", 20_000)) + "1" + new string('}', 20_000) },
            { "deep dashes", string.Concat(Enumerable.Repeat("- ", 20_000)) + "a" },
            { "deep keys", string.Concat(Enumerable.Repeat("? ", 20_000)) + "a" },
            { "deep anchors", string.Concat(Enumerable.Range(0, 20_000).Select(number => $"&a{number} [")) },
            { "a mapping as a name", "workspaces: [{ {a: b}: c }]" },
            { "half a surrogate pair", "workspaces: [{ slug: new-clinic, environment: staging, name: \"Clinic \\ud83d\" }]" },
            { "a member twice", "workspaces: [{ slug: new-clinic, slug: old-clinic }]" },
            { "nothing", "" },
            { "two documents", "workspaces: []\n---\nworkspaces: []\n" },
        };

    [Theory]
    [MemberData(nameof(Bombs))]
    public async Task What_would_hang_or_break_a_reader_is_refused(string what, string manifest)
    {
        await using var world = await CliWorld.StartAsync();

        // The process would be killed by the test's own time limit, and its exit code is that of a person's mistake.
        var run = await world.RunAsync("apply", world.FileWith("clinics.yaml", manifest), "--yes");

        run.ExitCode.Should().Be(2, $"{what}: {run.Error}");
        run.Error.Should().StartWith("error: clinics.yaml").And.NotContain("   at ");
        run.Error.Length.Should().BeLessThan(500);
        world.Emulator.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task An_alias_that_stands_for_a_list_is_taken()
    {
        await using var world = await CliWorld.StartAsync();
        const string manifest = """
            workspaces:
              - { slug: clinic-1, name: One, environment: staging, test_caller_numbers: &testers [+15550100] }
              - { slug: clinic-2, name: Two, environment: staging, test_caller_numbers: *testers }
            """;

        var run = await world.RunAsync("apply", world.FileWith("clinics.yaml", manifest), "--yes");

        run.ExitCode.Should().Be(0, run.Error);
        world.Now("clinic-2").TestCallerNumbers.Should().Equal("+15550100");
    }

    [Fact]
    public async Task A_dash_reads_stdin()
    {
        await using var world = await CliWorld.StartAsync();
        const string manifest = "workspaces: [{ slug: new-clinic, name: New, environment: staging }]";

        var unasked = await world.RunWithInputAsync(manifest, "apply", "-");
        var applied = await world.RunWithInputAsync(manifest, "apply", "-", "--yes");
        var broken = await world.RunWithInputAsync("workspaces:\n  - nmae: x\n", "apply", "-", "--yes");

        unasked.ExitCode.Should().Be(2);
        applied.ExitCode.Should().Be(0, applied.Error);
        world.Now("new-clinic").Name.Should().Be("New");
        broken.Error.Should().Contain("stdin:2: slug is missing");
    }

    [Fact]
    public async Task Numbers_that_are_no_phone_numbers_are_refused_with_their_line_unless_forced_or_there_already()
    {
        await using var world = await CliWorld.StartAsync();
        world.Add("acme-clinic", customize: workspace => workspace with { TestCallerNumbers = ["reception"] });
        var kept = world.FileWith("kept.yaml", "workspaces:\n  - slug: acme-clinic\n    test_caller_numbers: [reception]\n");
        var file = world.FileWith("clinics.yaml", "workspaces:\n  - slug: acme-clinic\n    test_caller_numbers: [+15550100, abc]\n");

        var unchanged = await world.RunAsync("apply", kept, "--yes");
        var refused = await world.RunAsync("apply", file, "--yes");
        var forced = await world.RunAsync("apply", file, "--yes", "--force");

        unchanged.ExitCode.Should().Be(0, unchanged.Error);
        refused.ExitCode.Should().Be(2);
        refused.Error.Should().Contain("clinics.yaml:3: test_caller_numbers: number 2 is not an E.164 number").And.Contain("--force");
        forced.ExitCode.Should().Be(0, forced.Error);
        forced.Error.Should().Contain("warning: clinics.yaml:3: test_caller_numbers: number 2");
        world.Now("acme-clinic").TestCallerNumbers.Should().Equal("+15550100", "abc");
    }

    [Theory]
    [InlineData("workspaces: []", 0)]
    [InlineData("workspaces: [{ slug: acme-clinic, name: Acme Clinic }]", 0)]
    [InlineData("workspaces: [{ slug: acme-clinic, name: Acme North }]", 2)]
    [InlineData("workspaces: [{ slug: acme-clinic, environment: production }]", 5)]
    [InlineData("workspaces: [{ slug: acme-clinic, nmae: Acme }]", 1)]
    [InlineData("workspaces: [", 1)]
    public async Task With_exit_code_2_means_changes_and_no_error_does(string manifest, int exitCode)
    {
        await using var world = await CliWorld.StartAsync();
        world.Add("acme-clinic");

        var run = await world.RunAsync("apply", world.FileWith("clinics.yaml", manifest), "--dry-run", "--exit-code");

        run.ExitCode.Should().Be(exitCode, run.Error);
        world.Emulator.Applied.Should().BeEmpty();
    }

    [Theory]
    [InlineData("apply clinics.yaml --exit-code")]
    [InlineData("apply clinics.yaml --dry-run --exit-code --nonsense")]
    public async Task A_wrong_command_line_with_exit_code_is_1(string line)
    {
        await using var world = await CliWorld.StartAsync();

        var run = await world.RunAsync(line.Split(' '));

        run.ExitCode.Should().Be(1, run.Error);
    }

    [Fact]
    public async Task An_exported_manifest_changes_nothing_when_it_is_applied()
    {
        await using var world = await CliWorld.StartAsync(40);
        world.Add(
            "odd-clinic",
            "production",
            workspace =>
                workspace with
                {
                    Name = "#1: \"Łódź\" & Co – 'true' {x}: *a",
                    BackendOrgId = "0123",
                    TestCallerNumbers = ["+15550100", "reception"],
                }
        );
        world.Add("plain-clinic", customize: workspace => workspace with { Name = "yes", ConnectorType = null, ProvisionedAt = null });
        var file = Path.Combine(world.Home, "all.yaml");

        var exported = await world.RunAsync("export", "--manifest", file);
        var plan = await world.RunAsync("apply", file, "--dry-run", "--exit-code");

        exported.ExitCode.Should().Be(0, exported.Error);
        exported.Error.Should().Contain("42 workspaces are exported.");
        plan.ExitCode.Should().Be(0, plan.Output + plan.Error);
        plan.Output.Should().Contain("0 to create, 0 to change, 42 unchanged, 0 refused.");
        (await File.ReadAllTextAsync(file, CliWorld.Cancellation)).Should().StartWith("# yaml-language-server: $schema=");
    }

    [Theory]
    [InlineData("export --manifest all.jsonl")]
    [InlineData("export --manifest --token 5")]
    [InlineData("export --manifest -o csv")]
    [InlineData("export all.yaml")]
    [InlineData("export all.xlsx")]
    public async Task An_export_that_would_not_be_what_its_name_says_is_refused(string line)
    {
        await using var world = await CliWorld.StartAsync(1);

        var run = await world.RunAsync(line.Split(' '));

        run.ExitCode.Should().Be(2, run.Error);
        world.Emulator.Requests.Should().BeEmpty();
        Directory.GetFiles(world.Home).Should().BeEmpty();
    }

    [Fact]
    public async Task The_schema_knows_the_members_and_values_that_an_apply_takes()
    {
        await using var world = await CliWorld.StartAsync();
        var printed = await world.RunAsync("schema");
        using var schema = JsonDocument.Parse(printed.Output);
        var members = schema.RootElement.GetProperty("definitions").GetProperty("workspace").GetProperty("properties");
        var values = members
            .EnumerateObject()
            .SelectMany(member =>
                member.Value.TryGetProperty("enum", out var known) ? known.EnumerateArray().Select(value => (member.Name, value)) : []
            );
        var entries = values.Select((value, number) => $"  - {{ slug: clinic-{number}, {value.Name}: {value.value} }}");

        var unknown = await world.RunAsync("apply", world.FileWith("unknown.yaml", "workspaces: [{ slug: xx, nmae: y }]"), "--yes");
        var known = await world.RunAsync(
            "apply",
            world.FileWith("known.yaml", $"workspaces:\n{string.Join('\n', entries)}\n"),
            "--dry-run"
        );

        unknown.Error.Should().Contain($"the members are {string.Join(", ", members.EnumerateObject().Select(member => member.Name))}.");
        // All are refused for want of a name, none for its value.
        known.ExitCode.Should().Be(5, known.Error);
    }

    private static string Aliases(string pattern)
    {
        var text = new StringBuilder("a0: &a0 x\n");
        for (var level = 1; level <= 9; level++)
        {
            text.Append('a').Append(level).Append(": &a").Append(level).Append(' ');
            text.AppendFormat(System.Globalization.CultureInfo.InvariantCulture, pattern, $"*a{level - 1}").Append('\n');
        }

        return text.ToString();
    }
}
