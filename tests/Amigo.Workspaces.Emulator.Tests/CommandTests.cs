using static Amigo.Workspaces.Emulator.Tests.Support.EmulatorProgram;

namespace Amigo.Workspaces.Emulator.Tests;

/// <summary>A command that the program runs against its emulator.</summary>
public sealed class CommandTests
{
    private const string TellsOfSignals =
        "trap 'echo interrupted; exit 6' INT; trap 'echo terminated; exit 5' TERM; trap 'echo quit; exit 7' QUIT; echo ready; while :; do sleep 0.1; done";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_command_gets_the_address_and_a_key_and_its_exit_code_is_the_emulators()
    {
        var (exitCode, output, _) = await RunAsync([
            "--owner-key",
            "dev",
            "--",
            "/bin/sh",
            "-c",
            "echo $AMIGO_BASE_URL $AMIGO_API_KEY; exit 7",
        ]);

        exitCode.Should().Be(7);
        output.Should().MatchRegex(@"^http://127\.0\.0\.1:\d+/ dev\n$");
    }

    [Theory]
    [InlineData("no-such-command", 127)]
    [InlineData("/", 126)]
    public async Task A_command_that_cannot_be_run_ends_as_in_a_shell(string command, int expected)
    {
        var (exitCode, _, error) = await RunAsync("--", command);

        exitCode.Should().Be(expected);
        error.Should().Contain($"{command} cannot be run: ").And.NotContain("   at ");
    }

    [Fact]
    public async Task A_proxy_does_not_stand_between_a_command_and_the_emulator()
    {
        var (exitCode, output, _) = await RunAsync(
            ["--quiet", "--", .. Fetch("health")],
            [("http_proxy", "http://127.0.0.1:1"), ("HTTP_PROXY", "http://127.0.0.1:1"), ("no_proxy", "intranet"), ("NO_PROXY", null)]
        );

        exitCode.Should().Be(0);
        output.Should().Contain("ok").And.Contain("intranet,127.0.0.1,localhost");
    }

    [Fact]
    public async Task The_key_of_a_command_is_in_no_log()
    {
        var (_, output, error) = await RunAsync("--json", "--seed", "1", "--", "/bin/sh", "-c", "echo $AMIGO_API_KEY");

        output.Should().StartWith("emu_");
        error.Should().Contain("\"event\":\"started\"").And.NotContain("emu_");
    }

    [Theory]
    [InlineData("TERM")]
    [InlineData("HUP")]
    public async Task A_termination_is_passed_on_and_the_end_of_the_command_is_awaited(string signal)
    {
        using var process = StartAny([.. CommandLineWithSignals, "--quiet", "--", "/bin/sh", "-c", TellsOfSignals]);
        try
        {
            (await process.StandardOutput.ReadLineAsync(Cancellation)).Should().Be("ready");

            await SignalAsync(process, signal);
            await process.WaitForExitAsync(Cancellation);

            process.ExitCode.Should().Be(5);
            (await process.StandardOutput.ReadToEndAsync(Cancellation)).Should().Be("terminated\n");
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    [Theory]
    [InlineData("\u0003", "interrupted", 6)]
    [InlineData("\u001c", "quit", 7)]
    public async Task What_is_typed_to_stop_is_the_commands_to_answer(string typed, string answer, int exitCode)
    {
        const string terminal = "/usr/bin/script";
        if (!File.Exists(terminal))
        {
            Assert.Skip("The program script (util-linux) is not installed, so there is no terminal to type at.");
        }

        var command = $"exec '{string.Join("' '", CommandLineWithSignals)}' --quiet -- /bin/sh -c \"$COMMAND\"";
        using var process = StartAny([terminal, "-qec", command, "/dev/null"], ("COMMAND", TellsOfSignals));
        try
        {
            (await process.StandardOutput.ReadLineAsync(Cancellation)).Should().Contain("ready");

            await process.StandardInput.WriteAsync(typed);
            await process.StandardInput.FlushAsync(Cancellation);
            var shown = await process.StandardOutput.ReadToEndAsync(Cancellation);
            await process.WaitForExitAsync(Cancellation);

            (process.ExitCode, shown.Contains(answer, StringComparison.Ordinal)).Should().Be((exitCode, true), shown);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }
}
