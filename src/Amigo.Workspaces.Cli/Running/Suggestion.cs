using System.CommandLine;

namespace Amigo.Workspaces.Cli.Running;

/// <summary>What somebody who mistyped a word probably meant.</summary>
internal static class Suggestion
{
    private const int MostMistakes = 2;

    /// <returns>A sentence with a space before it; empty when nothing is near.</returns>
    public static string For(string word, Command command) =>
        Nearest(word, word.StartsWith('-') ? OptionsOf(command) : command.Subcommands.Select(candidate => candidate.Name)) is { } nearest
            ? $" Did you mean `{nearest}`?"
            : "";

    private static IEnumerable<string> OptionsOf(Command command) =>
        command
            .Options.Concat(command.Parents.OfType<Command>().SelectMany(parent => parent.Options.Where(option => option.Recursive)))
            .Concat(GlobalOptions.All)
            .Where(option => !option.Hidden)
            .Select(option => option.Name)
            .Distinct(StringComparer.Ordinal);

    private static string? Nearest(string word, IEnumerable<string> candidates) =>
        candidates
            .Select(candidate => (Name: candidate, Mistakes: Mistakes(word, candidate)))
            .Where(candidate => candidate.Mistakes <= MostMistakes && candidate.Mistakes * 2 <= word.Length)
            .OrderBy(candidate => candidate.Mistakes)
            .Select(candidate => candidate.Name)
            .FirstOrDefault();

    // The distance of Levenshtein, where two neighbours in the wrong order are one mistake.
    private static int Mistakes(string word, string other)
    {
        var distances = new int[word.Length + 1, other.Length + 1];
        for (var i = 0; i <= word.Length; i++)
        {
            for (var j = 0; j <= other.Length; j++)
            {
                distances[i, j] = i == 0 || j == 0 ? i + j : Best(i, j);
            }
        }

        return distances[word.Length, other.Length];

        int Best(int i, int j)
        {
            var change = distances[i - 1, j - 1] + (word[i - 1] == other[j - 1] ? 0 : 1);
            var best = Math.Min(change, Math.Min(distances[i - 1, j], distances[i, j - 1]) + 1);
            var isSwapped = i > 1 && j > 1 && word[i - 1] == other[j - 2] && word[i - 2] == other[j - 1];
            return isSwapped ? Math.Min(best, distances[i - 2, j - 2] + 1) : best;
        }
    }
}
