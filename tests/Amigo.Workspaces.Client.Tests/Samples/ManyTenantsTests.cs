using Amigo.Workspaces.Emulator;

namespace Amigo.Workspaces.Client.Tests.Samples;

public sealed class ManyTenantsTests
{
    [Fact]
    public async Task Without_a_key_it_asks_every_clinic_in_both_ways()
    {
        var run = await SampleProcess.RunAsync("ManyTenants", []);

        run.Error.Should().BeEmpty();
        run.ExitCode.Should().Be(0);
        foreach (var clinic in new[] { "lakeview", "northside", "riverbend" })
        {
            LinesOf(run, clinic).Should().Equal("6 workspaces, 2 in production", "6 workspaces, 2 in production");
        }
    }

    [Fact]
    public async Task One_clinic_that_fails_does_not_stop_the_others_and_no_key_is_printed_or_borrowed()
    {
        await using var emulator = await WorkspacesEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        emulator.Seed(1, workspace => workspace with { Environment = "production" });
        var key = emulator.CreateApiKey(WorkspaceRole.Viewer);

        var run = await SampleProcess.RunAsync(
            "ManyTenants",
            [],
            "",
            ("AMIGO_BASE_URL", $"{emulator.BaseAddress}"),
            ("AMIGO_API_KEY", key),
            ("AMIGO_API_KEY_LAKEVIEW", key),
            ("AMIGO_API_KEY_NORTHSIDE", "emu_revoked")
        );

        run.ExitCode.Should().Be(1);
        LinesOf(run, "lakeview").Should().Equal("1 workspaces, 1 in production", "1 workspaces, 1 in production");
        LinesOf(run, "northside")
            .Should()
            .HaveCount(2)
            .And.OnlyContain(line => line.StartsWith("list-workspaces failed with 401", StringComparison.Ordinal));
        LinesOf(run, "riverbend").Should().HaveCount(2).And.OnlyContain(line => line.StartsWith("not set up: ", StringComparison.Ordinal));
        (run.Output + run.Error).Should().NotContain(key).And.NotContain("emu_revoked");
        emulator.Requests.Select(request => request.Headers["Authorization"]).Distinct().Should().HaveCount(2);
        emulator.Requests.Should().HaveCount(4);
    }

    [Theory]
    [InlineData("http://example.invalid")]
    [InlineData("not an address")]
    public async Task A_bad_address_is_named(string address)
    {
        var run = await SampleProcess.RunAsync("ManyTenants", [], "", ("AMIGO_BASE_URL", address));

        run.ExitCode.Should().Be(2);
        run.Error.Trim().Should().StartWith("Check AMIGO_BASE_URL. ").And.NotContain("\n");
    }

    private static IEnumerable<string> LinesOf(SampleRun run, string clinic) =>
        run
            .Output.Split('\n')
            .Where(line => line.Trim().StartsWith($"{clinic}: ", StringComparison.Ordinal))
            .Select(line => line.Trim()[(clinic.Length + 2)..]);
}
