using System.Text;
using System.Text.Json;
using Amigo.Workspaces.Cli.Tests.Support;

namespace Amigo.Workspaces.Cli.Tests;

/// <summary>What is written, as bytes: for programs and for the eyes of a person.</summary>
public class OutputTests
{
    private const string Hostile = "Acme\u202Ecinilc\u200B\u2028\u00AD\U000E0041\u0085\u001b[2J";

    [Theory]
    [InlineData("get acme-clinic -o json")]
    [InlineData("get acme-clinic -o yaml")]
    [InlineData("get acme-clinic -o csv")]
    [InlineData("export")]
    [InlineData("export /dev/stdout")]
    [InlineData("export -o csv")]
    [InlineData("export --manifest")]
    public async Task Data_is_UTF8_whatever_the_locale(string line)
    {
        await using var world = await CliWorld.StartAsync();
        world.Add("acme-clinic", customize: workspace => workspace with { Name = "Łódź Clínica" });
        world.Variables["LC_ALL"] = "en_US.ISO-8859-1";

        // Read as bytes: the process of the test has a locale of its own.
        var run = await world.RunInShellAsync($"{CliWorld.Command} {line} | base64 -w0");

        var output = Encoding.UTF8.GetString(Convert.FromBase64String(run.Output));
        output.Should().Contain("Łódź Clínica").And.NotStartWith("\uFEFF");
    }

    [Theory]
    [InlineData("get acme-clinic")]
    [InlineData("get acme-clinic -o json")]
    [InlineData("get acme-clinic -o yaml")]
    [InlineData("get acme-clinic -o csv")]
    [InlineData("apply clinics.yaml --dry-run")]
    [InlineData("apply clinics.yaml --dry-run -o json")]
    [InlineData("export")]
    [InlineData("export -o csv")]
    [InlineData("export --manifest")]
    [InlineData("export /dev/tty")]
    public async Task On_a_terminal_nothing_hides_or_reorders_text(string line)
    {
        await using var world = await CliWorld.StartAsync();
        world.Add("acme-clinic", customize: workspace => workspace with { Name = Hostile });
        world.FileWith("clinics.yaml", "workspaces: [{ slug: acme-clinic, name: Acme Clinic }]");

        using var terminal = world.StartInTerminal(line.Split(' '));
        await terminal.EndAsync();

        terminal.Screen.Should().Contain("Acme");
        terminal.Raw.EnumerateRunes().Select(rune => rune.Value).Should().NotIntersectWith([0x202E, 0x200B, 0x2028, 0xAD, 0xE0041, 0x85]);
        terminal.Raw.Should().NotContain("\u001b[2J");
    }

    [Fact]
    public async Task What_a_terminal_escapes_is_still_the_same_document_and_a_file_gets_it_as_it_is()
    {
        await using var world = await CliWorld.StartAsync();
        world.Add("acme-clinic", customize: workspace => workspace with { Name = Hostile });

        using var terminal = world.StartInTerminal("get", "acme-clinic", "-o", "json");
        await terminal.EndAsync();
        var piped = await world.RunAsync("get", "acme-clinic", "-o", "json");

        using var shown = JsonDocument.Parse(terminal.Screen);
        shown.RootElement.GetProperty("name").GetString().Should().Be(Hostile);
        piped.Output.Should().Contain("Acme\u202Ecinilc");
    }

    [Fact]
    public async Task A_dry_run_in_JSON_has_values_of_their_own_types()
    {
        await using var world = await CliWorld.StartAsync();
        world.Add("acme-clinic", customize: workspace => workspace with { ProvisionedAt = null, ConnectorType = null });
        const string manifest = """
            workspaces:
              - { slug: acme-clinic, connector_type: epic, provisioned: true, test_caller_numbers: [+15550100] }
            """;

        var run = await world.RunAsync("apply", world.FileWith("clinics.yaml", manifest), "--dry-run", "-o", "json");

        using var plan = JsonDocument.Parse(run.Output);
        var changes = plan.RootElement[0].GetProperty("changes").EnumerateArray().Select(change => JsonSerializer.Serialize(change));
        changes
            .Should()
            .Equal(
                """{"field":"connector_type","from":null,"to":"epic"}""",
                """{"field":"provisioned","from":false,"to":true}""",
                """{"field":"test_caller_numbers","from":[],"to":["\u002B15550100"]}"""
            );
    }

    [Theory]
    [InlineData("list")]
    [InlineData("get clinic-with-a-short-name")]
    [InlineData("doctor")]
    [InlineData("apply clinics.yaml --dry-run")]
    [InlineData("archive clinic-with-a-short-name --confirm clinic-with-a-short-name")]
    public async Task Piped_tables_have_no_spaces_at_the_end_of_a_line(string line)
    {
        await using var world = await CliWorld.StartAsync(3);
        world.Add("clinic-with-a-short-name", customize: workspace => workspace with { Name = "A", ProvisionedAt = null });
        world.FileWith("clinics.yaml", "workspaces: [{ slug: clinic-with-a-short-name, name: Acme Clinic }]");

        var run = await world.RunAsync(line.Split(' '));

        run.Output.Should().NotBeEmpty();
        (run.Output + run.Error).Split('\n').Should().NotContain(shown => shown.EndsWith(' '));
    }

    [Theory]
    [InlineData("export", 141)]
    [InlineData("export -o csv", 141)]
    public async Task An_export_stops_when_its_reader_has_seen_enough(string line, int exitCode)
    {
        await using var world = await CliWorld.StartAsync(6_000);

        var run = await world.RunInShellAsync($"{CliWorld.Command} {line} | head -1 >/dev/null; echo ${{PIPESTATUS[0]}}");

        run.Output.Should().Be($"{exitCode}\n");
        run.Error.Should().BeEmpty();
        world.Emulator.Requests.Count.Should().BeLessThan(40, "60 pages are there, and the first line was enough");
    }

    [Fact]
    public async Task A_list_whose_reader_is_gone_ends_without_a_word()
    {
        await using var world = await CliWorld.StartAsync(3_000);

        var run = await world.RunInShellAsync($"{CliWorld.Command} list --all -o json | head -1; echo ${{PIPESTATUS[0]}}");

        run.Output.Should().Be("[\n141\n");
        run.Error.Should().BeEmpty();
    }

    [Fact]
    public async Task An_export_goes_through_a_named_pipe()
    {
        await using var world = await CliWorld.StartAsync(150);

        var run = await world.RunInShellAsync(
            $"mkfifo pipe; wc -l < pipe & {CliWorld.Command} export pipe; echo \"exit $?\"; wait; stat -c %F pipe"
        );

        run.Output.Should().Contain("exit 0").And.MatchRegex("(?m)^150$").And.Contain("fifo");
    }

    [Fact]
    public async Task An_export_to_a_pipe_that_nobody_reads_ends_with_Ctrl_C()
    {
        await using var world = await CliWorld.StartAsync(1);
        await world.RunInShellAsync("mkfifo pipe");
        using var process = world.Start("export", "pipe", "--verbose");
        var line = "";
        while (!line.Contains("succeeded", StringComparison.Ordinal))
        {
            line = (await process.StandardError.ReadLineAsync(CliWorld.Cancellation))!;
        }

        await CliWorld.InterruptAsync(process);
        var run = await CliWorld.EndAsync(process);

        run.ExitCode.Should().Be(130);
        run.Error.Should().Contain("Nothing was written.");
    }

    [Theory]
    [InlineData("export /dev/stdout > all.txt; wc -l < all.txt", "150\n")]
    [InlineData("export /dev/stdout | wc -l", "150\n")]
    [InlineData("export - | wc -l", "150\n")]
    [InlineData("export > all.txt 2>&1; wc -l < all.txt; tail -1 all.txt", "151\n150 workspaces are exported.\n")]
    [InlineData("export /dev/null; echo $?", "0\n")]
    [InlineData("export /dev/fd/3 3>&1 | wc -l", "150\n")]
    public async Task An_export_goes_where_the_shell_says(string line, string expected)
    {
        await using var world = await CliWorld.StartAsync(150);

        var run = await world.RunInShellAsync($"{CliWorld.Command} {line}");

        run.Output.Should().Be(expected, run.Error);
    }

    [Fact]
    public async Task A_full_disk_is_told_with_where_to_go_on()
    {
        await using var world = await CliWorld.StartAsync(150);

        var run = await world.RunAsync("export", "/dev/full");

        run.ExitCode.Should().Be(1);
        run.Error.Should().Contain("No space left on device").And.Contain("Nothing was written.").And.NotContain("   at ");
    }

    [Theory]
    [InlineData("create new-clinic --name New --environment staging", "create new-clinic")]
    [InlineData("archive acme-clinic --confirm acme-clinic --output json", "archive acme-clinic")]
    [InlineData("test-callers add acme-clinic +12025550100", "set the test caller numbers of acme-clinic")]
    [InlineData("apply clinics.yaml --yes", "1 of the 1 entries of the plan")]
    public async Task A_write_whose_result_does_not_fit_the_disk_is_told_to_be_carried_out(string line, string doing)
    {
        await using var world = await CliWorld.StartAsync();
        world.Add("acme-clinic");
        world.FileWith("clinics.yaml", "workspaces:\n  - slug: new-clinic\n    name: New\n    environment: staging\n");

        var run = await world.RunInShellAsync($"cd \"$HOME\"; {CliWorld.Command} {line} > /dev/full");

        run.ExitCode.Should().Be(1);
        run.Error.Should().Contain($"carried this out: {doing}.").And.Contain("No space left").And.Contain("To see it: amigo-workspaces ");
        world.Emulator.Applied.Should().ContainSingle();
    }

    [Theory]
    [InlineData("list --output json", "error: Standard output is closed and cannot be written.")]
    [InlineData("list", "error: Standard output is closed and cannot be written.")]
    [InlineData("--help", "error: Standard output is closed and cannot be written.")]
    [InlineData("export", "error: Standard output is closed and cannot be written. Nothing was written.")]
    [InlineData(
        "archive acme-clinic --confirm acme-clinic",
        "Its result cannot be shown: Standard output is closed and cannot be written."
    )]
    public async Task A_standard_output_that_is_closed_is_named(string line, string message)
    {
        await using var world = await CliWorld.StartAsync();
        world.Add("acme-clinic");

        var run = await world.RunInShellAsync($"{CliWorld.Command} {line} >&-");

        run.ExitCode.Should().Be(1);
        run.Error.Should().Contain(message).And.NotContain("denied");
    }

    [Theory]
    [InlineData("get nowhere 2> /dev/full", 4)]
    [InlineData("get nowhere 2>&-", 4)]
    [InlineData("bogus 2> /dev/full", 2)]
    [InlineData("bogus 2>&-", 2)]
    [InlineData("list > /dev/full 2> /dev/full", 1)]
    [InlineData("list > /dev/full 2>&-", 1)]
    [InlineData("archive acme-clinic --confirm acme-clinic 2> /dev/full", 0)]
    [InlineData("archive acme-clinic --confirm acme-clinic 2>&-", 0)]
    [InlineData("apply clinics.yaml --yes 2> /dev/full", 0)]
    [InlineData("apply clinics.yaml --yes 2>&-", 0)]
    public async Task Notes_that_cannot_be_written_change_no_exit_code(string line, int exitCode)
    {
        await using var world = await CliWorld.StartAsync();
        world.Add("acme-clinic");
        world.FileWith("clinics.yaml", "workspaces:\n  - slug: new-clinic\n    name: New\n    environment: staging\n");

        var run = await world.RunInShellAsync($"cd \"$HOME\"; {CliWorld.Command} {line}");

        run.ExitCode.Should().Be(exitCode);
    }
}
