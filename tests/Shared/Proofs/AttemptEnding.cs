namespace WorkspaceClients.Tests.Proofs;

/// <summary>What the end of an attempt means, by the rules that users read.</summary>
public enum Meaning
{
    /// <summary>A whole answer that says success.</summary>
    Answered,

    /// <summary>Nothing was done, and asking again would not help.</summary>
    Refused,

    /// <summary>Nothing was done, and asking again may help.</summary>
    NotDone,

    /// <summary>Nobody knows whether it was done, and asking again may help.</summary>
    Lost,

    /// <summary>Nobody knows whether it was done, and asking again would not help.</summary>
    Unclear,
}

/// <summary>One way in which an attempt ends.</summary>
/// <param name="Name">Its name in a failure's message.</param>
/// <param name="Meaning">What it means.</param>
/// <param name="Kind">The kind of the exception when the call ends with it; <see langword="null" /> for an answer.</param>
/// <param name="PlayAsync">Plays the connection's part.</param>
public sealed record AttemptEnding(string Name, Meaning Meaning, string? Kind, Func<Exchange, Task<HttpResponseMessage>> PlayAsync)
{
    /// <summary>The least that the service asks to wait.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether the request gets as far as the service.</summary>
    public bool Sends { get; init; } = true;

    /// <summary>Whether it ends only with its time limit.</summary>
    public bool Stalls { get; init; }

    public override string ToString() => Name;
}

/// <summary>One request at the connection.</summary>
public sealed class Exchange(HttpRequestMessage request, string answer, CancellationToken limit)
{
    public HttpRequestMessage Request => request;

    /// <summary>What the service answers when all goes well.</summary>
    public string Answer => answer;

    /// <summary>Ends the waiting for what the connection does at present.</summary>
    public CancellationToken Limit { get; private set; } = limit;

    /// <summary>Sends the request: from here on the service may have it.</summary>
    public Task SendAsync() => Request.Content?.CopyToAsync(Stream.Null, CancellationToken.None) ?? Task.CompletedTask;

    /// <summary>Gives nothing more until the limit ends the waiting.</summary>
    public Task<T> StallAsync<T>(CancellationToken limit)
    {
        Limit = limit;
        var never = new TaskCompletionSource<T>();
        limit.UnsafeRegister(_ => never.TrySetCanceled(limit), null);
        return never.Task;
    }
}
