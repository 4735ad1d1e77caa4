using System.Net;

namespace WorkspaceClients.Sending;

/// <summary>One call of one operation: what it asks, what it may cost, and what has become of its attempts. Its options are read once.</summary>
internal sealed class Call
{
    private readonly RequestOptions? _options;
    private long? _started;
    private HttpRequestMessage? _built;

    /// <exception cref="ArgumentException">The options break a rule.</exception>
    public Call(
        Operation operation,
        HttpRequestMessage built,
        RequestOptions? options,
        ClientSettings settings,
        CancellationToken cancellationToken
    )
    {
        OptionsRules.Check(options);
        Headers = OptionsRules.CopyHeaders(options);
        Key = options?.ApiKey is { } key ? new ApiKey(key) : null;
        _options = options;
        Operation = operation;
        _built = built;
        Request = new RequestTemplate(built, operation.IsWrite);
        Address = settings.AddressOf(built.RequestUri!.OriginalString);
        Settings = settings;
        CancellationToken = cancellationToken;
    }

    public Operation Operation { get; }

    public RequestTemplate Request { get; }

    public Uri Address { get; }

    public ClientSettings Settings { get; }

    /// <summary>The caller's headers, as they were when the call began.</summary>
    public KeyValuePair<string, string>[] Headers { get; }

    /// <summary>The key that the caller gave for this call.</summary>
    public ApiKey? Key { get; }

    /// <summary>The caller's.</summary>
    public CancellationToken CancellationToken { get; }

    public int MaxRetries => _options?.MaxRetries ?? Settings.MaxRetries;

    public TimeSpan TotalTimeout => _options?.Timeout ?? Settings.TotalTimeout;

    public string TotalTimeoutOption => _options?.Timeout is null ? Product.OptionsName + ".TotalTimeout" : "RequestOptions.Timeout";

    /// <summary>Since its first attempt began.</summary>
    public TimeSpan Elapsed => Since(Settings.TimeProvider.GetTimestamp());

    public TimeSpan Remaining => TotalTimeout - Elapsed;

    public int Attempts { get; private set; }

    /// <summary>Whether the present attempt ends when the whole call does.</summary>
    public bool IsLastChance { get; private set; }

    /// <summary>What must not show of any attempt so far.</summary>
    public Secrets Secrets { get; private set; } = Secrets.None;

    /// <summary>The answer that the call succeeded with.</summary>
    public HttpResponseMessage? Response { get; private set; }

    /// <summary>The last hold that the call has waited for.</summary>
    public RateGate.Hold? WaitedFor { get; set; }

    /// <summary>How the last attempt failed.</summary>
    public Failure? LastFailure { get; private set; }

    /// <summary>Stays true once any attempt left its outcome unknown, whatever the last one said.</summary>
    public bool MayHaveBeenApplied { get; private set; }

    public void BeginAttempt() => Attempts++;

    /// <summary>The message of an attempt. The first one sends what Refit built, the others a copy.</summary>
    public HttpRequestMessage NextMessage() =>
        Interlocked.Exchange(ref _built, null) is { } built ? Request.Complete(built, Address) : Request.CreateMessage(Address);

    /// <summary>How long the present attempt may take from now on.</summary>
    public TimeLimit NextLimit()
    {
        var now = Settings.TimeProvider.GetTimestamp();
        _started ??= now;
        var remaining = TotalTimeout - Since(now);
        IsLastChance = remaining <= Settings.AttemptTimeout;
        return new TimeLimit(IsLastChance ? remaining : Settings.AttemptTimeout, now);
    }

    public void Uses(ApiKey key) => Secrets = Secrets.With(key);

    public void Succeeded(HttpResponseMessage response) => Response = response;

    public Failure Failed(Failure failure)
    {
        LastFailure = failure;
        MayHaveBeenApplied |= RetryRules.LeavesOutcomeUnknown(Operation, failure);
        return failure;
    }

    private TimeSpan Since(long now) => _started is { } started ? Settings.TimeProvider.GetElapsedTime(started, now) : TimeSpan.Zero;
}
