using System.Runtime.Versioning;
using System.Text.RegularExpressions;
using Amigo.Workspaces.Cli.Tests.Support;

namespace Amigo.Workspaces.Cli.Tests;

[UnsupportedOSPlatform("windows")]
public class CompletionTests
{
    [Theory]
    [InlineData("bash", "complete -F _amigo_workspaces amigo-workspaces")]
    [InlineData("zsh", "compdef _amigo_workspaces amigo-workspaces")]
    [InlineData("fish", "complete --command amigo-workspaces")]
    [InlineData("pwsh", "Register-ArgumentCompleter")]
    public async Task Every_shell_gets_its_completion(string shell, string registration)
    {
        await using var world = await CliWorld.StartAsync();

        var run = await world.RunAsync("completion", shell);

        run.ExitCode.Should().Be(0, run.Error);
        run.Output.Should().Contain(registration);
    }

    [Fact]
    public async Task Verbs_and_values_are_offered_and_nothing_that_looks_like_a_path()
    {
        await using var world = await CliWorld.StartAsync();

        var verbs = await SuggestAsync(world, "");
        var values = await SuggestAsync(world, "list --environment ");

        verbs.Should().Contain("archive").And.NotContain("/?").And.NotContain("/h").And.NotContain("-?");
        values.Should().Contain(["production", "staging", "development"]);
    }

    [Theory]
    [InlineData("get ")]
    [InlineData("archive ac")]
    [InlineData("test-callers add acme")]
    public async Task Slugs_are_offered_where_a_workspace_is_asked_for(string line)
    {
        await using var world = await CliWorld.StartAsync(120);
        world.Add("acme-clinic");

        (await SuggestAsync(world, line)).Should().Contain("acme-clinic");
    }

    [Fact]
    public async Task Slugs_are_kept_for_a_minute_where_only_the_user_may_read_them()
    {
        await using var world = await CliWorld.StartAsync();
        world.Add("acme-clinic");
        await SuggestAsync(world, "get ");
        world.Add("new-clinic");
        var asked = world.Emulator.Requests.Count;

        var kept = await SuggestAsync(world, "get ");
        var askedForKept = world.Emulator.Requests.Count;
        var file = Directory.GetFiles(Path.Combine(world.Home, ".cache", "amigo-workspaces"), "*.json").Single();
        var minuteAgo = DateTimeOffset.UtcNow.AddMinutes(-1).ToString("O");
        await File.WriteAllTextAsync(
            file,
            Regex.Replace(
                await File.ReadAllTextAsync(file, CliWorld.Cancellation),
                "\"read_at\":\"[^\"]*\"",
                $"\"read_at\":\"{minuteAgo}\""
            ),
            CliWorld.Cancellation
        );
        var read = await SuggestAsync(world, "get ");

        kept.Should().Contain("acme-clinic").And.NotContain("new-clinic");
        askedForKept.Should().Be(asked);
        read.Should().Contain("new-clinic");
        File.GetUnixFileMode(file).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Path.GetFileName(file).Should().NotContain(world.Key);
    }

    [Fact]
    public async Task Slugs_of_another_key_are_not_offered()
    {
        await using var world = await CliWorld.StartAsync();
        world.Add("acme-clinic");
        await SuggestAsync(world, "get ");
        world.Variables["AMIGO_API_KEY"] = "emu_another";

        (await SuggestAsync(world, "get ")).Should().NotContain("acme-clinic");
    }

    [Fact]
    public async Task An_address_that_is_only_typed_gets_no_key()
    {
        await using var world = await CliWorld.StartAsync();
        world.Add("acme-clinic");
        world.Variables["AMIGO_BASE_URL"] = null;

        (await SuggestAsync(world, $"get --base-url {world.Emulator.BaseAddress} ")).Should().NotContain("acme-clinic");

        world.Emulator.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task A_broken_cache_is_read_anew()
    {
        await using var world = await CliWorld.StartAsync();
        world.Add("acme-clinic");
        await SuggestAsync(world, "get ");
        var file = Directory.GetFiles(Path.Combine(world.Home, ".cache", "amigo-workspaces"), "*.json").Single();
        await File.WriteAllTextAsync(file, "{", CliWorld.Cancellation);

        (await SuggestAsync(world, "get ")).Should().Contain("acme-clinic");
    }

    [Fact]
    public async Task Profiles_are_offered_where_one_is_named()
    {
        await using var world = await CliWorld.StartAsync();
        await world.RunWithInputAsync(world.Key, "profile", "add", "clinics");

        (await SuggestAsync(world, "profile use ")).Should().Contain("clinics");
        (await SuggestAsync(world, "list --profile ")).Should().Contain("clinics");
        (await SuggestAsync(world, "profile add ")).Should().NotContain("clinics");
    }

    [Theory]
    [InlineData(null, "http://127.0.0.1:1")]
    [InlineData("emu_wrong", "http://127.0.0.1:1")]
    [InlineData("emu_wrong", "no address")]
    public async Task Nothing_is_asked_and_nothing_goes_wrong_without_a_key_or_a_service(string? key, string address)
    {
        await using var world = await CliWorld.StartAsync();
        world.Variables["AMIGO_API_KEY"] = key;
        world.Variables["AMIGO_BASE_URL"] = address;

        using var terminal = world.StartInTerminal("[suggest:21]", "amigo-workspaces get ");
        var exitCode = await terminal.EndAsync();

        exitCode.Should().Be(0);
        terminal.Screen.Should().Contain("--output").And.NotContain("error").And.NotContain("key (");
    }

    private static async Task<string[]> SuggestAsync(CliWorld world, string line)
    {
        var typed = $"amigo-workspaces {line}";
        var run = await world.RunAsync($"[suggest:{typed.Length}]", typed);
        run.ExitCode.Should().Be(0, run.Error);
        run.Error.Should().BeEmpty();
        return run.Output.Split('\n');
    }
}
