using System.Diagnostics;
using Amigo.Workspaces.Benchmarks.Cases;
using Amigo.Workspaces.Benchmarks.Clients;
using Amigo.Workspaces.Benchmarks.Measuring;
using Amigo.Workspaces.Benchmarks.Reporting;
using Amigo.Workspaces.Benchmarks.Service;

namespace Amigo.Workspaces.Benchmarks;

/// <summary>Compares all clients and fills the page's figures.</summary>
internal static class Report
{
    public static readonly TimeSpan Distance = TimeSpan.FromMilliseconds(20);
    private static readonly Turns Turns = new(length: TimeSpan.FromMilliseconds(5), rounds: 150, limit: TimeSpan.FromSeconds(30));

    public static async Task WriteAsync(string folder)
    {
        using var near = await ServiceProcess.StartAsync(TimeSpan.Zero).ConfigureAwait(false);
        var comparisons = new List<Comparison>();
        foreach (var each in Comparison.Of([.. MemoryCases.All, .. LoopbackCases.To(near.Address)], Enum.GetValues<ClientKind>(), Turns))
        {
            Console.WriteLine($"{each.Case.Title}: {each[ClientKind.Ours].Ratio.Median:0.00} of tuned raw");
            comparisons.Add(each);
        }

        var page = Path.Combine(folder, "performance.md");
        MarkedPage.Fill(page, "machine", Tables.Machine());
        MarkedPage.Fill(page, "time", Tables.Times(comparisons));
        MarkedPage.Fill(page, "memory", Tables.Bytes(comparisons));
        MarkedPage.Fill(page, "distance", Tables.Distances(await ListFromAfarAsync().ConfigureAwait(false)));
        await File.WriteAllTextAsync(Path.Combine(folder, "performance.svg"), BarChart.Draw(comparisons)).ConfigureAwait(false);
    }

    /// <summary>Everything listed from a service that takes its time for each answer: what reading ahead gains.</summary>
    private static async Task<IReadOnlyList<(string Who, TimeSpan Elapsed)>> ListFromAfarAsync()
    {
        using var distant = await ServiceProcess.StartAsync(Distance).ConfigureAwait(false);
        (string Who, ClientKind Kind, int ReadAhead)[] runs =
        [
            ("Tuned raw", ClientKind.TunedRaw, 0),
            ("Ours", ClientKind.Ours, 0),
            ("Ours, `ReadAhead = 1`", ClientKind.Ours, 1),
            ("Ours, `ReadAhead = 8`", ClientKind.Ours, 8),
        ];
        var results = new List<(string Who, TimeSpan Elapsed)>();
        foreach (var (who, kind, readAhead) in runs)
        {
            var client = Contender.Create(kind, distant.Address, null);
            await client.CountAllAsync(readAhead).ConfigureAwait(false);
            var watch = Stopwatch.StartNew();
            await client.CountAllAsync(readAhead).ConfigureAwait(false);
            results.Add((who, watch.Elapsed));
        }

        return results;
    }
}
