namespace Amigo.Workspaces.Emulator.State;

internal static class Clock
{
    // The wire carries microseconds; finer ticks would make a stored date differ from the same date read back.
    public static DateTimeOffset Now(this TimeProvider timeProvider)
    {
        var now = timeProvider.GetUtcNow();
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    }
}
