using System.CommandLine;
using Amigo.Workspaces.Cli.Running;

namespace Amigo.Workspaces.Cli.Commands;

internal static class HelpCommand
{
    public static Command Create(RootCommand root)
    {
        var words = new Argument<string[]>("command")
        {
            Description = "The command to explain.",
            HelpName = "command",
            Arity = ArgumentArity.ZeroOrMore,
        };
        words.CompletionSources.Add(_ => root.Subcommands.Select(command => command.Name));
        var help = new Command("help", "Shows the help of a command.") { words };
        help.SetAction(parsed => root.Parse([.. Known(root, parsed.GetValue(words)!), "--help"]).Invoke(parsed.InvocationConfiguration));
        return help;
    }

    private static string[] Known(Command root, string[] words)
    {
        var command = root;
        foreach (var word in words)
        {
            command =
                command.Subcommands.FirstOrDefault(candidate => candidate.Name == word || candidate.Aliases.Contains(word))
                ?? throw new CliException(
                    ExitCode.Usage,
                    $"There is no command of this name.{Suggestion.For(word, command)}",
                    $"`{CommandLine.Name} help` shows all commands."
                );
        }

        return words;
    }
}
