namespace Amigo.Workspaces.Emulator.State;

internal static class Clock
{
    public static DateTimeOffset Now(this TimeProvider timeProvider) => timeProvider.GetUtcNow().ToMicroseconds();

    // The wire carries microseconds; finer ticks would make a stored date differ from the same date read back.
    public static DateTimeOffset ToMicroseconds(this DateTimeOffset date) => date.AddTicks(-(date.Ticks % TimeSpan.TicksPerMicrosecond));
}
