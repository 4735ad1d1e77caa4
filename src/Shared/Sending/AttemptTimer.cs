namespace WorkspaceClients.Sending;

/// <summary>
/// Cancels a source when its time is over by the system's clock, and serves one attempt after another: a timer of its own costs an attempt more
/// than the rest of its limit.
/// </summary>
internal sealed class AttemptTimer
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(1);

    private static readonly IdlePool<AttemptTimer> Idle = new();

    private readonly ITimer _timer;
    private volatile CancellationTokenSource? _source;
    private TimeLimit _limit;
    private bool _isArmed;
    private TimeSpan _armedFor;

    private AttemptTimer()
    {
        // Otherwise the timer would keep what belongs to the first call, such as its activity.
        var flow = ExecutionContext.IsFlowSuppressed() ? default : ExecutionContext.SuppressFlow();
        try
        {
            _timer = Clock.CreateTimer(
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

    private static TimeProvider Clock => TimeProvider.System;

    public static AttemptTimer Take() => Idle.Take() ?? new AttemptTimer();

    public void Start(CancellationTokenSource source, TimeLimit limit)
    {
        lock (_timer)
        {
            _source = source;
            _limit = limit;
            // A tick that comes early arms the timer again.
            if (!_isArmed || limit.Length < _armedFor)
            {
                Arm(limit.Length);
            }
        }
    }

    /// <summary>The timer runs on: that is cheaper than to stop and start it for every attempt.</summary>
    public void Stop() => _source = null;

    /// <summary>Stops it, and leaves it to the next attempt.</summary>
    public void Return()
    {
        Stop();
        if (!Idle.TryKeep(this))
        {
            _timer.Dispose();
        }
    }

    private void Arm(TimeSpan time)
    {
        _isArmed = true;
        _armedFor = time;
        _timer.Change(time, Timeout.InfiniteTimeSpan);
    }

    private void Tick()
    {
        CancellationTokenSource? source;
        lock (_timer)
        {
            _isArmed = false;
            source = _source;
            if (source is null)
            {
                return;
            }

            if (_limit.Length - Clock.GetElapsedTime(_limit.From) is var left && left > TimeSpan.Zero)
            {
                Arm(left > Shortest ? left : Shortest);
                return;
            }

            _source = null;
        }

        AttemptLimit.Cancel(source);
    }
}
