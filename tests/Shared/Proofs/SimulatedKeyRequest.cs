namespace WorkspaceClients.Tests.Proofs;

/// <summary>One question to the simulated key provider.</summary>
public sealed class SimulatedKeyRequest(CancellationToken cancellationToken)
{
    private readonly TaskCompletionSource<string> _answer = new();
    private volatile bool _isOpen = true;

    public bool IsOpen => _isOpen && !cancellationToken.IsCancellationRequested;

    public Task<string> Answer
    {
        get
        {
            cancellationToken.UnsafeRegister(_ => _answer.TrySetCanceled(cancellationToken), null);
            return _answer.Task;
        }
    }

    public void Give(string key)
    {
        _isOpen = false;
        _answer.TrySetResult(key);
    }

    public void Fail()
    {
        _isOpen = false;
        _answer.TrySetException(new SimulatedKeyException());
    }
}

/// <summary>The failure of a key provider.</summary>
public sealed class SimulatedKeyException : Exception;
