using System.Globalization;
using System.Runtime.InteropServices;

namespace WorkspaceClients.Sending;

/// <summary>Valid options, copied and ready for use.</summary>
internal sealed class ClientSettings
{
    private static readonly string Agent = $"{Product.Name}/{ProductVersion.Value} ({RuntimeInformation.FrameworkDescription})";

    private readonly string _root;

    private ClientSettings(ClientOptions options)
    {
        _root = RootOf(options.BaseAddress);
        Host = options.BaseAddress.IdnHost;
        var address = options.BaseAddress.HostNameType == UriHostNameType.IPv6 ? $"[{Host}]" : Host;
        HostAndPort = string.Create(CultureInfo.InvariantCulture, $"{address}:{options.BaseAddress.Port}");
        ApiKey = options.ApiKey is null ? null : new ApiKey(options.ApiKey);
        ApiKeyProvider = options.ApiKeyProvider;
        AttemptTimeout = options.AttemptTimeout;
        TotalTimeout = options.TotalTimeout;
        MaxRetries = options.MaxRetries;
        RetryBaseDelay = options.RetryBaseDelay;
        MaxRetryDelay = options.MaxRetryDelay;
        TimeProvider = options.TimeProvider;
        UserAgent = options.ApplicationName is null ? Agent : $"{Agent} {options.ApplicationName}";
    }

    public string Host { get; }

    /// <summary>Where a connection goes to, as people write it.</summary>
    public string HostAndPort { get; }

    public ApiKey? ApiKey { get; }

    public Func<CancellationToken, ValueTask<string>>? ApiKeyProvider { get; }

    public TimeSpan AttemptTimeout { get; }

    public TimeSpan TotalTimeout { get; }

    public int MaxRetries { get; }

    public TimeSpan RetryBaseDelay { get; }

    public TimeSpan MaxRetryDelay { get; }

    public TimeProvider TimeProvider { get; }

    public string UserAgent { get; }

    /// <exception cref="ArgumentException">An option breaks its rule.</exception>
    public static ClientSettings From(ClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var violations = string.Join(" ", OptionsRules.Violations(options));
        return violations.Length == 0 ? new ClientSettings(options) : throw new ArgumentException(violations, nameof(options));
    }

    public bool HasAddressOf(ClientSettings other) => string.Equals(_root, other._root, StringComparison.Ordinal);

    /// <summary>One absolute string is cheaper than a relative address on a base, and keeps the base's path.</summary>
    public Uri AddressOf(string path) => new(_root + path);

    private static string RootOf(Uri baseAddress)
    {
        var root = baseAddress.GetLeftPart(UriPartial.Path).TrimEnd('/');
        return root.EndsWith(Product.PathPrefix, StringComparison.OrdinalIgnoreCase)
            ? root[..^Product.PathPrefix.Length].TrimEnd('/')
            : root;
    }
}
