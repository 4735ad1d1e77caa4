using System.Collections.ObjectModel;
using System.Globalization;
using System.Net.Http.Headers;

namespace WorkspaceClients.Reading;

/// <summary>The headers of one answer, read when somebody asks, with the key that was sent struck from them.</summary>
internal sealed class ResponseHeaders(HttpResponseHeaders headers, HttpContentHeaders contentHeaders, ApiKey key)
{
    public string? RequestId => key.Redact(First("x-request-id"));

    public RateLimit? RateLimit
    {
        get
        {
            var limit = Number("X-RateLimit-Limit");
            var remaining = Number("X-RateLimit-Remaining");
            var reset = Moment("X-RateLimit-Reset");
            return limit is null && remaining is null && reset is null ? null : new RateLimit(limit, remaining, reset);
        }
    }

    public string? Location => key.Redact(First("Location"));

    /// <summary>How long the service asked to wait, in seconds or until a date; <see langword="null" /> for junk.</summary>
    public TimeSpan? RetryAfter(TimeProvider timeProvider) => ParseRetryAfter(First("Retry-After"), timeProvider);

    public IReadOnlyDictionary<string, IReadOnlyList<string>> ToDictionary() =>
        new ReadOnlyDictionary<string, IReadOnlyList<string>>(
            headers
                .NonValidated.Concat(contentHeaders.NonValidated)
                .GroupBy(header => header.Key, StringComparer.OrdinalIgnoreCase)
                .ToDictionary(
                    group => group.Key,
                    IReadOnlyList<string> (group) => [.. group.SelectMany(header => header.Value).Select(value => key.Redact(value))],
                    StringComparer.OrdinalIgnoreCase
                )
        );

    internal static TimeSpan? ParseRetryAfter(string? text, TimeProvider timeProvider)
    {
        if (!RetryConditionHeaderValue.TryParse(text, out var value))
        {
            return null;
        }

        var wait = value.Delta ?? value.Date - timeProvider.GetUtcNow();
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    private string? First(string name)
    {
        if (!headers.NonValidated.TryGetValues(name, out var values))
        {
            return null;
        }

        foreach (var value in values)
        {
            return string.IsNullOrWhiteSpace(value) ? null : value.Trim();
        }

        return null;
    }

    private int? Number(string name) =>
        int.TryParse(First(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private DateTimeOffset? Moment(string name) =>
        long.TryParse(First(name), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;
}
