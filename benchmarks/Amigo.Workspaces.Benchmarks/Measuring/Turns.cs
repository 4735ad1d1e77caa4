using System.Diagnostics;

namespace Amigo.Workspaces.Benchmarks.Measuring;

/// <summary>
/// Lets the clients take turns of a few milliseconds, so that whatever troubles the machine troubles all of them alike. What is compared is
/// always the turns of one round.
/// </summary>
internal sealed class Turns(TimeSpan length, int rounds, TimeSpan limit)
{
    /// <summary>So many rounds are measured even if the limit has passed.</summary>
    private const int FewestRounds = 11;

    private const int Bursts = 20;
    private const int CallsInABurst = 40;

    /// <summary>
    /// Calls in bursts with pauses between them: the runtime compiles for good what was called often, once nothing new has been called for a while.
    /// </summary>
    public void WarmUp(IReadOnlyList<(Clock Clock, Func<Task> Call)> calls)
    {
        for (var burst = 0; burst < Bursts; burst++)
        {
            foreach (var (clock, call) in calls)
            {
                clock.Measure(call, Math.Clamp((int)(length / TimeOf(clock, call)), 1, CallsInABurst));
            }

            Thread.Sleep(TimeSpan.FromMilliseconds(150));
        }
    }

    /// <returns>For each of the calls, its turns.</returns>
    public IReadOnlyList<IReadOnlyList<Turn>> Take(Clock clock, IReadOnlyList<Func<Task>> calls)
    {
        var perTurn = calls.Select(call => Math.Max(1, (int)(length / TimeOf(clock, call)))).ToList();
        var turns = calls.Select(_ => new List<Turn>(rounds)).ToList();
        var watch = Stopwatch.StartNew();
        for (var round = 0; round < rounds && (round < FewestRounds || watch.Elapsed < limit); round++)
        {
            for (var i = 0; i < calls.Count; i++)
            {
                // Whoever is first in a round is last in the next.
                var which = round % 2 == 0 ? i : calls.Count - 1 - i;
                turns[which].Add(clock.Measure(calls[which], perTurn[which]));
            }
        }

        return turns;
    }

    private TimeSpan TimeOf(Clock clock, Func<Task> call)
    {
        var times = 1;
        var turn = clock.Measure(call, times);
        while (turn.Nanoseconds * times < length.TotalNanoseconds / 4)
        {
            times *= 2;
            turn = clock.Measure(call, times);
        }

        return TimeSpan.FromTicks(Math.Max(1, (long)(turn.Nanoseconds / TimeSpan.NanosecondsPerTick)));
    }
}
