using System.Diagnostics;
using System.Text.RegularExpressions;
using static Amigo.Workspaces.Emulator.Tests.Support.EmulatorProgram;

namespace Amigo.Workspaces.Emulator.Tests;

public sealed partial class ProgramTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("emulator-program-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    public async Task Help_is_printed(string argument)
    {
        var (exitCode, output, error) = await RunAsync(argument);

        exitCode.Should().Be(0);
        output
            .Should()
            .ContainAll("--port", "--host", "--owner-key", "--keys-file", "--seed", "--state", "--rate-limit", "--latency", "--cors")
            .And.ContainAll(
                "--allow-remote",
                "--control-key",
                "--quiet",
                "--json",
                "--help",
                "--version",
                "AMIGO_EMULATOR_PORT",
                "-- COMMAND"
            );
        error.Should().BeEmpty();
    }

    [Theory]
    [InlineData("Unknown argument '--nope'.", "--nope")]
    [InlineData("Unknown argument 'dotnet'. A command follows --.", "--seed", "3", "dotnet", "test")]
    [InlineData("--port takes a number from 0 to 65535.", "--port", "65536")]
    [InlineData("--port takes a number from 0 to 65535.", "--port")]
    [InlineData("--seed takes a number from 0 to 100000, or a file.", "--port", "0", "--seed", "-1")]
    [InlineData("--host takes an IP address or localhost, not 'example'.", "--host=example")]
    [InlineData("--host 0.0.0.0 lets other machines reach the emulator. Add --allow-remote if that is wanted.", "--host", "0.0.0.0")]
    [InlineData("--owner-key takes printable ASCII without spaces.", "--owner-key", "two words")]
    [InlineData("The Viewer has the same key as the Owner. Each role takes a key of its own.", "--owner-key=k", "--viewer-key=k")]
    [InlineData("--cors takes an origin such as http://localhost:3000, without a path, or *.", "--cors", "http://localhost/path")]
    [InlineData("--latency takes a number from 0 to 60000.", "--latency", "1s")]
    [InlineData("--state is empty.", "--state", "--", "true")]
    [InlineData("--quiet takes true or false.", "--quiet=perhaps")]
    [InlineData("No command follows --.", "--seed", "3", "--")]
    public async Task A_bad_argument_is_named(string message, params string[] arguments)
    {
        var (exitCode, output, error) = await RunAsync(arguments);

        exitCode.Should().Be(2);
        output.Should().BeEmpty();
        error.Trim().Should().Be($"{message} Try --help.");
    }

    [Fact]
    public async Task A_bad_variable_is_named_and_a_flag_wins_over_it()
    {
        var (exitCode, _, error) = await RunAsync([], [("AMIGO_EMULATOR_RATE_LIMIT", "none")]);
        exitCode.Should().Be(2);
        error.Should().StartWith("AMIGO_EMULATOR_RATE_LIMIT takes a number from 1 ");

        var served = await RunAsync(
            ["--quiet", "--seed", "2", "--", .. Fetch("v1/workspaces")],
            [("AMIGO_EMULATOR_SEED", "7"), ("AMIGO_EMULATOR_OWNER_KEY", "dev-owner")]
        );
        served.Output.Should().Contain("\"total\":2").And.Contain("dev-owner");
    }

    [Theory]
    [InlineData("--seed", "[]", "Line 1 is not the JSON that belongs there.")]
    [InlineData("--seed", "{}", "It has no workspaces.")]
    [InlineData("--seed", """{"workspaces":[{"slug":"x"}]}""", "workspaces[0].slug: *at least 2*")]
    [InlineData("--keys-file", """{"king":"k"}""", "'king' is no role. *")]
    [InlineData("--keys-file", """{"owner":"two words"}""", "The key of the owner must be *")]
    public async Task A_bad_file_is_named(string flag, string content, string message)
    {
        var file = Write("file.json", content);

        var (exitCode, _, error) = await RunAsync([flag, file]);

        exitCode.Should().Be(2);
        error.Trim().Should().Match($"{flag} {file}: {message} Try --help.");
    }

    [Theory]
    [InlineData("--seed")]
    [InlineData("--keys-file")]
    public async Task A_file_without_end_is_not_read_to_it(string flag)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such file.");

        var (exitCode, _, error) = await RunAsync([flag, "/dev/zero"]);

        exitCode.Should().Be(2);
        error.Should().Contain($"{flag} /dev/zero: The file is over 64 MB.");
    }

    [Theory]
    [InlineData("--help >&-", 1, "Standard output is closed and cannot be written.\n")]
    [InlineData("--version > /dev/full", 1, "No space left on device\n")]
    [InlineData("--quiet -- true >&-", 0, "")]
    public async Task An_output_that_cannot_be_written_is_named(string line, int expected, string message)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has another shell.");

        var (exitCode, error) = await RunInShellAsync(line);

        (exitCode, error).Should().Be((expected, message));
    }

    [Theory]
    [InlineData("--bogus", 2)]
    [InlineData("--host 0.0.0.0 --allow-remote -- true", 0)]
    [InlineData("-- false", 1)]
    [InlineData("-- no-such-command", 127)]
    public async Task Lines_that_cannot_be_written_change_no_exit_code(string line, int expected)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has another shell.");

        (await RunInShellAsync(line + " 2>&-")).ExitCode.Should().Be(expected);
        (await RunInShellAsync(line + " 2> /dev/full")).ExitCode.Should().Be(expected);
    }

    [Fact]
    public async Task Workspaces_and_keys_come_from_files_and_the_state_survives()
    {
        var seed = Write("seed.json", """{"workspaces":[{"slug":"acme","name":"Acme","environment":"staging"}]}""");
        var keys = Write("keys.json", """{"owner":"file-owner"}""");
        var state = Path.Combine(_folder.FullName, "state.json");

        var first = await RunAsync(["--seed", seed, "--keys-file", keys, "--state", state, "--", .. Fetch("v1/workspaces/no", "-X POST")]);
        var second = await RunAsync(["--state", state, "--owner-key", "other", "--quiet", "--", .. Fetch("v1/workspaces")]);

        first.Output.Should().Contain("file-owner");
        second.Output.Should().Contain("\"slug\":\"acme\"");
    }

    [Theory]
    [InlineData("", @"^GET /v1/workspaces\?limit=1 503 owner \d+\.\d ms \(fault Status\(503\)\)$")]
    [InlineData(
        "--json",
        @"^{""event"":""request"",""method"":""GET"",""path"":""/v1/workspaces\?limit=1"",""status"":503,""role"":""owner"",""ms"":[\d.]+,""operation"":""list-workspaces"",""fault"":""Status\(503\)""}$"
    )]
    public async Task A_request_is_a_line(string flag, string pattern)
    {
        var (_, output, error) = await RunAsync([
            .. flag.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            "--",
            "/bin/sh",
            "-c",
            FaultThenList,
        ]);

        Regex.IsMatch(error, pattern, RegexOptions.Multiline, TimeSpan.FromSeconds(1)).Should().BeTrue(error);
        output.Should().NotContain("503 owner", "the command's output is its own");
    }

    [Fact]
    public async Task Quiet_is_silent_while_a_command_runs()
    {
        var (exitCode, _, error) = await RunAsync(["--quiet", "--", "/bin/sh", "-c", FaultThenList]);

        (exitCode, error).Should().Be((0, ""));
    }

    [Fact]
    public async Task Other_machines_are_let_in_only_with_a_warning()
    {
        var (exitCode, output, error) = await RunAsync(
            "--host",
            "0.0.0.0",
            "--allow-remote",
            "--",
            "/bin/sh",
            "-c",
            "echo $AMIGO_BASE_URL"
        );

        exitCode.Should().Be(0);
        error.Should().Contain("Warning: other machines can reach the emulator on 0.0.0.0, without encryption.");
        output.Should().StartWith("http://127.0.0.1:");
    }

    [Fact]
    public async Task A_taken_port_is_named()
    {
        await using var emulator = await WorkspacesEmulator.StartAsync(cancellationToken: Cancellation);

        var (exitCode, _, error) = await RunAsync("--port", $"{emulator.BaseAddress.Port}");

        exitCode.Should().Be(1);
        error.Should().Contain($"{emulator.BaseAddress.Port}").And.NotContain("   at ");
    }

    [Fact]
    public async Task It_serves_with_the_keys_that_it_prints_until_it_is_told_to_stop()
    {
        using var process = Start(["--seed", "3"]);
        try
        {
            var output = await ReadUntilAsync(process.StandardOutput, "Press Ctrl-C to stop.");
            var address = AddressPattern().Match(output).Value;
            var keys = KeyPattern().Matches(output).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);

            keys.Keys.Should().BeEquivalentTo("owner", "admin", "member", "viewer");
            output.Should().Contain($"export AMIGO_BASE_URL={address} AMIGO_API_KEY={keys["owner"]}");
            foreach (var key in keys.Values)
            {
                using var client = new HttpClient { BaseAddress = new Uri(address) };
                client.DefaultRequestHeaders.Authorization = new("Bearer", key);
                (await client.GetStringAsync("v1/workspaces", Cancellation)).Should().Contain("\"total\":3");
            }

            if (!OperatingSystem.IsWindows())
            {
                await SignalAsync(process, "TERM");
                await process.WaitForExitAsync(Cancellation);
                process.ExitCode.Should().Be(0);
            }
        }
        finally
        {
            process.Kill();
        }
    }

    private const string FaultThenList =
        """curl -sf -o /dev/null -d '{"kind":"status","status":503}' "${AMIGO_BASE_URL}_emulator/faults"; curl -s -H "Authorization: Bearer $AMIGO_API_KEY" "${AMIGO_BASE_URL}v1/workspaces?limit=1" """;

    [Fact]
    public async Task The_line_that_it_prints_for_a_shell_carries_any_key()
    {
        const string key = "it's$HOME;`a`";
        using var process = Start(["--owner-key", key, "--host", "::1"]);
        try
        {
            var output = await ReadUntilAsync(process.StandardOutput, "Press Ctrl-C to stop.");
            var line = output.Split('\n').Single(line => line.Contains("export ", StringComparison.Ordinal));

            using var shell = StartAny(["/bin/sh", "-c", $"{line}\nprintf '%s %s' \"$AMIGO_BASE_URL\" \"$AMIGO_API_KEY\""]);

            (await shell.StandardOutput.ReadToEndAsync(Cancellation)).Should().Match($"http://[::1]:*/ {key}");
        }
        finally
        {
            process.Kill();
        }
    }

    private static async Task<(int ExitCode, string Error)> RunInShellAsync(string line)
    {
        using var shell = StartAny(["/bin/sh", "-c", $"'{string.Join("' '", CommandLine)}' {line}"]);
        var error = await shell.StandardError.ReadToEndAsync(Cancellation);
        await shell.WaitForExitAsync(Cancellation);
        return (shell.ExitCode, error);
    }

    private static async Task<string> ReadUntilAsync(StreamReader reader, string end)
    {
        var lines = new List<string>();
        while (lines.LastOrDefault() != end && await reader.ReadLineAsync(Cancellation) is { } line)
        {
            lines.Add(line);
        }

        return string.Join('\n', lines);
    }

    private string Write(string name, string content)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, content);
        return path;
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+/")]
    private static partial Regex AddressPattern();

    [GeneratedRegex(@"(\w+) +(emu_[0-9a-f]{32})\n")]
    private static partial Regex KeyPattern();
}
