namespace WorkspaceClients.Reading;

/// <summary>
/// Reads the dates of RFC 3339 with any offset, and those without an offset as UTC. A leap second, which .NET's clock does not have, is read as
/// the second after it.
/// System.Text.Json reads the latter as local time, and refuses offsets of more than 14 hours.
/// </summary>
internal static class Rfc3339
{
    private const int LengthToSeconds = 19; // yyyy-MM-ddTHH:mm:ss
    private const int LeapSecond = 60;

    public static bool TryParse(ReadOnlySpan<byte> text, out DateTimeOffset value)
    {
        value = default;
        if (
            text.Length < LengthToSeconds
            || text[4] != '-'
            || text[7] != '-'
            || text[10] is not ((byte)'T' or (byte)'t' or (byte)' ')
            || text[13] != ':'
            || text[16] != ':'
            || !TryDigits(text[..4], out var year)
            || !TryDigits(text[5..7], out var month)
            || !TryDigits(text[8..10], out var day)
            || !TryDigits(text[11..13], out var hour)
            || !TryDigits(text[14..16], out var minute)
            || !TryDigits(text[17..19], out var second)
            || year == 0
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
                new DateTime(year, month, day, hour, minute, Math.Min(second, LeapSecond - 1)).AddTicks(fraction),
                offsetMinutes,
                second == LeapSecond,
                out value
            );
    }

    private static bool TryDigits(ReadOnlySpan<byte> text, out int number)
    {
        number = 0;
        foreach (var digit in text)
        {
            if (digit is < (byte)'0' or > (byte)'9')
            {
                return false;
            }

            number = (number * 10) + (digit - '0');
        }

        return true;
    }

    /// <summary>Digits beyond a tenth of a microsecond are dropped.</summary>
    private static bool TryFraction(ref ReadOnlySpan<byte> rest, out long ticks)
    {
        ticks = 0;
        if (rest.IsEmpty || rest[0] != '.')
        {
            return true;
        }

        var digits = 0;
        var scale = TimeSpan.TicksPerSecond;
        while (digits + 1 < rest.Length && rest[digits + 1] is >= (byte)'0' and <= (byte)'9')
        {
            scale /= 10;
            ticks += scale * (rest[digits + 1] - '0');
            digits++;
        }

        rest = rest[(digits + 1)..];
        return digits > 0;
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
            || !TryDigits(text[1..3], out var hours)
            || !TryDigits(text[4..6], out minutes)
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
    private static bool TryCombine(DateTime local, int offsetMinutes, bool isLeapSecond, out DateTimeOffset value)
    {
        const int maxOffset = 14 * 60;
        value = default;

        var localTicks = local.Ticks;
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
                ? new DateTimeOffset(localTicks, TimeSpan.FromMinutes(offsetMinutes))
                : new DateTimeOffset(utcTicks, TimeSpan.Zero);
        return true;
    }
}
