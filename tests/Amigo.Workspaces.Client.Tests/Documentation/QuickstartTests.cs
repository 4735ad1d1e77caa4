using System.Diagnostics;
using Amigo.Workspaces.Emulator;

namespace Amigo.Workspaces.Client.Tests.Documentation;

public sealed class QuickstartTests
{
    private static readonly string[] LifeOnAService =
    [
        "create-my-workspace",
        "update-workspace",
        "provision-workspace",
        "update-test-caller-numbers",
        "update-test-caller-numbers",
        "archive-workspace",
    ];

    [Fact]
    public async Task Without_configuration_it_tells_the_whole_story()
    {
        var run = await RunAsync([]);

        run.Error.Should().BeEmpty();
        run.ExitCode.Should().Be(0);
        ShouldComeInOrder(
            run.Output,
            "Start an emulator",
            "Create a workspace",
            "sunrise-clinic is in staging",
            "List workspaces",
            "Update it",
            "connects to epic",
            "Provision it",
            "ask for approval",
            "Warning: ",
            "Approved: sunrise-clinic is now in production",
            "Set test callers",
            "+12025550100, +12025550101",
            "409: ",
            "WorkspacesConflictException",
            "422: ",
            "WorkspacesValidationException",
            "The client refuses it before anything is sent",
            "The service says of body.slug",
            "503 on a read",
            "Success after 2 attempts",
            "503 on every attempt",
            "WorkspacesUnavailableException after 3 attempts",
            "503 on a write",
            "1 attempt. Looking instead of repeating: it is called Sunrise Health",
            "Archive it",
            "sunrise-clinic left active use"
        );
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    public async Task Help_is_printed(string argument)
    {
        var run = await RunAsync([argument]);

        run.ExitCode.Should().Be(0);
        run.Error.Should().BeEmpty();
        run.Output.Should().ContainAll("--write", "AMIGO_API_KEY", "AMIGO_BASE_URL", "only reads");
    }

    [Theory]
    [InlineData("Unknown argument '--wirte'.", "--wirte")]
    [InlineData("Unknown argument 'x'.", "--write", "x", "--help")]
    [InlineData("--write is for a real service: set AMIGO_API_KEY, or leave --write out to use the emulator.", "--write")]
    public async Task A_bad_argument_is_named(string message, params string[] arguments)
    {
        var run = await RunAsync(arguments);

        run.ExitCode.Should().Be(2);
        run.Output.Should().BeEmpty();
        run.Error.Trim().Should().Be($"{message} Try --help.");
    }

    [Fact]
    public async Task An_address_without_a_key_is_refused_instead_of_showing_an_emulator()
    {
        var run = await RunAsync([], address: "https://api.platform.amigo.ai");

        run.ExitCode.Should().Be(2);
        run.Output.Should().BeEmpty();
        run.Error.Should().StartWith("AMIGO_BASE_URL is set without a key");
    }

    [Fact]
    public async Task On_a_real_service_it_only_reads()
    {
        await using var emulator = await StartEmulatorAsync();
        emulator.Seed(3);

        var run = await RunAsync([], emulator.CreateApiKey(WorkspaceRole.Viewer), $"{emulator.BaseAddress}");

        run.Error.Should().BeEmpty();
        run.ExitCode.Should().Be(0);
        emulator.Requests.Should().NotBeEmpty().And.OnlyContain(request => request.Method == "GET");
        run.Output.Should().Contain("It only reads").And.Contain(emulator.Workspaces[0].Slug);
    }

    [Fact]
    public async Task It_prints_no_phone_number_of_a_real_service()
    {
        await using var emulator = await StartEmulatorAsync();
        emulator.Seed(1, workspace => workspace with { TestCallerNumbers = ["+12125550177"] });

        var run = await RunAsync([], emulator.CreateApiKey(WorkspaceRole.Viewer), $"{emulator.BaseAddress}");

        run.Output.Should().Contain("1 phone number(s)").And.NotContain("+12125550177");
    }

    [Fact]
    public async Task When_told_to_write_it_lives_a_whole_life_in_staging_and_archives_what_it_made()
    {
        await using var emulator = await StartEmulatorAsync();
        emulator.Seed(3);

        var run = await RunAsync(["--write"], emulator.CreateApiKey(WorkspaceRole.Owner), $"{emulator.BaseAddress}");

        run.Error.Should().BeEmpty();
        run.ExitCode.Should().Be(0);
        emulator.Applied.Select(change => change.OperationId).Should().Equal(LifeOnAService);
        emulator.Applied.Select(change => change.WorkspaceId).Distinct().Should().Equal(emulator.Workspaces[3].Id);
        emulator.Workspaces[3].Slug.Should().MatchRegex("^quickstart-[0-9a-f]{32}$");
        emulator.Workspaces[3].Environment.Should().Be("staging");
        emulator.Workspaces[3].ArchivedAt.Should().NotBeNull();
        run.Output.Should().Contain("Declined: it stays in staging.");
    }

    [Theory]
    [InlineData("update-workspace")]
    [InlineData("archive-workspace")]
    public async Task What_it_made_is_archived_when_a_step_fails(string operationId)
    {
        await using var emulator = await StartEmulatorAsync();
        emulator.Inject(Fault.StatusAfterApply(500), operationId);

        var run = await RunAsync(["--write"], emulator.CreateApiKey(WorkspaceRole.Owner), $"{emulator.BaseAddress}");

        run.ExitCode.Should().Be(1);
        run.Error.Trim().Should().StartWith($"{operationId} failed with 500").And.NotContain("\n");
        emulator.Workspaces.Should().ContainSingle().Which.ArchivedAt.Should().NotBeNull();
        emulator.Applied.Should().ContainSingle(change => change.OperationId == "archive-workspace");
    }

    [Fact]
    public async Task What_it_made_without_being_told_so_is_archived()
    {
        await using var emulator = await StartEmulatorAsync();
        emulator.Inject(Fault.StatusAfterApply(500), "create-my-workspace");
        // The first list is served; the one that looks for the workspace is not.
        emulator.Inject(Fault.Delay(TimeSpan.Zero), "list-workspaces");
        emulator.Inject(Fault.Status(403), "list-workspaces");

        var run = await RunAsync(["--write"], emulator.CreateApiKey(WorkspaceRole.Owner), $"{emulator.BaseAddress}");

        run.ExitCode.Should().Be(1);
        run.Error.Trim().Should().StartWith("create-my-workspace failed with 500").And.NotContain("\n");
        emulator.Workspaces.Should().ContainSingle().Which.ArchivedAt.Should().NotBeNull();
    }

    [Fact]
    public async Task What_it_made_is_archived_when_it_is_told_to_stop()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals to send.");
        await using var emulator = await StartEmulatorAsync();
        emulator.Inject(Fault.StalledBody, "update-workspace");

        using var process = Start(["--write"], emulator.CreateApiKey(WorkspaceRole.Owner), $"{emulator.BaseAddress}");
        await ReadUntilAsync(process.StandardOutput, "Update it");
        using var kill = Process.Start("/bin/sh", ["-c", $"kill -TERM {process.Id}"]);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        process.ExitCode.Should().Be(1);
        emulator.Workspaces.Should().ContainSingle().Which.ArchivedAt.Should().NotBeNull();
    }

    [Fact]
    public async Task What_it_could_not_archive_is_named()
    {
        await using var emulator = await StartEmulatorAsync();
        emulator.Inject(Fault.Status(403), "archive-workspace", times: 2);

        var run = await RunAsync(["--write"], emulator.CreateApiKey(WorkspaceRole.Owner), $"{emulator.BaseAddress}");

        run.ExitCode.Should().Be(1);
        run.Error.Should().Contain($"The workspace {emulator.Workspaces[0].Slug} may be left over");
    }

    [Theory]
    [InlineData("emu_wrong", null, "Check AMIGO_API_KEY, and that it belongs to the service")]
    [InlineData("emu_wrong", "not an address", "AMIGO_BASE_URL is not an absolute address")]
    [InlineData("emu_wrong", "http://example.invalid", "BaseAddress must be https")]
    [InlineData("line\tbreak", null, "ApiKey must be printable ASCII")]
    public async Task A_failure_is_one_line_that_says_what_to_do_and_holds_no_key(string key, string? address, string message)
    {
        await using var emulator = await StartEmulatorAsync();

        var run = await RunAsync([], key, address ?? $"{emulator.BaseAddress}");

        run.ExitCode.Should().Be(1);
        run.Error.Trim().Should().Contain(message).And.NotContain("\n").And.NotContain(key);
    }

    private static Task<WorkspacesEmulator> StartEmulatorAsync() =>
        WorkspacesEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);

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

    private static async Task<(int ExitCode, string Output, string Error)> RunAsync(
        string[] arguments,
        string? key = null,
        string? address = null
    )
    {
        using var process = Start(arguments, key, address);
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await error);
    }

    private static async Task ReadUntilAsync(StreamReader reader, string beginning)
    {
        string? line;
        do
        {
            line = await reader.ReadLineAsync(TestContext.Current.CancellationToken);
        } while (line?.StartsWith(beginning, StringComparison.Ordinal) == false);
    }

    private static Process Start(string[] arguments, string? key, string? address)
    {
        // Built into the same kind of folder as these tests, as in bin/Debug/net10.0.
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        var program = Repository.PathOf($"samples/Quickstart/bin/{folder.Parent!.Name}/{folder.Name}/Quickstart.dll");
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["AMIGO_API_KEY"] = key;
        start.Environment["AMIGO_BASE_URL"] = address;
        return Process.Start(start)!;
    }
}
