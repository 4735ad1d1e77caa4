namespace WorkspaceClients.Sending;

/// <summary>
/// The time limit of one attempt, joined with the caller's cancellation and the client's disposal. Its token is given away to key providers
/// and handlers, so its source is never used for another attempt.
/// </summary>
internal readonly struct AttemptLimit : IDisposable
{
    private readonly CancellationTokenSource _source;

    /// <summary>Null when the limit is by another clock than the system's: then the source has a timer of its own.</summary>
    private readonly AttemptTimer? _timer;

    private readonly CancellationTokenRegistration _caller;
    private readonly CancellationTokenRegistration _disposal;

    private AttemptLimit(CancellationTokenSource source, AttemptTimer? timer, CancellationToken caller, CancellationToken disposal)
    {
        _source = source;
        _timer = timer;
        Token = source.Token;
        _caller = Link(source, caller);
        _disposal = Link(source, disposal);
    }

    public CancellationToken Token { get; }

    public static AttemptLimit Start(TimeLimit limit, TimeProvider timeProvider, CancellationToken caller, CancellationToken disposal)
    {
        if (limit.Length > TimeSpan.Zero && !ReferenceEquals(timeProvider, TimeProvider.System))
        {
            return new AttemptLimit(Platform.CancelAfter(limit.Length, timeProvider), timer: null, caller, disposal);
        }

        var started = new AttemptLimit(new CancellationTokenSource(), AttemptTimer.Take(), caller, disposal);
        started.Restart(limit);
        return started;
    }

    /// <summary>Stops the clock for a wait that is not the attempt's own.</summary>
    public void Pause()
    {
        if (_timer is null)
        {
            _source.CancelAfter(Timeout.InfiniteTimeSpan);
        }
        else
        {
            _timer.Stop();
        }
    }

    public void Restart(TimeLimit limit)
    {
        if (limit.Length <= TimeSpan.Zero)
        {
            Cancel(_source);
        }
        else if (_timer is null)
        {
            _source.CancelAfter(limit.Length);
        }
        else
        {
            _timer.Start(_source, limit);
        }
    }

    public void Dispose()
    {
        // Not waited for: a cancellation under way runs what handlers have registered, which may take its time.
        _caller.Unregister();
        _disposal.Unregister();
        if (_timer is null)
        {
            _source.Dispose();
        }
        else
        {
            // The source holds nothing, and a tick that comes late may still cancel it.
            _timer.Return();
        }
    }

    /// <summary>Cancels a source whose token was given away: what a handler of the host has registered with it may throw.</summary>
    public static void Cancel(CancellationTokenSource source)
    {
        try
        {
            source.Cancel();
        }
        catch (AggregateException)
        {
            // It would be thrown at who cancels or disposes, and on a timer's thread it would end the process.
        }
        catch (ObjectDisposedException)
        {
            // The attempt is over.
        }
    }

    private static CancellationTokenRegistration Link(CancellationTokenSource source, CancellationToken token) =>
        token.UnsafeRegister(static source => Cancel((CancellationTokenSource)source!), source);
}
