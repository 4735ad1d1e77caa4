namespace Amigo.Workspaces.Emulator.State;

/// <summary>The clock of the options, moved forward on request. Dates and rate-limit windows follow; a wait that has begun does not.</summary>
internal sealed class EmulatorClock(TimeProvider inner) : TimeProvider
{
    /// <summary>The most that one call may move it.</summary>
    public static readonly TimeSpan MaxAdvance = TimeSpan.FromDays(3660);

    private static readonly DateTimeOffset End = DateTimeOffset.MaxValue - MaxAdvance;

    private long _ticksAhead;

    public override TimeZoneInfo LocalTimeZone => inner.LocalTimeZone;

    public override long TimestampFrequency => inner.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => inner.GetUtcNow().AddTicks(Interlocked.Read(ref _ticksAhead));

    public override long GetTimestamp() => inner.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        inner.CreateTimer(callback, state, dueTime, period);

    public void Advance(TimeSpan by)
    {
        if (by < TimeSpan.Zero || by > MaxAdvance || GetUtcNow() + by > End)
        {
            throw new ArgumentOutOfRangeException(nameof(by), by, "The clock goes forward only, by at most ten years at a time.");
        }

        Interlocked.Add(ref _ticksAhead, by.Ticks);
    }

    public void Restart() => Interlocked.Exchange(ref _ticksAhead, 0);
}
