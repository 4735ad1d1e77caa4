// Decides again about mutants, each in a process of its own, and prints the score by folder and what is left.
// Stryker keeps one process for many mutants: what is set up once keeps its value from before, and a slow moment counts as a timeout.
// Usage: Mutants <report.json> <folder of the changed tests> [all]
//        Static members and timeouts are decided again, with "all" everything that survived.
using Mutants;

const double Least = 85;

if (args is not [var report, var tests, ..])
{
    Console.Error.WriteLine("Give the report and the folder of the changed tests.");
    return 2;
}

var all = args is [_, _, "all"];
var mutants = Mutant.Read(report).ToDictionary(mutant => mutant.Id);
var doubtful = mutants
    .Values.Where(mutant =>
        mutant.Verdict == Verdict.TimedOut || (mutant.Verdict == Verdict.Survived && (all || mutant.IsStatic || IsSetUpOnce(mutant.Path)))
    )
    .ToList();
Console.Error.WriteLine($"{doubtful.Count} of {mutants.Count} mutants are decided again.");

// No mutant: if the tests fail even so, no verdict below would be worth anything.
var unchanged = mutants.Values.First() with
{
    Id = -1,
};
if (await TestRun.OfAsync(unchanged, tests) != Verdict.Survived)
{
    Console.Error.WriteLine("The tests fail without any mutant.");
    return 1;
}

await Parallel.ForEachAsync(
    doubtful,
    new ParallelOptions { MaxDegreeOfParallelism = 2 },
    async (mutant, _) =>
    {
        var verdict = await TestRun.OfAsync(mutant, tests);
        lock (mutants)
        {
            mutants[mutant.Id] = mutant with { Verdict = verdict };
        }

        Console.Error.WriteLine($"{mutant.Path}:{mutant.Line} {mutant.Kind}: {mutant.Verdict} -> {verdict}");
    }
);

return Summary.Write(mutants.Values, Console.Out) < Least ? 1 : 0;

// Objects that are made once and kept: an operation of the contract, a converter in the serializer's metadata.
static bool IsSetUpOnce(string path) =>
    path.EndsWith("Operation.cs", StringComparison.Ordinal) || path.EndsWith("Converter.cs", StringComparison.Ordinal);
