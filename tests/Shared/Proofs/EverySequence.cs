using System.Collections.Concurrent;

namespace WorkspaceClients.Tests.Proofs;

/// <summary>Plays every sequence of up to three ends of attempts to every operation of a client, and holds each against the truth.</summary>
public static class EverySequence
{
    private const int MaxAttempts = 3;

    /// <summary>Long enough for three attempts that stall, and not long enough for two.</summary>
    private static readonly TimeSpan[] TotalTimeouts = [TimeSpan.FromSeconds(100), TimeSpan.FromSeconds(40)];

    /// <returns>How many cases there were, and those that ended otherwise.</returns>
    public static async Task<(int Cases, IReadOnlyCollection<string> Broken)> PlayAsync(Subject subject)
    {
        var broken = new ConcurrentQueue<string>();
        var cases = 0;
        var work = new ConcurrentQueue<(ProvenOperation Operation, AttemptEnding First)>(
            from operation in subject.Operations
            from first in AttemptEndings.All
            select (operation, first)
        );

        void Play()
        {
            while (work.TryDequeue(out var next))
            {
                foreach (var (script, maxRetries) in Scripts(next.Operation, [next.First]))
                {
                    foreach (var total in TotalTimeouts.Where(total => total == TotalTimeouts[0] || script.Count(one => one.Stalls) > 1))
                    {
                        Interlocked.Increment(ref cases);
                        if (Check(subject, next.Operation, script, maxRetries, total) is { } difference)
                        {
                            broken.Enqueue(
                                $"{next.Operation.Id}: {string.Join(", ", script)} (at most {maxRetries} retries, {total}): {difference}"
                            );
                        }
                    }
                }
            }
        }

        // Threads of their own, so that what the client has the pool do is done at once.
        await Task.WhenAll(
            Enumerable.Range(0, Environment.ProcessorCount).Select(_ => Task.Factory.StartNew(Play, TaskCreationOptions.LongRunning))
        );
        return (cases, broken);
    }

    /// <summary>The sequences that begin so, with the retries that are allowed. One that has ended the call needs no continuation.</summary>
    private static IEnumerable<(List<AttemptEnding> Script, int MaxRetries)> Scripts(ProvenOperation operation, List<AttemptEnding> begin)
    {
        yield return (begin, begin.Count - 1);
        if (begin.Count == MaxAttempts)
        {
            yield break;
        }

        var goesOn = begin[^1].Meaning is Meaning.NotDone || (begin[^1].Meaning is Meaning.Lost && operation.MayRepeat);
        if (!goesOn)
        {
            yield return (begin, MaxAttempts - 1);
            yield break;
        }

        foreach (var script in AttemptEndings.All.SelectMany(next => Scripts(operation, [.. begin, next])))
        {
            yield return script;
        }
    }

    /// <returns>How the call ended otherwise; <see langword="null" /> when it ended as it must.</returns>
    private static string? Check(Subject subject, ProvenOperation operation, List<AttemptEnding> script, int maxRetries, TimeSpan total)
    {
        var clock = new ManualTimeProvider();
        var options = new ProvenOptions(clock) { TotalTimeout = total };
        using var connection = new ScriptedConnection(script, operation.Answer, clock);
        using var client = subject.CreateClient(connection, options);
        var call = client.CallAsync(operation, maxRetries, CancellationToken.None);
        while (!call.IsCompleted)
        {
            if (!connection.LetTimePass())
            {
                Thread.Yield();
            }
        }

        var truth = Truth.Of(operation, script, maxRetries, options, connection.Waits);
        var thrown = call.Exception?.InnerException;
        var told = thrown is null ? null : subject.Read(thrown);
        var expected = truth.Kind is null ? null : new Told(truth.Kind, truth.Attempts, truth.MayHaveBeenApplied, truth.RetryAfter);
        return told != expected || (told is null && thrown is not null)
                ? $"{told?.ToString() ?? thrown?.ToString() ?? "answered"} instead of {truth}"
            : connection.Attempts != truth.Attempts ? $"{connection.Attempts} attempts instead of {truth}"
            : connection.Waits.Where((wait, index) => !Truth.IsWait(wait, index + 1, script[index], options)).Any()
                ? $"waits of {string.Join(", ", connection.Waits)}"
            : null;
    }
}
