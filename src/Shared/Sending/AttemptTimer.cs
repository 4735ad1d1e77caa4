using System.Collections.Concurrent;

namespace WorkspaceClients.Sending;

/// <summary>The time limit of one attempt, joined with the caller's cancellation.</summary>
internal readonly struct AttemptTimer : IDisposable
{
    private const int MaxPooled = 64;

    /// <summary>Sources whose timer never fired. Reusing one costs nothing; a fresh one costs a timer for every call.</summary>
    private static readonly ConcurrentQueue<CancellationTokenSource> Pool = new();

    private readonly CancellationTokenSource _source;
    private readonly CancellationTokenRegistration _link;

    private AttemptTimer(CancellationTokenSource source, CancellationToken callerToken)
    {
        _source = source;
        _link = callerToken.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), source);
    }

    public CancellationToken Token => _source.Token;

    public static AttemptTimer Start(TimeSpan limit, TimeProvider timeProvider, CancellationToken callerToken)
    {
        if (limit <= TimeSpan.Zero)
        {
            var passed = new CancellationTokenSource();
            passed.Cancel();
            return new AttemptTimer(passed, callerToken);
        }

        if (timeProvider != TimeProvider.System)
        {
            return new AttemptTimer(Platform.CancelAfter(limit, timeProvider), callerToken);
        }

        var source = Pool.TryDequeue(out var pooled) ? pooled : new CancellationTokenSource();
        source.CancelAfter(limit);
        return new AttemptTimer(source, callerToken);
    }

    public void Dispose()
    {
        _link.Dispose();
        // Cannot be reset: one that has fired, and one that runs by another clock than the system's.
        if (Pool.Count < MaxPooled && _source.TryReset())
        {
            Pool.Enqueue(_source);
        }
        else
        {
            _source.Dispose();
        }
    }
}
