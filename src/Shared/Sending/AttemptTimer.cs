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
    private bool _isArmed;
    private TimeSpan _armedFor;

    private AttemptTimer(TimeProvider timeProvider)
    {
        _timeProvider = timeProvider;
        // Otherwise the timer would keep what belongs to the first call, such as its activity.
        var flow = ExecutionContext.IsFlowSuppressed() ? default : ExecutionContext.SuppressFlow();
        try
        {
            _timer = timeProvider.CreateTimer(
                static timer => ((AttemptTimer)timer!).Tick(),
                this,
                Timeout.InfiniteTimeSpan,
                Timeout.InfiniteTimeSpan
            );
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
            // A tick that comes early arms the timer again.
            if (!_isArmed || limit < _armedFor)
            {
                Arm(limit);
            }
        }
    }

    public void Stop()
    {
        lock (_timer)
        {
            _source = null;
            // The system's timer is cheaper to leave running than to stop and start for every attempt.
            if (!ReferenceEquals(_timeProvider, TimeProvider.System))
            {
                Arm(Timeout.InfiniteTimeSpan);
            }
        }
    }

    /// <summary>Stops it, and leaves it to the next attempt.</summary>
    public void Return()
    {
        Stop();
        if (Interlocked.CompareExchange(ref _idle, this, null) is not null)
        {
            _timer.Dispose();
        }
    }

    private void Arm(TimeSpan time)
    {
        _isArmed = time != Timeout.InfiniteTimeSpan;
        _armedFor = time;
        _timer.Change(time, Timeout.InfiniteTimeSpan);
    }

    private void Tick()
    {
        CancellationTokenSource source;
        lock (_timer)
        {
            _isArmed = false;
            if (_source is null)
            {
                return;
            }

            // A tick may come early, or for an attempt before.
            if (_limit - _timeProvider.GetElapsedTime(_started) is var left && left > TimeSpan.Zero)
            {
                Arm(left > Shortest ? left : Shortest);
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
