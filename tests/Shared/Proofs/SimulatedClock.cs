namespace WorkspaceClients.Tests.Proofs;

/// <summary>
/// A clock whose timers end one by one, at whole seconds. A wait of the client is random; that it ends with the second in which it is over
/// makes a run depend on nothing but its seed.
/// </summary>
/// <param name="changed">Is told of each timer that begins or ends.</param>
public sealed class SimulatedClock(Action changed) : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly Action _changed = changed;
    private readonly List<Timer> _running = [];
    private DateTimeOffset _now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => _now;

    public override long GetTimestamp() => _now.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        // What a token source waits for is a time limit.
        var timer = new Timer(this, () => callback(state), SimulatedCall.Current, isWait: state is not CancellationTokenSource);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Whether a call waits for a retry or a rate limit.</summary>
    public bool IsWaiting(SimulatedCall call)
    {
        lock (_lock)
        {
            return _running.Exists(timer => timer.Owner == call && timer.IsWait);
        }
    }

    /// <summary>Moves the clock to the timer that ends first, and ends it.</summary>
    /// <returns>Whether there was one.</returns>
    public bool EndNext()
    {
        Timer? next;
        lock (_lock)
        {
            next = _running.MinBy(timer => timer.Due);
            if (next is null)
            {
                return false;
            }

            _running.Remove(next);
            _now = next.Due;
        }

        next.End();
        return true;
    }

    private sealed class Timer(SimulatedClock clock, Action end, SimulatedCall? owner, bool isWait) : ITimer
    {
        public SimulatedCall? Owner => owner;

        public bool IsWait => isWait;

        public DateTimeOffset Due { get; private set; }

        public void End() => end();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._lock)
            {
                clock._running.Remove(this);
                if (dueTime != Timeout.InfiniteTimeSpan)
                {
                    Due = clock._now + TimeSpan.FromSeconds(Math.Ceiling(dueTime.TotalSeconds));
                    clock._running.Add(this);
                }
            }

            clock._changed();
            return true;
        }

        public void Dispose()
        {
            lock (clock._lock)
            {
                clock._running.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
