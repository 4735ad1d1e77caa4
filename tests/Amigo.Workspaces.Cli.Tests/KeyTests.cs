using System.Runtime.Versioning;
using Amigo.Workspaces.Cli.Tests.Support;
using Amigo.Workspaces.Emulator;

namespace Amigo.Workspaces.Cli.Tests;

[UnsupportedOSPlatform("windows")]
public class KeyTests
{
    [Fact]
    public async Task A_key_comes_from_a_file()
    {
        await using var world = await CliWorld.StartAsync(1);
        world.Variables["AMIGO_API_KEY"] = "emu_wrong";

        var run = await world.RunAsync("list", "--api-key-file", world.FileWith("key", world.Key + "\n"));

        run.ExitCode.Should().Be(0, run.Error);
    }

    [Fact]
    public async Task Profiles_live_side_by_side_in_a_file_that_only_its_owner_reads()
    {
        await using var world = await CliWorld.StartAsync();
        world.Variables["AMIGO_API_KEY"] = null;
        world.Variables["AMIGO_BASE_URL"] = null;
        var address = world.Emulator.BaseAddress.ToString();
        var viewer = world.Emulator.CreateApiKey(WorkspaceRole.Viewer);
        string[] create = ["create", "acme-clinic", "--name", "Acme Clinic", "--environment", "staging"];

        var added = await world.RunWithInputAsync(world.Key + "\n", "profile", "add", "owner", "--base-url", address);
        await world.RunWithInputAsync(viewer + "\n", "profile", "add", "viewer", "--base-url", address);
        var listed = await world.RunAsync("profile", "list", "-o", "csv");
        var asViewer = await world.RunAsync([.. create, "--profile", "viewer"]);
        var asCurrent = await world.RunAsync(create);
        await world.RunAsync("profile", "use", "viewer");
        var afterUse = await world.RunAsync("archive", "acme-clinic", "--confirm", "acme-clinic");
        var removed = await world.RunAsync("profile", "remove", "viewer");
        var afterRemove = await world.RunAsync("list");

        added.ExitCode.Should().Be(0, added.Error);
        listed.Output.Should().Be($"name,base_url,current\nowner,{address},true\nviewer,{address},false\n");
        asViewer.ExitCode.Should().Be(3);
        asCurrent.ExitCode.Should().Be(0, asCurrent.Error);
        afterUse.ExitCode.Should().Be(3);
        removed.Error.Should().Contain("profile use");
        afterRemove.ExitCode.Should().Be(3);
        var everything = string.Concat(
            new[] { added, listed, asViewer, asCurrent, afterUse, removed }.Select(run => run.Output + run.Error)
        );
        everything.Should().NotContain(world.Key).And.NotContain(viewer);
        File.GetUnixFileMode(ProfileFile(world)).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public async Task A_profile_file_that_others_can_read_is_refused()
    {
        await using var world = await CliWorld.StartAsync();
        await world.RunWithInputAsync(world.Key, "profile", "add", "owner");
        File.SetUnixFileMode(ProfileFile(world), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
        world.Variables["AMIGO_API_KEY"] = null;

        var run = await world.RunAsync("list");

        run.ExitCode.Should().Be(3);
        run.Error.Should().Contain("chmod 600");
        world.Emulator.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task A_profile_is_not_replaced_by_accident_and_an_unknown_one_is_not_found()
    {
        await using var world = await CliWorld.StartAsync();
        await world.RunWithInputAsync(world.Key, "profile", "add", "owner");

        var again = await world.RunWithInputAsync("emu_other", "profile", "add", "owner");
        var unknown = await world.RunAsync("list", "--profile", "nobody");
        var empty = await world.RunWithInputAsync("", "profile", "add", "another");

        again.ExitCode.Should().Be(5);
        File.ReadAllText(ProfileFile(world)).Should().Contain(world.Key).And.NotContain("emu_other");
        unknown.ExitCode.Should().Be(4);
        empty.ExitCode.Should().Be(2);
    }

    [Theory]
    [InlineData("list", "--api-key", "sk_live_5up3rS3cr3t")]
    [InlineData("list", "--api-key=sk_live_5up3rS3cr3t")]
    [InlineData("profile", "add", "owner", "sk_live_5up3rS3cr3t")]
    public async Task A_key_on_the_command_line_is_refused_and_never_echoed(params string[] arguments)
    {
        await using var world = await CliWorld.StartAsync();

        var run = await world.RunAsync(arguments);

        run.ExitCode.Should().Be(2);
        (run.Output + run.Error).Should().NotContain("5up3rS3cr3t");
    }

    [Fact]
    public async Task Verbose_tells_what_was_tried_again_and_never_the_key()
    {
        await using var world = await CliWorld.StartAsync(1);
        world.Emulator.Inject(Fault.Status(503), "list-workspaces");

        var run = await world.RunAsync("list", "--verbose");

        run.ExitCode.Should().Be(0, run.Error);
        run.Error.Should().Contain("list-workspaces is tried again").And.Contain("list-workspaces succeeded").And.NotContain(world.Key);
    }

    private static string ProfileFile(CliWorld world) => Path.Combine(world.Home, ".config", "amigo-workspaces", "profiles.json");
}
