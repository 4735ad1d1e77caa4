using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using Amigo.Workspaces.Cli.Running;

namespace Amigo.Workspaces.Cli.Help;

/// <summary>The help of a command, with examples.</summary>
internal sealed class CommandHelp : SynchronousCommandLineAction
{
    private readonly HelpAction _help = new();

    public override bool ClearsParseErrors => true;

    /// <summary>Gives help to a command and to all below it; to those that only gather others, also when they are run alone.</summary>
    public static void AddTo(RootCommand root)
    {
        var option = root.Options.OfType<HelpOption>().Single();
        option.Description = "Show help and examples.";
        option.Action = new CommandHelp();
        // The others look like paths to a shell that completes.
        foreach (var alias in option.Aliases.Where(alias => alias != "-h").ToList())
        {
            option.Aliases.Remove(alias);
        }

        root.Options.OfType<VersionOption>().Single().Description = "Show the version.";
        ShowWhenRunAlone(root);
    }

    public override int Invoke(ParseResult parsed)
    {
        _help.Invoke(parsed);
        var output = parsed.InvocationConfiguration.Output;
        output.WriteLine("Examples:");
        foreach (var example in Examples.Of(PathOf(parsed.CommandResult)))
        {
            output.WriteLine($"  {CommandLine.Name} {example}");
        }

        output.WriteLine();
        return ExitCode.Done;
    }

    /// <summary>The words that lead to a command, without the program's name.</summary>
    public static string PathOf(CommandResult? result) =>
        result?.Parent is CommandResult parent ? $"{PathOf(parent)} {result.Command.Name}".TrimStart() : "";

    private static void ShowWhenRunAlone(Command command)
    {
        if (command.Subcommands.Count > 0)
        {
            // An action of its own: what clears the errors of --help must not clear those of a mistyped command.
            command.SetAction(new CommandHelp().Invoke);
        }

        foreach (var subcommand in command.Subcommands)
        {
            ShowWhenRunAlone(subcommand);
        }
    }
}
