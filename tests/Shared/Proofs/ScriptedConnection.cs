namespace WorkspaceClients.Tests.Proofs;

/// <summary>Ends the attempts of one call one after the other as a script says, and measures the waits between them.</summary>
public sealed class ScriptedConnection(IReadOnlyList<AttemptEnding> script, string answer, ManualTimeProvider clock) : HttpMessageHandler
{
    private readonly List<TimeSpan> _waits = [];
    private DateTimeOffset _ended;
    private volatile bool _isStalled;

    public int Attempts { get; private set; }

    public IReadOnlyList<TimeSpan> Waits => _waits;

    /// <summary>Moves the clock to the next thing that happens: the end of a wait, or the limit of an attempt that stalls.</summary>
    /// <returns>Whether anything does.</returns>
    public bool LetTimePass()
    {
        if (clock.Pending is not [var next, ..] || !(_isStalled || next <= ProvenOptions.MaxDelay))
        {
            return false;
        }

        if (_isStalled)
        {
            _isStalled = false;
            _ended += next;
        }

        clock.Advance(next);
        return true;
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var began = clock.GetUtcNow();
        if (Attempts++ > 0)
        {
            _waits.Add(began - _ended);
        }

        _ended = began;
        var ending = Attempts <= script.Count ? script[Attempts - 1] : AttemptEndings.All[0];
        _isStalled = ending.Stalls;
        return ending.PlayAsync(new Exchange(request, answer, cancellationToken));
    }
}
