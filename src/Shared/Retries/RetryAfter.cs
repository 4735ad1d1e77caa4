using System.Globalization;
using System.Net.Http.Headers;

namespace WorkspaceClients.Retries;

/// <summary>Reads <c>Retry-After</c>: seconds, also decimal and beyond any integer, or a date. Of several the longest counts, junk does not.</summary>
internal static class RetryAfter
{
    public static TimeSpan? Longest(IEnumerable<string> values, TimeProvider timeProvider)
    {
        TimeSpan? longest = null;
        foreach (var value in values)
        {
            var wait = Read(value, timeProvider);
            if (wait is null)
            {
                foreach (var part in value.Split(','))
                {
                    wait = Longer(wait, Seconds(part));
                }
            }

            longest = Longer(longest, wait);
        }

        return longest;
    }

    private static TimeSpan? Read(string text, TimeProvider timeProvider)
    {
        if (Seconds(text) is { } seconds)
        {
            return seconds;
        }

        if (!RetryConditionHeaderValue.TryParse(text, out var value) || value.Date is not { } date)
        {
            return null;
        }

        var wait = date - timeProvider.GetUtcNow();
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    private static TimeSpan? Seconds(string text)
    {
        text = text.Trim();
        if (text.Length == 0 || text[0] == '.' || !text.All(character => char.IsAsciiDigit(character) || character == '.'))
        {
            return null;
        }

        // More digits than a number can hold are a number too large for any wait.
        return double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
            && seconds < TimeSpan.MaxValue.TotalSeconds
                ? TimeSpan.FromSeconds(seconds)
            : text.Count(character => character == '.') > 1 ? null
            : TimeSpan.MaxValue;
    }

    private static TimeSpan? Longer(TimeSpan? one, TimeSpan? other) => one is null || other > one ? other : one;
}
