namespace WorkspaceClients.Sending;

/// <summary>
/// The time limit of one attempt, joined with the caller's cancellation and the client's disposal. Its token is given away to key providers
/// and handlers, so its source is never used for another attempt.
/// </summary>
internal readonly struct AttemptLimit : IDisposable
{
    private readonly CancellationTokenSource _source;
    private readonly AttemptTimer _timer;
    private readonly CancellationTokenRegistration _caller;
    private readonly CancellationTokenRegistration _disposal;

    private AttemptLimit(CancellationTokenSource source, TimeProvider timeProvider, CancellationToken caller, CancellationToken disposal)
    {
        _source = source;
        _timer = AttemptTimer.Take(timeProvider);
        _caller = Link(_source, caller);
        _disposal = Link(_source, disposal);
    }

    public CancellationToken Token => _source.Token;

    public static AttemptLimit Start(TimeSpan limit, TimeProvider timeProvider, CancellationToken caller, CancellationToken disposal)
    {
        // Not disposed of: it holds nothing, and a tick that comes late may still cancel it.
        var started = new AttemptLimit(new CancellationTokenSource(), timeProvider, caller, disposal);
        started.Restart(limit);
        return started;
    }

    /// <summary>Stops the clock for a wait that is not the attempt's own.</summary>
    public void Pause() => _timer.Stop();

    public void Restart(TimeSpan limit)
    {
        if (limit > TimeSpan.Zero)
        {
            _timer.Start(_source, limit);
        }
        else
        {
            _source.Cancel();
        }
    }

    public void Dispose()
    {
        _caller.Dispose();
        _disposal.Dispose();
        _timer.Return();
    }

    private static CancellationTokenRegistration Link(CancellationTokenSource source, CancellationToken token) =>
        token.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), source);
}
