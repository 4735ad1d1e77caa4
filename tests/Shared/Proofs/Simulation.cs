using System.Collections.Concurrent;
using System.Globalization;

namespace WorkspaceClients.Tests.Proofs;

/// <summary>Plays many simulated runs, each from a seed of its own.</summary>
/// <remarks>
/// Two environment variables change it: <c>SIMULATED_RUNS</c> says how many runs of each client, 10,000 unless set and half a million for a
/// long proof; <c>SIMULATED_SEED</c> plays one run again.
/// </remarks>
public static class Simulation
{
    private const int DefaultRuns = 10_000;
    private const int Shown = 3;

    /// <summary>Fails when a run breaks a promise, with the seed that plays it again, and when some ending of a call was never reached.</summary>
    public static async Task PlayAsync(Subject subject)
    {
        var seed = Setting("SIMULATED_SEED");
        var first = seed ?? Random.Shared.Next();
        var runs = seed is null ? Setting("SIMULATED_RUNS") ?? DefaultRuns : 1;
        var broken = new ConcurrentQueue<string>();
        var endings = new ConcurrentDictionary<string, bool>();
        var next = -1;

        void Play()
        {
            for (var run = Interlocked.Increment(ref next); run < runs && broken.Count < Shown; run = Interlocked.Increment(ref next))
            {
                var seed = unchecked(first + run) & int.MaxValue;
                var (problem, ended) = SimulatedRun.Play(subject, seed);
                if (problem is not null)
                {
                    broken.Enqueue($"SIMULATED_SEED={seed} plays it again: {problem}");
                }

                foreach (var ending in ended)
                {
                    endings[ending] = true;
                }
            }
        }

        // Threads of their own, so that what the client leaves to the pool happens at once.
        await Task.WhenAll(
            Enumerable.Range(0, Environment.ProcessorCount).Select(_ => Task.Factory.StartNew(Play, TaskCreationOptions.LongRunning))
        );
        broken.Should().BeEmpty();
        if (seed is null)
        {
            endings.Keys.Should().BeEquivalentTo(["succeeded", "cancelled", "disposed of", "without a key", "unknown", "not applied"]);
        }
    }

    private static int? Setting(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
}
