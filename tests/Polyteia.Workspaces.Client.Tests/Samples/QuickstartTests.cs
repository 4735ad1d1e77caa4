namespace Polyteia.Workspaces.Client.Tests.Samples;

public class QuickstartTests
{
    [Fact]
    public async Task Without_configuration_it_tells_the_whole_story_on_a_stub()
    {
        var run = await RunAsync([]);

        run.Error.Should().BeEmpty();
        run.ExitCode.Should().Be(0);
        ShouldComeInOrder(
            run.Output,
            "Start a stub",
            "holds 3 workspaces",
            "Create a workspace",
            "is Finance, with {\"cost_center\":4711,\"contact\":{\"team\":\"ledger\"}}",
            "List workspaces",
            "Page 1 of 4 workspaces: Department 1, Department 2",
            "Page 2 of 4 workspaces: Department 3, Finance",
            "Change one attribute",
            "Finance (Finance department workspace) now has {\"cost_center\":4712,\"contact\":{\"team\":\"ledger\"}}",
            "503 on a query",
            "Finance was read by the third attempt",
            "A create whose answer is lost",
            "PolyteiaConnectionException: create_workspace got no complete answer",
            "It may have been applied",
            "Looking instead of repeating: it is there",
            "Delete it",
            "Declined: the name is Finance",
            "Finance is gone"
        );
    }

    [Fact]
    public async Task On_a_real_service_it_only_reads()
    {
        await using var stub = await StubService.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        stub.Seed(7);

        var run = await RunAsync([], stub.CreateApiKey(), $"{stub.BaseAddress}");

        run.Error.Should().BeEmpty();
        run.ExitCode.Should().Be(0);
        run.Output.Should().Contain("The key can see 7 workspaces").And.Contain("Department 5").And.NotContain("Department 6");
        stub.Requests.Should().ContainSingle().Which.Query.Should().Be("list_workspaces");
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    public async Task Help_is_printed(string argument)
    {
        var run = await RunAsync([argument]);

        (run.ExitCode, run.Error).Should().Be((0, ""));
        run.Output.Should().ContainAll("POLYTEIA_API_KEY", "POLYTEIA_BASE_URL", "only reads");
    }

    [Fact]
    public async Task A_bad_argument_is_named()
    {
        var run = await RunAsync(["--wirte"]);

        (run.ExitCode, run.Output, run.Error.Trim()).Should().Be((2, "", "Unknown argument '--wirte'. Try --help."));
    }

    [Fact]
    public async Task An_address_without_a_key_is_refused_instead_of_showing_a_stub()
    {
        var run = await RunAsync([], address: "https://app.polyteia.com");

        (run.ExitCode, run.Output).Should().Be((2, ""));
        run.Error.Should().StartWith("POLYTEIA_BASE_URL is set without a key");
    }

    [Theory]
    [InlineData("wrong", null, "Check POLYTEIA_API_KEY, and that it belongs to the service")]
    [InlineData("wrong", "not an address", "POLYTEIA_BASE_URL is not an absolute address such as https://app.polyteia.com")]
    [InlineData("wrong", "http://polyteia.invalid", "BaseAddress must be https")]
    [InlineData("line\tbreak", null, "ApiKey must be printable ASCII")]
    public async Task A_failure_is_one_line_that_says_what_to_do_and_holds_no_key(string key, string? address, string message)
    {
        await using var stub = await StubService.StartAsync(cancellationToken: TestContext.Current.CancellationToken);

        var run = await RunAsync([], key, address ?? $"{stub.BaseAddress}");

        run.ExitCode.Should().Be(1);
        run.Error.Trim().Should().Contain(message).And.NotContain("\n").And.NotContain(key);
    }

    private static Task<SampleRun> RunAsync(string[] arguments, string? key = null, string? address = null) =>
        SampleProcess.RunAsync("PolyteiaQuickstart", arguments, "", ("POLYTEIA_API_KEY", key), ("POLYTEIA_BASE_URL", address));

    private static void ShouldComeInOrder(string output, params string[] parts)
    {
        var from = 0;
        foreach (var part in parts)
        {
            var at = output.IndexOf(part, from, StringComparison.Ordinal);
            at.Should().BeGreaterThanOrEqualTo(from, $"'{part}' comes after what is before it in:\n{output}");
            from = at + part.Length;
        }
    }
}
