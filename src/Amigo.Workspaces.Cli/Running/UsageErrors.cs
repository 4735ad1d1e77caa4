using System.CommandLine;
using System.CommandLine.Parsing;
using Amigo.Workspaces.Cli.Help;
using Amigo.Workspaces.Cli.Output;

namespace Amigo.Workspaces.Cli.Running;

/// <summary>Says what is wrong with a command line, without repeating what may be a key typed in the wrong place.</summary>
internal static class UsageErrors
{
    private const int LongestWord = 20;

    public static int Report(ParseResult parsed, Terminal terminal)
    {
        var command = $"{CommandLine.Name} {CommandHelp.PathOf(parsed.CommandResult)}".TrimEnd();
        terminal.Fail(Describe(parsed), $"`{command} --help` shows what it takes.");
        return ExitCode.Usage;
    }

    private static string Describe(ParseResult parsed)
    {
        // The parser takes a mistyped option for an argument that comes after it, and then has one too many.
        var mistyped = parsed.Tokens.Where(token => token.Type == TokenType.Argument).Select(token => token.Value).Where(IsLongOption);
        IReadOnlyList<string> unknown = parsed.UnmatchedTokens.Count == 0 ? [] : [.. mistyped, .. parsed.UnmatchedTokens];
        if (unknown.Any(LooksLikeAKeyOption))
        {
            return "A key is never taken from the command line, where others can read it: use AMIGO_API_KEY, --api-key-file or a profile.";
        }

        return unknown is [var first, ..]
            ? Unknown(first, parsed.CommandResult.Command) + Suggestion.For(first, parsed.CommandResult.Command)
            : string.Join(
                " ",
                parsed.Errors.OrderBy(error => error.SymbolResult is OptionResult).Select(Describe).Distinct(StringComparer.Ordinal)
            );
    }

    private static string Unknown(string token, Command command) =>
        !IsPlainWord(token) ? "There is an argument that this command does not take."
        : token.StartsWith('-') ? $"'{token}' is not an option here."
        : command.Subcommands.Count > 0 ? $"'{token}' is not a command here."
        : $"'{token}' is one argument too many.";

    private static string Describe(ParseError error) =>
        error.SymbolResult switch
        {
            ArgumentResult { Tokens.Count: 0, Argument: var argument } => $"<{argument.Name}> is missing.",
            OptionResult { IdentifierTokenCount: 0, Option: var option } => $"{option.Name} is missing.",
            OptionResult { Tokens.Count: 0, Option: var option } => $"{option.Name} needs a value.",
            OptionResult { Option: Option<bool> option } => $"{option.Name} takes no value.",
            _ => error.Message,
        };

    private static bool LooksLikeAKeyOption(string token) =>
        token.StartsWith('-')
        && (token.Contains("key", StringComparison.OrdinalIgnoreCase) || token.Contains("token", StringComparison.OrdinalIgnoreCase));

    private static bool IsLongOption(string token) => token.Length > 2 && token.StartsWith("--", StringComparison.Ordinal);

    private static bool IsPlainWord(string token) =>
        token.Length <= LongestWord && token.All(character => char.IsAsciiLetterLower(character) || character == '-');
}
