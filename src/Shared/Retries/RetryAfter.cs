using System.Globalization;

namespace WorkspaceClients.Retries;

/// <summary>Reads <c>Retry-After</c>: seconds, also decimal and beyond any integer, or a date. Of several the longest counts, junk does not.</summary>
internal static class RetryAfter
{
    /// <summary>Those of HTTP, old and new, and what is often sent in their place. The day of the week tells nothing that the date does not.</summary>
    private static readonly string[] DateFormats =
    [
        "d MMM yyyy H:m:s 'GMT'",
        "d MMM yyyy H:m:s 'UTC'",
        "d MMM yyyy H:m:s zzz",
        "d MMM yyyy H:m:s",
        "d MMM yy H:m:s 'GMT'",
        "d-MMM-yyyy H:m:s 'GMT'",
        "d-MMM-yy H:m:s 'GMT'",
        "ddd MMM d H:m:s yyyy",
    ];

    /// <param name="values">The header's lines. A proxy may have joined several into one, with commas, which stand in dates too.</param>
    /// <param name="timeProvider">Tells how far away a date is.</param>
    public static TimeSpan? Longest(IEnumerable<string> values, TimeProvider timeProvider)
    {
        TimeSpan? longest = null;
        foreach (var part in values.SelectMany(value => value.Split(',')))
        {
            longest = Longer(longest, Seconds(part) ?? UntilDate(part, timeProvider));
        }

        return longest;
    }

    private static TimeSpan? UntilDate(string text, TimeProvider timeProvider)
    {
        const DateTimeStyles styles = DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces;
        if (!DateTimeOffset.TryParseExact(text, DateFormats, CultureInfo.InvariantCulture, styles, out var date))
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
