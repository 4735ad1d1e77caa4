using System.Diagnostics;
using Amigo.Workspaces.Benchmarks.Cases;
using Amigo.Workspaces.Benchmarks.Clients;

namespace Amigo.Workspaces.Benchmarks;

/// <summary>
/// A measurement for the developer who tunes: in one process, the clients take turns every few milliseconds, so that a noisy machine
/// troubles all of them alike. Prints medians as ratios to raw.
/// </summary>
internal static class Quick
{
    private const int Rounds = 200;
    private const int WarmUpRounds = 250;
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(4);

    public static async Task RunAsync(string filter, bool onlyOurs)
    {
        ClientKind[] kinds = onlyOurs ? [ClientKind.Raw, ClientKind.Ours] : Enum.GetValues<ClientKind>();
        foreach (var suspends in new[] { false, true })
        {
            var cases = kinds.Select(kind => new MemoryCases { Client = kind, Suspends = suspends }).ToList();
            cases.ForEach(each => each.SetUp());

            foreach (var (name, call) in Calls().Where(each => each.Name.Contains(filter, StringComparison.Ordinal)))
            {
                await MeasureAsync(
                        suspends ? name + ", suspending" : name,
                        kinds,
                        [.. cases.Select(each => new Func<Task>(() => call(each)))]
                    )
                    .ConfigureAwait(false);
            }
        }
    }

    private static IEnumerable<(string Name, Func<MemoryCases, Task> Call)> Calls() =>
        [
            ("get", cases => cases.GetAsync()),
            ("page of 100", cases => cases.ListPageAsync()),
            ("create", cases => cases.CreateAsync()),
            ("404 to exception", cases => cases.GetMissingAsync()),
            ("list 10,000", cases => cases.CountAllAsync()),
        ];

    private static async Task MeasureAsync(string name, ClientKind[] kinds, Func<Task>[] calls)
    {
        var times = kinds.Select(_ => new List<double>()).ToArray();
        var bytes = new double[kinds.Length];
        for (var round = -WarmUpRounds; round < Rounds; round++)
        {
            for (var i = 0; i < calls.Length; i++)
            {
                var (time, allocated) = await TakeTurnAsync(calls[i]).ConfigureAwait(false);
                if (round >= 0)
                {
                    times[i].Add(time);
                    bytes[i] = allocated;
                }
            }
        }

        var raw = Median(times[0]);
        Console.WriteLine(name);
        for (var i = 0; i < kinds.Length; i++)
        {
            var median = Median(times[i]);
            Console.WriteLine(
                FormattableString.Invariant(
                    $"  {kinds[i], -10} {median / 1000, 10:0.000} us  {median / raw, 5:0.00}  {bytes[i], 12:0} B  {bytes[i] / bytes[0], 5:0.00}"
                )
            );
        }
    }

    private static async Task<(double Nanoseconds, double Bytes)> TakeTurnAsync(Func<Task> call)
    {
        var calls = 0;
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var watch = Stopwatch.StartNew();
        do
        {
            await call().ConfigureAwait(false);
            calls++;
        } while (watch.Elapsed < Turn);

        var elapsed = watch.Elapsed;
        return (elapsed.TotalNanoseconds / calls, (GC.GetTotalAllocatedBytes(precise: true) - before) / (double)calls);
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }
}
