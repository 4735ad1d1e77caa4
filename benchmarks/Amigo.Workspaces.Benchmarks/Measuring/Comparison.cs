using Amigo.Workspaces.Benchmarks.Cases;
using Amigo.Workspaces.Benchmarks.Clients;

namespace Amigo.Workspaces.Benchmarks.Measuring;

/// <summary>What a call costs with each of the clients in one case.</summary>
internal sealed class Comparison(Case which, IReadOnlyDictionary<ClientKind, Cost> costs)
{
    public Case Case => which;

    public Cost this[ClientKind kind] => costs[kind];

    /// <param name="kinds">The first is the one that the others are compared with.</param>
    /// <returns>Each comparison as soon as it is made.</returns>
    public static IEnumerable<Comparison> Of(IReadOnlyList<Case> cases, IReadOnlyList<ClientKind> kinds, Turns turns)
    {
        var calls = cases.Select(each => kinds.Select(each.With).ToList()).ToList();
        turns.WarmUp([.. cases.Zip(calls).SelectMany(pair => pair.Second.Select(call => (pair.First.Clock, call)))]);
        for (var i = 0; i < cases.Count; i++)
        {
            var taken = turns.Take(cases[i].Clock, calls[i]);
            yield return new(
                cases[i],
                kinds.Zip(taken).ToDictionary(pair => pair.First, pair => Cost.From(pair.Second, taken[0], cases[i].CallsAtOnce))
            );
        }
    }
}

/// <summary>The cost of one call with one client: medians of its turns, and its ratios to the client that it is compared with.</summary>
internal sealed record Cost(double Nanoseconds, double Bytes, Spread Ratio)
{
    public static Cost From(IReadOnlyList<Turn> turns, IReadOnlyList<Turn> compared, int callsAtOnce) =>
        new(
            new Spread(turns.Select(turn => turn.Nanoseconds / callsAtOnce)).Median,
            new Spread(turns.Select(turn => turn.Bytes / callsAtOnce)).Median,
            new Spread(turns.Zip(compared, (mine, theirs) => mine.Nanoseconds / theirs.Nanoseconds))
        );
}
