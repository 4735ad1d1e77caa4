using Amigo.Workspaces.Emulator;

namespace Amigo.Workspaces.Client.Tests.Samples;

public sealed class PromoteToProductionTests : IAsyncLifetime
{
    private WorkspacesEmulator _emulator = null!;

    public async ValueTask InitializeAsync()
    {
        _emulator = await WorkspacesEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        _emulator.Seed(1, workspace => workspace with { Slug = "acme-clinic", Environment = "staging", ProvisionedAt = null });
    }

    [Fact]
    public async Task Without_a_key_it_promotes_an_example_on_an_emulator()
    {
        var run = await SampleProcess.RunAsync("PromoteToProduction", [], input: "sunrise-clinic\n");

        run.Error.Should().BeEmpty();
        run.ExitCode.Should().Be(0);
        run.Output.Should()
            .ContainAll("an emulator", "from staging to production", "Warning: ", "Verified: sunrise-clinic is in production.");
    }

    [Fact]
    public async Task The_slug_typed_converts_once_and_is_verified()
    {
        var run = await RunAsync("acme-clinic\n");

        run.ExitCode.Should().Be(0);
        run.Output.Should().Contain("Warning: Workspace has not been provisioned.").And.Contain("Verified: acme-clinic is in production.");
        _emulator.Workspaces[0].Environment.Should().Be("production");
        _emulator.Requests[^1].OperationId.Should().Be("get-workspace");
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("y\n")]
    [InlineData("ACME-CLINIC\n")]
    public async Task Anything_else_declines_and_converts_nothing(string answer)
    {
        var run = await RunAsync(answer);

        run.ExitCode.Should().Be(7);
        run.Output.Should().Contain("Declined: nothing was converted. acme-clinic stays in staging.");
        _emulator.Requests.Should().OnlyContain(request => request.Method == "GET");
    }

    [Fact]
    public async Task A_lost_answer_is_looked_into_and_not_repeated()
    {
        _emulator.Inject(Fault.ResetAfterApply, "convert-workspace-environment");

        var run = await RunAsync("acme-clinic\n");

        run.ExitCode.Should().Be(0);
        run.Output.Should().Contain("The outcome is unknown").And.Contain("Verified: acme-clinic is in production.");
        _emulator.Requests.Count(request => request.OperationId == "convert-workspace-environment").Should().Be(1);
    }

    [Fact]
    public async Task An_unknown_outcome_is_not_called_a_failure()
    {
        _emulator.Inject(Fault.ResetBeforeApply, "convert-workspace-environment");

        var run = await RunAsync("acme-clinic\n");

        run.ExitCode.Should().Be(3);
        run.Output.Should().Contain("acme-clinic is in staging for now: look again before you repeat it.");
    }

    [Fact]
    public async Task An_outcome_that_cannot_be_verified_is_unknown()
    {
        _emulator.Inject(Fault.Status(403), "get-workspace");

        var run = await RunAsync("acme-clinic\n");

        run.ExitCode.Should().Be(3);
        run.Output.Should().Contain("Could not verify").And.NotContain("Verified");
    }

    [Fact]
    public async Task A_refusal_is_one_line()
    {
        _emulator.Inject(Fault.Status(403), "convert-workspace-environment");

        var run = await RunAsync("acme-clinic\n");

        run.ExitCode.Should().Be(1);
        run.Error.Trim().Should().StartWith("convert-workspace-environment failed with 403").And.NotContain("\n");
    }

    [Fact]
    public async Task A_slug_that_nobody_has_is_told()
    {
        var run = await RunAsync("", "lakeview");

        run.ExitCode.Should().Be(1);
        run.Output.Should().Contain("There is no workspace lakeview");
    }

    [Fact]
    public async Task A_workspace_in_production_is_left_alone()
    {
        _emulator.Seed(1, workspace => workspace with { Slug = "lakeview", Environment = "production" });

        var run = await RunAsync("lakeview\n", "lakeview");

        run.ExitCode.Should().Be(0);
        run.Output.Should().Contain("lakeview is in production already.");
        _emulator.Applied.Should().BeEmpty();
    }

    [Theory]
    [InlineData("emu_some_key", "SLUG")]
    [InlineData(null, "AMIGO_BASE_URL is set without a key")]
    public async Task On_a_service_the_slug_and_the_key_must_be_given(string? key, string message)
    {
        var run = await SampleProcess.RunAsync(
            "PromoteToProduction",
            [],
            "",
            ("AMIGO_API_KEY", key),
            ("AMIGO_BASE_URL", "http://127.0.0.1:1")
        );

        run.ExitCode.Should().Be(2);
        run.Error.Should().Contain(message);
        run.Output.Should().BeEmpty();
    }

    public ValueTask DisposeAsync() => _emulator.DisposeAsync();

    private Task<SampleRun> RunAsync(string input, string slug = "acme-clinic") =>
        SampleProcess.RunAsync(
            "PromoteToProduction",
            [slug],
            input,
            ("AMIGO_API_KEY", _emulator.CreateApiKey(WorkspaceRole.Owner)),
            ("AMIGO_BASE_URL", $"{_emulator.BaseAddress}")
        );
}
