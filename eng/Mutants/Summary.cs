using System.Globalization;

namespace Mutants;

/// <summary>The verdicts as a table by folder, and the mutants that no test noticed.</summary>
internal static class Summary
{
    /// <returns>How many of a hundred mutants were noticed.</returns>
    public static double Write(IEnumerable<Mutant> mutants, TextWriter output)
    {
        var all = mutants.OrderBy(mutant => mutant.Path, StringComparer.Ordinal).ThenBy(mutant => mutant.Line).ToList();
        output.WriteLine("| Folder | Killed | Timed out | Survived | Not reached | Score |");
        output.WriteLine("|---|--:|--:|--:|--:|--:|");
        foreach (var folder in all.GroupBy(mutant => Path.GetDirectoryName(mutant.Path)!, StringComparer.Ordinal))
        {
            output.WriteLine(Row($"`src/{folder.Key}`", [.. folder]));
        }

        output.WriteLine(Row("Together", all));
        output.WriteLine();
        foreach (var mutant in all.Where(mutant => mutant.Verdict is Verdict.Survived or Verdict.NotReached or Verdict.TimedOut))
        {
            var replacement = mutant.Replacement.ReplaceLineEndings(" ");
            output.WriteLine($"{mutant.Verdict} {mutant.Path}:{mutant.Line} {mutant.Kind}: {replacement}");
        }

        return Score(all);
    }

    private static string Row(string name, List<Mutant> mutants)
    {
        var counts = Enum.GetValues<Verdict>().Select(verdict => mutants.Count(mutant => mutant.Verdict == verdict));
        return string.Create(CultureInfo.InvariantCulture, $"| {name} | {string.Join(" | ", counts)} | {Score(mutants):0.00} % |");
    }

    private static double Score(List<Mutant> mutants) =>
        100.0 * mutants.Count(mutant => mutant.Verdict is Verdict.Killed or Verdict.TimedOut) / mutants.Count;
}
