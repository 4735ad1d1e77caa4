using System.Text.Json;

namespace Mutants;

/// <summary>In the order of the table's columns.</summary>
internal enum Verdict
{
    Killed,
    TimedOut,
    Survived,
    NotReached,
}

/// <summary>One change to the code, and what became of it.</summary>
internal sealed record Mutant(int Id, string Path, int Line, string Kind, string Replacement, bool IsStatic, Verdict Verdict)
{
    /// <summary>The mutants of a report that were tested, or that no test reaches.</summary>
    public static IReadOnlyList<Mutant> Read(string report)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(report));
        var mutants = new List<Mutant>();
        foreach (var file in document.RootElement.GetProperty("files").EnumerateObject())
        {
            foreach (var mutant in file.Value.GetProperty("mutants").EnumerateArray())
            {
                if (VerdictOf(mutant.GetProperty("status").GetString()!) is { } verdict)
                {
                    mutants.Add(
                        new Mutant(
                            int.Parse(mutant.GetProperty("id").GetString()!, System.Globalization.CultureInfo.InvariantCulture),
                            // From src on: the report has the paths of the machine that made it.
                            file.Name[(file.Name.LastIndexOf("/src/", StringComparison.Ordinal) + "/src/".Length)..],
                            mutant.GetProperty("location").GetProperty("start").GetProperty("line").GetInt32(),
                            mutant.GetProperty("mutatorName").GetString()!,
                            mutant.GetProperty("replacement").GetString()!,
                            mutant.TryGetProperty("static", out var isStatic) && isStatic.GetBoolean(),
                            verdict
                        )
                    );
                }
            }
        }

        return mutants;
    }

    private static Verdict? VerdictOf(string status) =>
        status switch
        {
            "Killed" => Mutants.Verdict.Killed,
            "Timeout" => Mutants.Verdict.TimedOut,
            "Survived" => Mutants.Verdict.Survived,
            "NoCoverage" => Mutants.Verdict.NotReached,
            _ => null,
        };
}
