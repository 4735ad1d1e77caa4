using System.Net;

namespace WorkspaceClients.Sending;

/// <summary>One call of one operation: what it asks, what it may cost, and what has become of its attempts.</summary>
internal sealed class Call
{
    private readonly long _started;

    public Call(
        Operation operation,
        string path,
        byte[]? body,
        RequestOptions? options,
        ClientSettings settings,
        CancellationToken cancellationToken
    )
    {
        Operation = operation;
        Address = settings.AddressOf(path);
        Body = body;
        Options = options;
        Settings = settings;
        CancellationToken = cancellationToken;
        _started = settings.TimeProvider.GetTimestamp();
    }

    public Operation Operation { get; }

    public Uri Address { get; }

    public byte[]? Body { get; }

    public RequestOptions? Options { get; }

    public ClientSettings Settings { get; }

    /// <summary>The caller's.</summary>
    public CancellationToken CancellationToken { get; }

    public int MaxRetries => Options?.MaxRetries ?? Settings.MaxRetries;

    public TimeSpan TotalTimeout => Options?.Timeout ?? Settings.TotalTimeout;

    public TimeSpan Elapsed => Settings.TimeProvider.GetElapsedTime(_started);

    public TimeSpan Remaining => TotalTimeout - Elapsed;

    public int Attempts { get; private set; }

    /// <summary>Whether the present attempt may have sent something.</summary>
    public bool MayHaveSent { get; set; }

    /// <summary>Whether the present attempt ends when the whole call does.</summary>
    public bool IsLastChance { get; private set; }

    /// <summary>The status that the present attempt was answered with.</summary>
    public HttpStatusCode StatusCode { get; private set; }

    /// <summary>The headers that the present attempt was answered with; <see langword="null" /> before they are there.</summary>
    public ResponseHeaders? Headers { get; private set; }

    /// <summary>How the last attempt failed.</summary>
    public Failure? Failure { get; private set; }

    /// <summary>Stays true once any attempt left its outcome unknown, whatever the last one said.</summary>
    public bool MayHaveBeenApplied { get; private set; }

    /// <summary>The wait that was decided on before the next attempt.</summary>
    public TimeSpan Wait { get; set; }

    public AttemptTimer BeginAttempt()
    {
        Attempts++;
        MayHaveSent = false;
        Headers = null;

        var remaining = Remaining;
        IsLastChance = remaining <= Settings.AttemptTimeout;
        return AttemptTimer.Start(IsLastChance ? remaining : Settings.AttemptTimeout, Settings.TimeProvider, CancellationToken);
    }

    /// <param name="response">The answer, of which the body is still to come.</param>
    /// <param name="key">The key that was sent, which the service may repeat.</param>
    public ResponseHeaders HeadersArrived(HttpResponseMessage response, ApiKey key)
    {
        StatusCode = response.StatusCode;
        return Headers = new ResponseHeaders(response.Headers, response.Content.Headers, key);
    }

    public void Fail(Failure failure)
    {
        Failure = failure;
        MayHaveBeenApplied |= RetryRules.LeavesOutcomeUnknown(Operation, failure);
    }
}
