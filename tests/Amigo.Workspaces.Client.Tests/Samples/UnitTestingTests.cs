namespace Amigo.Workspaces.Client.Tests.Samples;

public sealed class UnitTestingTests
{
    [Fact]
    public async Task Its_tests_pass()
    {
        var run = await SampleProcess.RunAsync("UnitTesting", []);

        run.Output.Should().MatchRegex("Total: [1-9]").And.MatchRegex("Errors: 0, Failed: 0, Skipped: 0");
        run.ExitCode.Should().Be(0, run.Output);
    }
}
