namespace WorkspaceClients.Validation;

/// <summary>The rules for options, of a client and of one call. No message repeats a value: it might be a key.</summary>
internal static class OptionsRules
{
    public const string MissingKey =
        $"ApiKey is missing. Set {Product.OptionsName}.ApiKey or ApiKeyProvider, the configuration key {Product.ConfigurationSection}:ApiKey, "
        + $"or the environment variable {Product.ApiKeyVariable} (which keyed clients do not read).";

    public const string KeyRule = "must be printable ASCII without spaces, and not empty";

    private const string TimeoutRule = "must be above zero and at most one day";
    private const string DelayRule = "must be from zero to one day";

    /// <summary>Two ways to get days by mistake; the second where the host binds the options itself.</summary>
    private const string FormatHint = "Write hh:mm:ss, as in 00:00:30: 24:00:00 is 24 days, and 10 is 10 days";

    private static readonly TimeSpan LongestTime = TimeSpan.FromDays(1);

    private static readonly string[] OwnHeaders =
    [
        "Authorization",
        "Host",
        "Transfer-Encoding",
        "Expect",
        // Like Content-*, these describe a body and are not the request's.
        "Allow",
        "Expires",
        "Last-Modified",
    ];

    public static IReadOnlyList<string> Violations(ClientOptions options)
    {
        var violations = new List<string>();
        Require(options.ApiKey is not null || options.ApiKeyProvider is not null, MissingKey);
        Require(options.ApiKey is null || options.ApiKeyProvider is null, "ApiKey and ApiKeyProvider are both set. Set one of them.");
        Require(options.ApiKey is null || IsKey(options.ApiKey), $"ApiKey {KeyRule}.");
        if (AddressViolation(options.BaseAddress) is { } violation)
        {
            violations.Add($"BaseAddress {violation}.");
        }

        RequireTime(IsTimeout(options.AttemptTimeout), options.AttemptTimeout, $"AttemptTimeout {TimeoutRule}.");
        RequireTime(IsTimeout(options.TotalTimeout), options.TotalTimeout, $"TotalTimeout {TimeoutRule}.");
        RequireTime(IsDelay(options.RetryBaseDelay), options.RetryBaseDelay, $"RetryBaseDelay {DelayRule}.");
        RequireTime(IsDelay(options.MaxRetryDelay), options.MaxRetryDelay, $"MaxRetryDelay {DelayRule}.");
        Require(options.MaxRetries >= 0, "MaxRetries must not be below zero.");
        Require(
            options.ApplicationName is null || (options.ApplicationName.Length > 0 && IsPrintable(options.ApplicationName)),
            "ApplicationName must be printable ASCII, and not empty."
        );
        Require(options.TimeProvider is not null, "TimeProvider must not be null.");
        return violations;

        void Require(bool rule, string otherwise)
        {
            if (!rule)
            {
                violations.Add(otherwise);
            }
        }

        void RequireTime(bool rule, TimeSpan time, string otherwise) =>
            Require(rule, time > LongestTime ? $"{otherwise} {FormatHint}." : otherwise);
    }

    public static bool IsKey(string key) => key.Length > 0 && IsWithin(key, '!', '~');

    /// <summary>Checks all but the headers, which are checked as they are copied.</summary>
    /// <exception cref="ArgumentException">A member breaks its rule.</exception>
    public static void Check(RequestOptions? options)
    {
        if (options is null)
        {
            return;
        }

        if (options.ApiKey is not null && !IsKey(options.ApiKey))
        {
            throw new ArgumentException($"RequestOptions.ApiKey {KeyRule}.", nameof(options));
        }

        if (options.Timeout is { } timeout && !IsTimeout(timeout))
        {
            throw new ArgumentOutOfRangeException(nameof(options), $"RequestOptions.Timeout {TimeoutRule}.");
        }

        if (options.MaxRetries < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(options), "RequestOptions.MaxRetries must not be below zero.");
        }
    }

    /// <summary>The headers as they are now, held against their rules. Whatever the caller changes later is not sent.</summary>
    /// <exception cref="ArgumentException">A header breaks its rule.</exception>
    public static KeyValuePair<string, string>[] CopyHeaders(RequestOptions? options) =>
        // Apart, so that a call without headers loads no LINQ.
        options?.Headers
            is { } headers
            ? Copy(headers, options)
            : [];

    private static KeyValuePair<string, string>[] Copy(IEnumerable<KeyValuePair<string, string>> headers, RequestOptions options)
    {
        KeyValuePair<string, string>[] copy = [.. headers];
        foreach (var (name, value) in copy)
        {
            if (HeaderViolation(name, value) is { } violation)
            {
                throw new ArgumentException($"RequestOptions.Headers: {violation}.", nameof(options));
            }
        }

        return copy;
    }

    private static string? HeaderViolation(string name, string? value)
    {
        if (name.Length == 0 || !name.All(IsTokenCharacter))
        {
            return "a header's name must be a token of letters, digits and !#$%&'*+-.^_`|~";
        }

        if (OwnHeaders.Contains(name, StringComparer.OrdinalIgnoreCase) || name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase))
        {
            return $"{name} cannot be set here";
        }

        return value is not null && IsPrintable(value) ? null : $"the value of {name} must be printable ASCII without line breaks";
    }

    private static string? AddressViolation(Uri? address)
    {
        if (address is null || !address.IsAbsoluteUri || !(HasScheme(address, Uri.UriSchemeHttps) || HasScheme(address, Uri.UriSchemeHttp)))
        {
            return $"must be an absolute https address such as {Product.BaseAddress}";
        }

        if (address.UserInfo.Length > 0 || address.Query.Length > 0 || address.Fragment.Length > 0)
        {
            return "must have no user info, query or fragment";
        }

        return HasScheme(address, Uri.UriSchemeHttp) && !IsLoopback(address)
            ? "must be https: plain http would expose the API key, and is allowed only for loopback addresses"
            : null;
    }

    private static bool HasScheme(Uri address, string scheme) => string.Equals(address.Scheme, scheme, StringComparison.Ordinal);

    /// <summary>
    /// Stricter than <see cref="Uri.IsLoopback" />, which accepts the name "loopback" that DNS may send anywhere, and for which even
    /// <see cref="Uri.Host" /> says "localhost".
    /// </summary>
    private static bool IsLoopback(Uri address) =>
        address.IsLoopback
        && (
            address.HostNameType != UriHostNameType.Dns
            || address.OriginalString.TrimStart().StartsWith("http://localhost", StringComparison.OrdinalIgnoreCase)
        );

    private static bool IsTimeout(TimeSpan time) => time > TimeSpan.Zero && time <= LongestTime;

    private static bool IsDelay(TimeSpan time) => time == TimeSpan.Zero || IsTimeout(time);

    private static bool IsPrintable(string text) => IsWithin(text, ' ', '~');

    private static bool IsWithin(string text, char lowest, char highest)
    {
        foreach (var character in text)
        {
            if (character < lowest || character > highest)
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsTokenCharacter(char character) => char.IsAsciiLetterOrDigit(character) || "!#$%&'*+-.^_`|~".Contains(character);
}
