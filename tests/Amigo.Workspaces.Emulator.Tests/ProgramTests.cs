using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Amigo.Workspaces.Emulator.Tests;

public sealed partial class ProgramTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    public async Task Help_is_printed(string argument)
    {
        var (exitCode, output, error) = await RunAsync(argument);

        exitCode.Should().Be(0);
        output.Should().ContainAll("--port", "--seed", "--help");
        error.Should().BeEmpty();
    }

    [Theory]
    [InlineData("Unknown argument '--nope'.", "--nope")]
    [InlineData("--port takes a number from 0 to 65535.", "--port", "65536")]
    [InlineData("--port takes a number from 0 to 65535.", "--port")]
    [InlineData("--seed takes a number from 0 to 100000, or a file.", "--port", "0", "--seed", "-1")]
    public async Task A_bad_argument_is_named(string message, params string[] arguments)
    {
        var (exitCode, output, error) = await RunAsync(arguments);

        exitCode.Should().Be(2);
        output.Should().BeEmpty();
        error.Trim().Should().Be($"{message} Try --help.");
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
        using var process = Start("--seed", "3");
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
                using var kill = Process.Start("/bin/sh", ["-c", $"kill -TERM {process.Id}"]);
                await process.WaitForExitAsync(Cancellation);
                process.ExitCode.Should().Be(0);
            }
        }
        finally
        {
            process.Kill();
        }
    }

    private static async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        var output = process.StandardOutput.ReadToEndAsync(Cancellation);
        var error = process.StandardError.ReadToEndAsync(Cancellation);
        await process.WaitForExitAsync(Cancellation);
        return (process.ExitCode, await output, await error);
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

    private static Process Start(params string[] arguments)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Amigo.Workspaces.Emulator.dll");
        return Process.Start(
            new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [program, .. arguments])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+/")]
    private static partial Regex AddressPattern();

    [GeneratedRegex(@"(\w+) +(emu_[0-9a-f]{32})\n")]
    private static partial Regex KeyPattern();
}
