namespace WorkspaceClients.Reading;

/// <summary>
/// Reads the dates of RFC 3339 with any offset, and those without an offset as UTC. A leap second, which .NET's clock does not have, is read as
/// the second after it.
/// System.Text.Json reads the latter as local time, and refuses offsets of more than 14 hours.
/// </summary>
internal static class Rfc3339
{
    /// <summary>What is longer is no date.</summary>
    public const int MaxLength = 64;

    private const int LengthToSeconds = 19; // yyyy-MM-ddTHH:mm:ss
    private const int LeapSecond = 60;
    private const int TickDigits = 7;

    public static bool TryParse(ReadOnlySpan<byte> text, out DateTimeOffset value)
    {
        value = default;
        if (
            text.Length is < LengthToSeconds or > MaxLength
            || text[4] != '-'
            || text[7] != '-'
            || text[10] is not ((byte)'T' or (byte)'t' or (byte)' ')
            || text[13] != ':'
            || text[16] != ':'
            || !TryTwoDigits(text, 0, out var century)
            || !TryTwoDigits(text, 2, out var year)
            || !TryTwoDigits(text, 5, out var month)
            || !TryTwoDigits(text, 8, out var day)
            || !TryTwoDigits(text, 11, out var hour)
            || !TryTwoDigits(text, 14, out var minute)
            || !TryTwoDigits(text, 17, out var second)
        )
        {
            return false;
        }

        year += century * 100;
        if (
            year == 0
            || month is 0 or > 12
            || day == 0
            || day > DateTime.DaysInMonth(year, month)
            || hour > 23
            || minute > 59
            || second > LeapSecond
        )
        {
            return false;
        }

        var rest = text[LengthToSeconds..];
        return TryFraction(ref rest, out var fraction)
            && TryOffset(rest, out var offsetMinutes)
            && TryCombine(
                new DateTime(year, month, day).Ticks
                    + (((hour * 60) + minute) * TimeSpan.TicksPerMinute)
                    + (Math.Min(second, LeapSecond - 1) * TimeSpan.TicksPerSecond)
                    + fraction,
                offsetMinutes,
                second == LeapSecond,
                out value
            );
    }

    private static bool TryTwoDigits(ReadOnlySpan<byte> text, int at, out int number)
    {
        var tens = (uint)(text[at] - '0');
        var ones = (uint)(text[at + 1] - '0');
        number = (int)((tens * 10) + ones);
        return tens <= 9 && ones <= 9;
    }

    /// <summary>Digits beyond a tenth of a microsecond are dropped.</summary>
    private static bool TryFraction(ref ReadOnlySpan<byte> rest, out long ticks)
    {
        ticks = 0;
        if (rest.IsEmpty || rest[0] != '.')
        {
            return true;
        }

        var at = 1;
        while (at < rest.Length && (uint)(rest[at] - '0') <= 9)
        {
            if (at <= TickDigits)
            {
                ticks = (ticks * 10) + (rest[at] - '0');
            }

            at++;
        }

        for (var digits = at - 1; digits < TickDigits; digits++)
        {
            ticks *= 10;
        }

        rest = rest[at..];
        return at > 1;
    }

    private static bool TryOffset(ReadOnlySpan<byte> text, out int minutes)
    {
        minutes = 0;
        if (text.IsEmpty || (text.Length == 1 && text[0] is (byte)'Z' or (byte)'z'))
        {
            return true;
        }

        if (
            text.Length != 6
            || text[0] is not ((byte)'+' or (byte)'-')
            || text[3] != ':'
            || !TryTwoDigits(text, 1, out var hours)
            || !TryTwoDigits(text, 4, out minutes)
            || hours > 23
            || minutes > 59
        )
        {
            return false;
        }

        minutes += hours * 60;
        minutes = text[0] == '-' ? -minutes : minutes;
        return true;
    }

    /// <summary>An offset that .NET cannot hold becomes the same moment in UTC.</summary>
    private static bool TryCombine(long localTicks, int offsetMinutes, bool isLeapSecond, out DateTimeOffset value)
    {
        const int maxOffset = 14 * 60;
        value = default;

        var utcTicks = localTicks - (offsetMinutes * TimeSpan.TicksPerMinute);
        if (isLeapSecond)
        {
            // Only the last minute of a day of UTC can be longer.
            if (utcTicks % TimeSpan.TicksPerDay < TimeSpan.TicksPerDay - TimeSpan.TicksPerMinute)
            {
                return false;
            }

            utcTicks += TimeSpan.TicksPerSecond;
            localTicks += TimeSpan.TicksPerSecond;
        }

        if (utcTicks < DateTime.MinValue.Ticks || utcTicks > DateTime.MaxValue.Ticks)
        {
            return false;
        }

        value =
            Math.Abs(offsetMinutes) <= maxOffset
                ? new DateTimeOffset(localTicks, new TimeSpan(offsetMinutes * TimeSpan.TicksPerMinute))
                : new DateTimeOffset(utcTicks, TimeSpan.Zero);
        return true;
    }
}
