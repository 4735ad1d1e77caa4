using System.Collections.ObjectModel;
using System.Globalization;
using System.Net.Http.Headers;

namespace WorkspaceClients.Reading;

/// <summary>The headers of one answer, read when somebody asks, with every key that was sent struck from them.</summary>
internal sealed class ResponseHeaders(HttpResponseHeaders headers, HttpContentHeaders contentHeaders, Secrets secrets)
{
    private const int MaxId = 200;
    private const int MaxText = 4 * 1024;

    public static ResponseHeaders Of(HttpResponseMessage response, Secrets secrets) =>
        new(response.Headers, response.Content.Headers, secrets);

    public string? RequestId => secrets.Line(First("x-request-id"), MaxId);

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

    public string? Location => secrets.Line(First("Location"), MaxText);

    /// <summary>How long the service asked to wait; <see langword="null" /> when it did not ask.</summary>
    public TimeSpan? RetryAfter(TimeProvider timeProvider) =>
        headers.NonValidated.TryGetValues("Retry-After", out var values) ? Retries.RetryAfter.Longest(values, timeProvider) : null;

    public IReadOnlyDictionary<string, IReadOnlyList<string>> ToDictionary() =>
        new ReadOnlyDictionary<string, IReadOnlyList<string>>(
            headers
                .NonValidated.Concat(contentHeaders.NonValidated)
                .GroupBy(header => secrets.Line(header.Key, MaxText), StringComparer.OrdinalIgnoreCase)
                .ToDictionary(
                    group => group.Key,
                    IReadOnlyList<string> (group) =>
                        [.. group.SelectMany(header => header.Value).Select(value => secrets.Line(value, MaxText))],
                    StringComparer.OrdinalIgnoreCase
                )
        );

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
