using System.Diagnostics;
using System.Text.Json;
using Amigo.Workspaces.Emulator.Tests.Support;

namespace Amigo.Workspaces.Emulator.Tests;

public sealed class StateFileTests : EmulatorTest
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("emulator-state-");

    private string StateFile => Path.Combine(_folder.FullName, "state.json");

    protected override void Configure(WorkspacesEmulatorOptions options) => options.StateFile = StateFile;

    [Fact]
    public async Task Workspaces_and_keys_survive_a_restart()
    {
        Emulator.Seed(2);
        await SendAsync("POST", "v1/me/workspaces", CreateBody("lakeview"));
        await SendAsync("POST", $"v1/workspaces/{Emulator.Workspaces[0].Id}/archive", $$"""{"slug":"{{Emulator.Workspaces[0].Slug}}"}""");
        await SendAsync(
            "PUT",
            $"v1/workspaces/{Emulator.Workspaces[1].Id}/test-caller-numbers",
            """{"numbers":["+15550100","+15550101"]}"""
        );
        await Emulator.DisposeAsync();

        await using var again = await StartAgainAsync();

        again.Workspaces.Should().BeEquivalentTo(Emulator.Workspaces, options => options.WithStrictOrdering());
        using var request = Request("GET", new Uri(again.BaseAddress, "v1/workspaces").ToString());
        (await SendAsync(request)).Status.Should().Be(200, "the key is still accepted");
    }

    [Fact]
    public async Task A_write_is_in_the_file_before_it_is_answered()
    {
        await SendAsync("POST", "v1/me/workspaces", CreateBody("lakeview"));

        using var state = JsonDocument.Parse(await File.ReadAllBytesAsync(StateFile, Cancellation));
        var kept = state.RootElement.GetProperty("workspaces").EnumerateArray().Single();
        kept.GetProperty("slug").GetString().Should().Be("lakeview");
        Directory.GetFiles(_folder.FullName).Select(Path.GetFileName).Should().BeEquivalentTo("state.json", "state.json.lock");
    }

    [Fact]
    public async Task Writes_at_once_are_all_in_the_file()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(number => SendAsync("POST", "v1/me/workspaces", CreateBody($"clinic-{number}"))));

        using var state = JsonDocument.Parse(await File.ReadAllBytesAsync(StateFile, Cancellation));
        state.RootElement.GetProperty("workspaces").GetArrayLength().Should().Be(20);
    }

    [Fact]
    public async Task The_start_workspaces_are_not_added_to_what_the_file_holds_but_a_reset_goes_back_to_them()
    {
        var kept = Emulator.Seed(1);
        await Emulator.DisposeAsync();
        await using var other = await WorkspacesEmulator.StartAsync(cancellationToken: Cancellation);
        var first = other.Seed(2);

        await using var again = await WorkspacesEmulator.StartAsync(
            new WorkspacesEmulatorOptions { StateFile = StateFile, Workspaces = first },
            Cancellation
        );

        again.Workspaces.Should().BeEquivalentTo(kept);
        again.Reset();
        again.Workspaces.Should().Equal(first);
    }

    [Fact]
    public async Task Two_emulators_do_not_share_a_file()
    {
        await FluentActions.Awaiting(StartAgainAsync).Should().ThrowAsync<IOException>().WithMessage($"*{StateFile}*another emulator*");
    }

    [Theory]
    [InlineData("{", "*Line 1 is not*")]
    [InlineData("", "*is not a state file of the emulator. It is empty, a pipe or a device.")]
    [InlineData("""{"workspaces":[{"slug":"ok"}]}""", "*workspaces[0] has no name.")]
    [InlineData("{\n\"workspace\":[]}", "*Line 2, $.workspace:*")]
    [InlineData("""{"workspaces":[{"slug":"ok","name":"\ud800","environment":"staging"}]}""", "*Line 1, $.workspaces[0].name:*")]
    [InlineData("""{"keys":{"two words":"owner"}}""", "*A key in it is not printable ASCII without spaces.")]
    [InlineData("""{"keys":{"emu_secret":"king"}}""", "*Line 1, $.keys: there*")]
    public async Task A_file_that_is_no_state_file_is_left_alone(string content, string message)
    {
        await Emulator.DisposeAsync();
        await File.WriteAllTextAsync(StateFile, content, Cancellation);

        await FluentActions.Awaiting(StartAgainAsync).Should().ThrowAsync<IOException>().WithMessage(message);

        (await File.ReadAllTextAsync(StateFile, Cancellation)).Should().Be(content);
        Directory.GetFiles(_folder.FullName).Should().Equal(StateFile);
    }

    [Fact]
    public async Task A_pipe_in_its_place_is_neither_read_nor_replaced()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no pipes among its files.");
        }

        var pipe = Path.Combine(_folder.FullName, "pipe");
        using (var making = Process.Start("mkfifo", pipe))
        {
            await making.WaitForExitAsync(Cancellation);
        }

        await FluentActions
            .Awaiting(() => WorkspacesEmulator.StartAsync(new WorkspacesEmulatorOptions { StateFile = pipe }, Cancellation))
            .Should()
            .ThrowAsync<IOException>()
            .WithMessage("*pipe is not a state file of the emulator. It is empty, a pipe or a device.");

        File.Exists(pipe).Should().BeTrue();
        new FileInfo(pipe).Length.Should().Be(0);
    }

    [Fact]
    public async Task A_folder_in_its_place_is_named()
    {
        var options = new WorkspacesEmulatorOptions { StateFile = _folder.FullName };

        await FluentActions
            .Awaiting(() => WorkspacesEmulator.StartAsync(options, Cancellation))
            .Should()
            .ThrowAsync<IOException>()
            .WithMessage($"*{_folder.FullName} is a folder.");
    }

    [Fact]
    public async Task What_a_killed_emulator_left_behind_does_no_harm()
    {
        var written = Emulator.Seed(1);
        await Emulator.DisposeAsync();
        await File.WriteAllTextAsync(StateFile + ".new", """{"keys":{"half""", Cancellation);
        await File.WriteAllTextAsync(StateFile + ".lock", "", Cancellation);

        await using var again = await StartAgainAsync();

        again.Workspaces.Should().BeEquivalentTo(written);
        Only_its_owner_may_read_it();
    }

    [Fact]
    public async Task An_emulator_that_has_stopped_leaves_the_file_to_the_next()
    {
        await Emulator.DisposeAsync();
        await using var next = await StartAgainAsync();
        var state = await File.ReadAllTextAsync(StateFile, Cancellation);

        FluentActions.Invoking(() => Emulator.Seed(1)).Should().Throw<ObjectDisposedException>();

        (await File.ReadAllTextAsync(StateFile, Cancellation)).Should().Be(state);
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_named()
    {
        var options = new WorkspacesEmulatorOptions { StateFile = Path.Combine(_folder.FullName, "nowhere", "state.json") };

        await FluentActions
            .Awaiting(() => WorkspacesEmulator.StartAsync(options, Cancellation))
            .Should()
            .ThrowAsync<IOException>()
            .WithMessage("*nowhere*");
    }

    [Fact]
    public async Task When_the_file_cannot_be_written_the_caller_is_told_so()
    {
        Directory.CreateDirectory(StateFile + ".new");

        var answer = await SendAsync("POST", "v1/me/workspaces", CreateBody("lakeview"));

        answer.Status.Should().Be(500);
        answer.Detail.Should().StartWith("Carried out, but the emulator's state file cannot be written:");
        Emulator.Applied.Should().ContainSingle();
    }

    [Fact]
    public async Task What_a_symbolic_link_leads_to_is_written()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Symbolic links need a privilege on Windows.");
        }

        var (link, target) = (Path.Combine(_folder.FullName, "link.json"), Path.Combine(_folder.FullName, "target.json"));
        File.CreateSymbolicLink(link, target);

        await using var linked = await WorkspacesEmulator.StartAsync(new WorkspacesEmulatorOptions { StateFile = link }, Cancellation);
        linked.Seed(1);

        new FileInfo(link).LinkTarget.Should().Be(target);
        (await File.ReadAllTextAsync(target, Cancellation)).Should().Contain(linked.Workspaces[0].Slug);
    }

    [Fact]
    public void Only_its_owner_may_read_it()
    {
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(StateFile).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    protected override async ValueTask DisposeCoreAsync()
    {
        await base.DisposeCoreAsync();
        _folder.Delete(recursive: true);
    }

    private Task<WorkspacesEmulator> StartAgainAsync() =>
        WorkspacesEmulator.StartAsync(new WorkspacesEmulatorOptions { StateFile = StateFile }, Cancellation);
}
