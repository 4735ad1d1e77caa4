namespace WorkspaceClients.Sending;

/// <summary>
/// The time limit of one attempt, joined with the caller's cancellation and the client's disposal. Its token is given away to key providers
/// and handlers, so its source is never used for another attempt.
/// </summary>
internal readonly struct AttemptLimit : IDisposable
{
    private readonly CancellationTokenSource _source;
    private readonly CancellationTokenRegistration _caller;
    private readonly CancellationTokenRegistration _disposal;

    private AttemptLimit(CancellationTokenSource source, CancellationToken caller, CancellationToken disposal)
    {
        _source = source;
        Token = source.Token;
        _caller = Link(source, caller);
        _disposal = Link(source, disposal);
    }

    public CancellationToken Token { get; }

    public static AttemptLimit Start(TimeSpan limit, TimeProvider timeProvider, CancellationToken caller, CancellationToken disposal)
    {
        if (limit > TimeSpan.Zero)
        {
            return new AttemptLimit(Platform.CancelAfter(limit, timeProvider), caller, disposal);
        }

        var passed = new CancellationTokenSource();
        passed.Cancel();
        return new AttemptLimit(passed, caller, disposal);
    }

    /// <summary>Stops the clock for a wait that is not the attempt's own.</summary>
    public void Pause() => _source.CancelAfter(Timeout.InfiniteTimeSpan);

    public void Restart(TimeSpan limit)
    {
        if (limit > TimeSpan.Zero)
        {
            _source.CancelAfter(limit);
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
        _source.Dispose();
    }

    private static CancellationTokenRegistration Link(CancellationTokenSource source, CancellationToken token) =>
        token.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), source);
}
