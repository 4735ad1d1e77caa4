using System.Diagnostics;
using System.Runtime.Serialization;
using System.Text;
using System.Text.Json.Serialization;

namespace Polyteia.Workspaces.Client;

/// <summary>How a client reaches the service. A client copies its options when it is created; later changes have no effect.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class PolyteiaWorkspacesClientOptions
{
    private static readonly Uri DefaultBaseAddress = new(Product.BaseAddress);

    private Uri? _baseAddress = DefaultBaseAddress;

    /// <summary>
    /// The API key: printable ASCII without spaces. Set this or <see cref="ApiKeyProvider" />, not both. No serializer prints it.
    /// </summary>
    [JsonIgnore]
    [IgnoreDataMember]
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? ApiKey { get; set; }

    /// <summary>
    /// Returns the API key. Called before every attempt, so that a rotated key is used at once. Its exceptions reach the caller unchanged.
    /// </summary>
    [JsonIgnore]
    [IgnoreDataMember]
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public Func<CancellationToken, ValueTask<string>>? ApiKeyProvider { get; set; }

    /// <summary>
    /// Where the service is; <c>https://app.polyteia.com</c> unless set. May have a path, a trailing slash, or
    /// <c>/api</c> at its end. It has no user info, query or fragment, and may be plain <c>http</c> only for a loopback address.
    /// </summary>
    public Uri BaseAddress
    {
        get => _baseAddress!;
        set => (_baseAddress, HasBaseAddress) = (value, true);
    }

    /// <summary>How long one attempt may take, its body included; 30 s unless set. Above zero, at most one day.</summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How long a call may take, attempts and waits included; 100 s unless set. Above zero, at most
    /// one day. May be shorter than <see cref="AttemptTimeout" />.
    /// </summary>
    public TimeSpan TotalTimeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>How often a call is retried after its first attempt; 2 unless set, 0 for never.</summary>
    public int MaxRetries { get; set; } = 2;

    /// <summary>The longest wait before the first retry; it doubles with every further one. 250 ms unless set, at most one day. The actual wait is a random part of it.</summary>
    public TimeSpan RetryBaseDelay { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>
    /// The longest wait between two attempts; 30 s unless set, at most one day. When the service asks for a longer one, the call fails at once and the exception's
    /// <see cref="PolyteiaApiException.RetryAfter" /> says how long to wait.
    /// </summary>
    public TimeSpan MaxRetryDelay { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The name of your program, as in <c>data-sync/2.1</c>; appended to the User-Agent. Printable ASCII.</summary>
    public string? ApplicationName { get; set; }

    /// <summary>The clock of every wait and time limit.</summary>
    [JsonIgnore]
    [IgnoreDataMember]
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    // Whether it was set, even to null, which is refused.
    internal bool HasBaseAddress { get; private set; }

    /// <summary>The options on one line. Of a key it says only whether it is set.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(nameof(PolyteiaWorkspacesClientOptions)).Append(" { ");
        RecordText.Print(
            text,
            (nameof(BaseAddress), _baseAddress),
            (nameof(ApiKey), RecordText.IsSet(ApiKey)),
            (nameof(ApiKeyProvider), RecordText.IsSet(ApiKeyProvider)),
            (nameof(AttemptTimeout), AttemptTimeout),
            (nameof(TotalTimeout), TotalTimeout),
            (nameof(MaxRetries), MaxRetries),
            (nameof(RetryBaseDelay), RetryBaseDelay),
            (nameof(MaxRetryDelay), MaxRetryDelay),
            (nameof(ApplicationName), ApplicationName)
        );
        return text.Append(" }").ToString();
    }

    /// <summary>
    /// Options whose <see cref="ApiKey" /> comes from the environment variable <c>POLYTEIA_API_KEY</c> and whose <see cref="BaseAddress" />
    /// comes from <c>POLYTEIA_BASE_URL</c>. A variable that is not set or empty has no effect.
    /// </summary>
    /// <exception cref="InvalidOperationException"><c>POLYTEIA_BASE_URL</c> is not an absolute address.</exception>
    public static PolyteiaWorkspacesClientOptions FromEnvironment()
    {
        var options = new PolyteiaWorkspacesClientOptions();
        EnvironmentSettings.Fill(options);
        return options;
    }
}
