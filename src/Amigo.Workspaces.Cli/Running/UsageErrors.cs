using System.CommandLine;
using Amigo.Workspaces.Cli.Output;

namespace Amigo.Workspaces.Cli.Running;

/// <summary>Says what is wrong with a command line, without repeating what may be a key typed in the wrong place.</summary>
internal static class UsageErrors
{
    private const int LongestWord = 20;

    public static int Report(ParseResult parsed, Terminal terminal)
    {
        terminal.Fail(Describe(parsed), $"`{PathOf(parsed)} --help` shows what it takes.");
        return ExitCode.Usage;
    }

    private static string Describe(ParseResult parsed)
    {
        if (parsed.UnmatchedTokens.Any(LooksLikeAKeyOption))
        {
            return "A key is never taken from the command line, where others can read it: use AMIGO_API_KEY, --api-key-file or a profile.";
        }

        return parsed.UnmatchedTokens is [var first, ..]
            ? IsPlainWord(first)
                ? $"'{first}' is not a command or option here."
                : "There is an argument that this command does not take."
            : string.Join(" ", parsed.Errors.Select(error => error.Message).Distinct(StringComparer.Ordinal));
    }

    private static bool LooksLikeAKeyOption(string token) =>
        token.StartsWith('-')
        && (token.Contains("key", StringComparison.OrdinalIgnoreCase) || token.Contains("token", StringComparison.OrdinalIgnoreCase));

    private static bool IsPlainWord(string token) =>
        token.Length <= LongestWord && token.All(character => char.IsAsciiLetterLower(character) || character == '-');

    private static string PathOf(ParseResult parsed)
    {
        var names = new List<string>();
        for (var result = parsed.CommandResult; result is not null; result = result.Parent as System.CommandLine.Parsing.CommandResult)
        {
            names.Insert(0, result.Parent is null ? CommandLine.Name : result.Command.Name);
        }

        return string.Join(' ', names);
    }
}
