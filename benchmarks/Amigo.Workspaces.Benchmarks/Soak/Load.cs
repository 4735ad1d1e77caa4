using System.Collections.Concurrent;
using System.Globalization;
using System.Net.NetworkInformation;
using Amigo.Workspaces.Client;

namespace Amigo.Workspaces.Benchmarks.Soak;

/// <summary>The client's side: runs the operations, counts how they end, and watches what it costs.</summary>
internal static class Load
{
    private const int Concurrency = 64;
    private const int Samples = 10;

    // What a process may gain between its warm-up and its end without it being growth.
    private const long AllowedBytes = 2 * 1024 * 1024;
    private const int AllowedHandles = 32;

    public static async Task<int> RunAsync(Uri address, string key, int operations)
    {
        var options = new WorkspacesClientOptions
        {
            ApiKey = key,
            BaseAddress = address,
            AttemptTimeout = TimeSpan.FromMilliseconds(500),
            RetryBaseDelay = TimeSpan.FromMilliseconds(5),
        };
        using var client = new WorkspacesClient(options);
        var workspaces = new List<Workspace>();
        await foreach (var workspace in client.ListAsync())
        {
            workspaces.Add(workspace);
        }

        var outcomes = new ConcurrentDictionary<string, int>(StringComparer.Ordinal);
        var samples = new List<Sample>();
        var perSample = operations / Samples;
        for (var sample = 0; sample < Samples; sample++)
        {
            var from = sample * perSample;
            await Parallel.ForEachAsync(
                Enumerable.Range(from, perSample),
                new ParallelOptions { MaxDegreeOfParallelism = Concurrency },
                async (number, cancellationToken) =>
                {
                    var outcome = await OutcomeAsync(() => Mix.RunAsync(client, workspaces, number, cancellationToken));
                    outcomes.AddOrUpdate(outcome, 1, (_, count) => count + 1);
                }
            );
            samples.Add(Sample.Take(address.Port));
        }

        return Report(perSample * Samples, outcomes, samples);
    }

    /// <summary>Anything but success or an exception of the client's own is a fault of the client, and ends the run.</summary>
    private static async Task<string> OutcomeAsync(Func<Task> operation)
    {
        try
        {
            await operation();
            return "succeeded";
        }
        catch (WorkspacesException exception)
        {
            return exception.GetType().Name;
        }
    }

    private static int Report(int operations, ConcurrentDictionary<string, int> outcomes, List<Sample> samples)
    {
        // The first fifth warms up: the pool of connections, the compiler's tiers, the garbage collector's budget.
        var (warm, end) = (samples[(Samples / 5) - 1], samples[^1]);
        var mostConnections = samples.Max(sample => sample.Connections);

        Console.WriteLine("| What | Measured |");
        Console.WriteLine("|---|---|");
        Console.WriteLine(Row("Operations, 64 at once", operations));
        foreach (var (outcome, count) in outcomes.OrderByDescending(outcome => outcome.Value))
        {
            Console.WriteLine(Row(outcome, count));
        }

        Console.WriteLine(Row("Managed memory after warm-up → at the end, KB", $"{warm.Bytes / 1024} → {end.Bytes / 1024}"));
        Console.WriteLine(Row("Handles after warm-up → at the end", $"{warm.Handles} → {end.Handles}"));
        Console.WriteLine(Row("Connections, at most", mostConnections));

        var failures = new List<string>();
        Check(outcomes.Values.Sum() == operations, "a call is not accounted for", failures);
        Check(end.Bytes - warm.Bytes <= AllowedBytes, "memory grew", failures);
        Check(end.Handles - warm.Handles <= AllowedHandles, "handles grew", failures);
        Check(mostConnections <= Concurrency, "there were more connections than calls at once", failures);
        failures.ForEach(failure => Console.Error.WriteLine($"Failed: {failure}."));
        return failures.Count == 0 ? 0 : 1;
    }

    private static void Check(bool holds, string otherwise, List<string> failures)
    {
        if (!holds)
        {
            failures.Add(otherwise);
        }
    }

    private static string Row(string what, object measured) => string.Create(CultureInfo.InvariantCulture, $"| {what} | {measured} |");

    private sealed record Sample(long Bytes, int Handles, int Connections)
    {
        public static Sample Take(int port)
        {
            var connections = IPGlobalProperties
                .GetIPGlobalProperties()
                .GetActiveTcpConnections()
                .Count(connection => connection.RemoteEndPoint.Port == port && connection.State == TcpState.Established);
            return new Sample(GC.GetTotalMemory(forceFullCollection: true), CountHandles(), connections);
        }

        private static int CountHandles()
        {
            using var process = System.Diagnostics.Process.GetCurrentProcess();
            return Directory.Exists("/proc/self/fd") ? Directory.GetFileSystemEntries("/proc/self/fd").Length : process.HandleCount;
        }
    }
}
