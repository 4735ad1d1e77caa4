namespace WorkspaceClients.Tests.Proofs;

/// <summary>One call of a simulated run: what it was promised, and what became of it.</summary>
public sealed class SimulatedCall(ProvenOperation operation, int maxRetries, DateTimeOffset deadline, Random random) : IDisposable
{
    private static readonly AsyncLocal<SimulatedCall?> Flowing = new();

    private readonly CancellationTokenSource _cancellation = new();
    private readonly List<SimulatedDelivery> _deliveries = [];
    private volatile SimulatedDelivery? _delivery;
    private volatile SimulatedKeyRequest? _keyRequest;

    /// <summary>The call that the running code belongs to.</summary>
    public static SimulatedCall? Current => Flowing.Value;

    public ProvenOperation Operation => operation;

    public DateTimeOffset Deadline => deadline;

    /// <summary>The call's own luck, so that the order of calls changes nothing.</summary>
    public Random Random => random;

    public Task Task { get; private set; } = Task.CompletedTask;

    public DateTimeOffset Ended { get; private set; }

    public bool IsCancelled => _cancellation.IsCancellationRequested;

    /// <summary>The request that the connection has at present.</summary>
    public SimulatedDelivery? Open => _delivery is { IsOpen: true } open ? open : null;

    /// <summary>What the key provider has been asked and has not answered.</summary>
    public SimulatedKeyRequest? KeyRequest => _keyRequest is { IsOpen: true } open ? open : null;

    /// <summary>The newest key that was known when the present attempt began.</summary>
    public int NewestKey { get; set; }

    public void Start(ProvenClient client, TimeProvider clock)
    {
        Flowing.Value = this;
        Task = RunAsync(client, clock);
        Flowing.Value = null;
    }

    public void Cancel() => _cancellation.Cancel();

    public void Add(SimulatedDelivery delivery)
    {
        _deliveries.Add(delivery);
        _delivery = delivery;
    }

    public void Add(SimulatedKeyRequest request) => _keyRequest = request;

    /// <summary>In a word, how it ended.</summary>
    public string Ending(Subject subject) =>
        Task.IsCompletedSuccessfully ? "succeeded"
        : Task.IsCanceled ? "cancelled"
        : Task.Exception!.InnerException switch
        {
            ObjectDisposedException => "disposed of",
            SimulatedKeyException => "without a key",
            var failure => subject.Read(failure!) is { MayHaveBeenApplied: true } ? "unknown" : "not applied",
        };

    /// <summary>What is wrong with how it ended.</summary>
    public string? Problem(Subject subject, bool isDisposed)
    {
        var failure = Task.Exception?.InnerException;
        var told = failure is null ? null : subject.Read(failure);
        var applied = _deliveries.Count(delivery => delivery.WasApplied);
        var mustNotBeApplied = told is { MayHaveBeenApplied: false } || failure is ObjectDisposedException or SimulatedKeyException;
        return Ended > deadline ? "ended after its deadline"
            : _deliveries.Count > maxRetries + 1 ? "was delivered more often than there may be attempts"
            : told is not null && (_deliveries.Count > told.Attempts || told.Attempts > maxRetries + 1)
                ? "made more or fewer attempts than it says"
            : !operation.MayRepeat && applied > 1 ? "was applied twice"
            : operation.IsWrite && mustNotBeApplied && applied > 0 ? "was applied although it says that it was not"
            : mustNotBeApplied && _deliveries.Exists(delivery => delivery.CanStillBeSent())
                ? "can still be sent although it says that it was not applied"
            : operation.IsWrite && Task.IsCompletedSuccessfully && applied == 0 ? "succeeded without being applied"
            : Task.IsCanceled ? CancellationProblem()
            : failure is ObjectDisposedException ? (isDisposed ? null : "was disposed of by nobody")
            : failure is not null && told is null && failure is not SimulatedKeyException ? $"ended in a bare {failure.GetType().Name}"
            : null;
    }

    public void Dispose() => _cancellation.Dispose();

    private string? CancellationProblem()
    {
        try
        {
            Task.GetAwaiter().GetResult();
        }
        catch (OperationCanceledException exception) when (exception.CancellationToken == _cancellation.Token && IsCancelled)
        {
            return null;
        }
        catch (OperationCanceledException) { }

        return IsCancelled ? "does not carry its caller's token" : "was cancelled by nobody";
    }

    private async Task RunAsync(ProvenClient client, TimeProvider clock)
    {
        try
        {
            await client.CallAsync(operation, maxRetries, _cancellation.Token).ConfigureAwait(false);
        }
        finally
        {
            Ended = clock.GetUtcNow();
        }
    }
}
