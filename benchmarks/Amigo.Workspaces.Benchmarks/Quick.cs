using Amigo.Workspaces.Benchmarks.Cases;
using Amigo.Workspaces.Benchmarks.Clients;
using Amigo.Workspaces.Benchmarks.Measuring;

namespace Amigo.Workspaces.Benchmarks;

/// <summary>Half a minute's comparison of this client with the tuned raw one, for who changes the code.</summary>
internal static class Quick
{
    private static readonly Turns Turns = new(
        Clock.OfThread,
        length: TimeSpan.FromMilliseconds(4),
        rounds: 80,
        limit: TimeSpan.FromSeconds(3)
    );

    /// <returns>The exit code.</returns>
    public static int Run(string[] names)
    {
        if (names.Except(Case.All.Select(each => each.Name)).FirstOrDefault() is { } unknown)
        {
            Console.Error.WriteLine($"There is no case '{unknown}'. Cases: {string.Join(", ", Case.All.Select(each => each.Name))}");
            return 2;
        }

        var cases = Case.All.Where(each => names.Length == 0 || names.Contains(each.Name)).ToList();
        var calls = cases.ConvertAll(each => (Func<Task>[])[each.With(ClientKind.TunedRaw), each.With(ClientKind.Ours)]);
        Turns.WarmUp([.. calls.SelectMany(pair => pair)]);

        Console.WriteLine(
            $"{"case", -12}{"ratio", 6}  {"middle half", -12}{"raw us", 10}{"ours us", 10}{"raw bytes", 12}{"our bytes", 12}"
        );
        for (var i = 0; i < cases.Count; i++)
        {
            Print(cases[i].Name, Turns.Take(calls[i]));
        }

        return 0;
    }

    private static void Print(string name, IReadOnlyList<IReadOnlyList<Turn>> turns)
    {
        var (raw, ours) = (turns[0], turns[1]);
        var ratios = new Spread(ours.Zip(raw, (mine, theirs) => mine.Nanoseconds / theirs.Nanoseconds));
        var rawTime = new Spread(raw.Select(turn => turn.Nanoseconds)).Median / 1000;
        var ourTime = new Spread(ours.Select(turn => turn.Nanoseconds)).Median / 1000;
        var rawBytes = new Spread(raw.Select(turn => turn.Bytes)).Median;
        var ourBytes = new Spread(ours.Select(turn => turn.Bytes)).Median;
        Console.WriteLine(
            FormattableString.Invariant(
                $"{name, -12}{ratios.Median, 6:0.000}  {ratios.LowerQuartile:0.00} to {ratios.UpperQuartile:0.00}{rawTime, 10:0.00}{ourTime, 10:0.00}{rawBytes, 12:0}{ourBytes, 12:0}"
            )
        );
    }
}
