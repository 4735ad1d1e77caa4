namespace WorkspaceClients.Sending;

/// <summary>Cancels a source when its time is over, and serves one attempt after another: a timer costs more than the rest of a limit.</summary>
internal sealed class AttemptTimer
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(1);

    /// <summary>The last one that is done. One is enough for calls that follow each other.</summary>
    private static AttemptTimer? _idle;

    private readonly TimeProvider _timeProvider;
    private readonly ITimer _timer;
    private CancellationTokenSource? _source;
    private TimeSpan _limit;
    private long _started;

    private AttemptTimer(TimeProvider timeProvider)
    {
        _timeProvider = timeProvider;
        // Otherwise the timer would keep what belongs to the first call, such as its activity.
        var flow = ExecutionContext.IsFlowSuppressed() ? default : ExecutionContext.SuppressFlow();
        try
        {
            _timer = timeProvider.CreateTimer(static timer => ((AttemptTimer)timer!).Tick(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
        finally
        {
            if (flow != default)
            {
                flow.Undo();
            }
        }
    }

    public static AttemptTimer Take(TimeProvider timeProvider) =>
        Interlocked.Exchange(ref _idle, null) is { } idle && ReferenceEquals(idle._timeProvider, timeProvider)
            ? idle
            : new AttemptTimer(timeProvider);

    public void Start(CancellationTokenSource source, TimeSpan limit)
    {
        lock (_timer)
        {
            _source = source;
            _limit = limit;
            _started = _timeProvider.GetTimestamp();
        }

        _timer.Change(limit, Timeout.InfiniteTimeSpan);
    }

    public void Stop()
    {
        lock (_timer)
        {
            _source = null;
        }

        _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Stops it, and leaves it to the next attempt.</summary>
    public void Return()
    {
        Stop();
        Volatile.Write(ref _idle, this);
    }

    private void Tick()
    {
        CancellationTokenSource source;
        lock (_timer)
        {
            if (_source is null)
            {
                return;
            }

            // A tick may come early, or late for an attempt before.
            if (_limit - _timeProvider.GetElapsedTime(_started) is var left && left > TimeSpan.Zero)
            {
                _timer.Change(left > Shortest ? left : Shortest, Timeout.InfiniteTimeSpan);
                return;
            }

            source = _source;
            _source = null;
        }

        try
        {
            source.Cancel();
        }
        catch (AggregateException)
        {
            // A callback of a host's handler threw. On a timer's thread that would end the process.
        }
    }
}
