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

    [Theory]
    [InlineData("list --api-key-file /dev/zero", "/dev/zero is over 64 KB, too large for a key.")]
    [InlineData("profile add owner < /dev/zero", "too long for a key.")]
    [InlineData("apply /dev/zero --dry-run", "over 16 MB, too large for a manifest.")]
    [InlineData("apply - --dry-run < /dev/zero", "over 16 MB, too large for a manifest.")]
    public async Task What_has_no_end_is_not_read_to_it(string line, string told)
    {
        await using var world = await CliWorld.StartAsync();

        var run = await world.RunInShellAsync($"{CliWorld.Command} {line}");

        run.ExitCode.Should().Be(2);
        run.Error.Should().Contain(told);
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
        run.Error.Should().Contain("list-workspaces is retried").And.Contain("list-workspaces succeeded").And.NotContain(world.Key);
    }

    [Fact]
    public async Task Ten_profiles_that_are_added_at_once_are_all_kept_and_ten_that_are_removed_all_go()
    {
        await using var world = await CliWorld.StartAsync();
        var names = Enumerable.Range(0, 10).Select(number => $"clinic-{number}").ToList();

        var added = await Task.WhenAll(names.Select(name => world.RunWithInputAsync($"key-of-{name}", "profile", "add", name)));
        var listed = await world.RunAsync("profile", "list", "-o", "csv");
        var removed = await Task.WhenAll(names.Select(name => world.RunAsync("profile", "remove", name)));

        added.Should().OnlyContain(run => run.ExitCode == 0);
        listed.Output.Split('\n').Skip(1).SkipLast(1).Select(line => line.Split(',')[0]).Should().Equal(names);
        removed.Should().OnlyContain(run => run.ExitCode == 0);
        var left = Directory.GetFiles(Path.GetDirectoryName(ProfileFile(world))!).Select(File.ReadAllText);
        string.Concat(left).Should().NotContain("key-of-").And.NotContain("clinic-");
    }

    [Fact]
    public async Task A_profile_file_behind_a_link_is_written_where_it_is_and_stays_private()
    {
        await using var world = await CliWorld.StartAsync();
        var kept = Path.Combine(world.Home, "dotfiles", "keys.json");
        Directory.CreateDirectory(Path.GetDirectoryName(kept)!);
        Directory.CreateDirectory(Path.GetDirectoryName(ProfileFile(world))!);
        File.CreateSymbolicLink(ProfileFile(world), kept);

        await world.RunWithInputAsync(world.Key, "profile", "add", "first");
        await world.RunWithInputAsync(world.Key, "profile", "add", "second");

        new FileInfo(ProfileFile(world)).LinkTarget.Should().Be(kept);
        File.ReadAllText(kept).Should().Contain("first").And.Contain("second");
        File.GetUnixFileMode(kept).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"profiles\":null}")]
    [InlineData("{\"profiles\":{\"owner\":null}}")]
    [InlineData("{\"profiles\":{\"owner\":{\"api_key\":null}}}")]
    [InlineData("{\"profiles\":{\"owner\":{\"api_key\":\"sk_live_secret")]
    public async Task A_broken_profile_file_is_a_clear_error_and_stays_as_it_is(string content)
    {
        await using var world = await CliWorld.StartAsync();
        world.Variables["AMIGO_API_KEY"] = null;
        Directory.CreateDirectory(Path.GetDirectoryName(ProfileFile(world))!);
        File.WriteAllText(ProfileFile(world), content);
        File.SetUnixFileMode(ProfileFile(world), UnixFileMode.UserRead | UnixFileMode.UserWrite);

        var read = await world.RunAsync("list");
        var written = await world.RunWithInputAsync(world.Key, "profile", "add", "owner");

        foreach (var run in new[] { read, written })
        {
            run.ExitCode.Should().Be(2, run.Error);
            run.Error.Should().Contain("profiles.json is not a profile file").And.NotContain("sk_live_secret").And.NotContain("   at ");
        }

        File.ReadAllText(ProfileFile(world)).Should().Be(content);
    }

    [Fact]
    public async Task A_directory_in_the_profile_files_place_is_a_clear_error()
    {
        await using var world = await CliWorld.StartAsync();
        Directory.CreateDirectory(ProfileFile(world));

        var run = await world.RunWithInputAsync(world.Key, "profile", "add", "owner");

        run.ExitCode.Should().Be(2);
        run.Error.Should().Contain("is a directory").And.NotContain("   at ");
    }

    private static string ProfileFile(CliWorld world) => Path.Combine(world.Home, ".config", "amigo-workspaces", "profiles.json");
}
