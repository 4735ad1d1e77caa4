using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;
using Amigo.Workspaces.Cli.Output;
using Amigo.Workspaces.Cli.Running;
using Amigo.Workspaces.Cli.Tests.Support;

namespace Amigo.Workspaces.Cli.Tests;

public class HelpTests
{
    public static TheoryData<string> Commands => [.. Walk(CommandLine.Create(new Terminal()), "")];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Every_help_uses_the_same_words_throughout_and_ends_with_two_examples_that_work(string command)
    {
        await using var world = await CliWorld.StartAsync();

        var help = await world.RunAsync([.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);

        help.ExitCode.Should().Be(0, help.Error);
        var usage = Regex.Match(help.Output, "Usage:\n  (.*)").Groups[1].Value;
        var arguments = Regex.Match(help.Output, @"Arguments:\n((  .*\n)*)").Groups[1].Value;
        Words(arguments, "(?m)^  (<[^>]+>)").Should().Equal(Words(usage, "(<[^>]+>)"));
        var examples = help.Output[help.Output.IndexOf("Examples:\n", StringComparison.Ordinal)..].Trim().Split('\n')[1..];
        examples.Should().HaveCount(2).And.OnlyHaveUniqueItems();
        foreach (var example in examples)
        {
            example.Should().StartWith($"  amigo-workspaces {command}".TrimEnd());
            var words = CommandLineParser.SplitCommandLine(example.Split('>')[0]).Skip(1).ToArray();
            CommandLine.Create(new Terminal()).Parse(words).Errors.Should().BeEmpty(example);
        }
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("help", "")]
    [InlineData("help convert", "convert")]
    [InlineData("help profile add", "profile add")]
    [InlineData("help ls", "list")]
    [InlineData("profile", "profile")]
    [InlineData("test-callers", "test-callers")]
    public async Task Help_is_shown_for_a_command_that_is_named_or_run_alone(string line, string command)
    {
        await using var world = await CliWorld.StartAsync();

        var shown = await world.RunAsync(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var help = await world.RunAsync([.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);

        shown.ExitCode.Should().Be(0, shown.Error);
        shown.Output.Should().Be(help.Output).And.Contain("Usage:\n  amigo-workspaces");
        shown.Error.Should().BeEmpty();
    }

    [Theory]
    [InlineData("lst", "Did you mean `list`?")]
    [InlineData("arhcive acme-clinic", "Did you mean `archive`?")]
    [InlineData("help lst", "Did you mean `list`?")]
    [InlineData("profile ad acme", "Did you mean `add`?")]
    [InlineData("list --colums slug", "Did you mean `--columns`?")]
    [InlineData("get acme-clinic --outptu json", "Did you mean `--output`?")]
    [InlineData("get --outptu json acme-clinic", "Did you mean `--output`?")]
    [InlineData("get", "<id|slug> is missing.")]
    [InlineData("create --name Acme", "<slug> is missing. --environment is missing.")]
    [InlineData("list --limit", "--limit needs a value.")]
    [InlineData("list everything", "'everything' is one argument too many.")]
    public async Task A_wrong_word_is_named_and_the_nearest_right_one_suggested(string line, string words)
    {
        await using var world = await CliWorld.StartAsync();

        var run = await world.RunAsync(line.Split(' '));

        run.ExitCode.Should().Be(2);
        run.Output.Should().BeEmpty();
        run.Error.Should().Contain(words);
    }

    [Fact]
    public async Task Nothing_is_suggested_for_a_word_that_is_like_none()
    {
        await using var world = await CliWorld.StartAsync();

        var run = await world.RunAsync("frobnicate");

        run.Error.Should().Contain("'frobnicate' is not a command here.").And.NotContain("Did you mean");
    }

    [Fact]
    public async Task Version_is_a_command_and_an_option()
    {
        await using var world = await CliWorld.StartAsync();

        var option = await world.RunAsync("--version");
        var command = await world.RunAsync("version");

        command.Output.Should().Be(option.Output).And.MatchRegex(@"^\d+\.\d+\.\d+");
    }

    [Theory]
    [InlineData("ls", "list")]
    [InlineData("profile ls", "profile list")]
    [InlineData("test-callers ls acme-clinic", "test-callers list acme-clinic")]
    public async Task Every_list_is_also_called_ls(string alias, string name)
    {
        await using var world = await CliWorld.StartAsync();
        world.Add("acme-clinic");

        var byAlias = await world.RunAsync(alias.Split(' '));
        var byName = await world.RunAsync(name.Split(' '));

        byAlias.Should().Be(byName);
        byAlias.ExitCode.Should().Be(0, byAlias.Error);
    }

    [Theory]
    [InlineData("list --environment Production --region US-EAST-1 -o CSV", "acme-clinic")]
    [InlineData("check acme-clinic --to STAGING -o json", "staging")]
    [InlineData("update acme-clinic --connector-type Cerner --yes -o json", "cerner")]
    [InlineData("create new-clinic --name New --environment Staging -o json", "\"staging\"")]
    [InlineData("completion BASH", "complete -F")]
    public async Task Values_are_taken_in_any_case_and_sent_as_the_API_writes_them(string line, string expected)
    {
        await using var world = await CliWorld.StartAsync();
        world.Add("acme-clinic", "production");

        var run = await world.RunAsync(line.Split(' '));

        run.ExitCode.Should().Be(0, run.Error);
        run.Output.Should().Contain(expected);
    }

    private static IEnumerable<string> Words(string text, string pattern) =>
        Regex.Matches(text, pattern).Select(match => match.Groups[1].Value);

    private static IEnumerable<string> Walk(Command command, string path) =>
        command.Subcommands.SelectMany(child => Walk(child, $"{path} {child.Name}".Trim())).Prepend(path);
}
