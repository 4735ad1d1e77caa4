using System.Globalization;

namespace WorkspaceClients.Tests.Proofs;

/// <summary>One request at the simulated connection, and what the service makes of it.</summary>
public sealed class SimulatedDelivery
{
    private readonly Exchange _exchange;
    private readonly TaskCompletionSource<HttpResponseMessage> _answer = new();
    private readonly bool _isCarriedOut;
    private bool _isSent;
    private Meaning? _meaning;
    private volatile bool _isOpen = true;

    public SimulatedDelivery(SimulatedCall call, HttpRequestMessage request, CancellationToken limit)
    {
        Call = call;
        Key = int.Parse(request.Headers.Authorization!.Parameter!.AsSpan("key-number-".Length), CultureInfo.InvariantCulture);
        _exchange = new Exchange(request, call.Operation.Answer, limit);
        _isCarriedOut = call.Random.Next(2) == 0;
        if (call.Random.Next(2) == 0)
        {
            Send();
        }

        limit.UnsafeRegister(_ => _answer.TrySetCanceled(limit), null);
    }

    public SimulatedCall Call { get; }

    public int Key { get; }

    public Task<HttpResponseMessage> Answer => _answer.Task;

    /// <summary>Whether the connection has neither answered nor failed nor been given up.</summary>
    public bool IsOpen => _isOpen && !_exchange.Limit.IsCancellationRequested;

    /// <summary>Whether the service carried it out: as it says, and by chance where it says nothing.</summary>
    public bool WasApplied =>
        _meaning switch
        {
            Meaning.Answered => true,
            Meaning.Refused or Meaning.NotDone => false,
            _ => _isSent && _isCarriedOut,
        };

    /// <summary>The ways in which it can end from here.</summary>
    public bool CanEnd(AttemptEnding ending) => _meaning is null && (ending.Sends || !_isSent);

    public void End(AttemptEnding ending)
    {
        _meaning = ending.Meaning;
        _isSent |= ending.Sends;
        _isOpen = ending.Stalls;
        var played = ending.PlayAsync(_exchange);
        if (!played.IsCompleted)
        {
            return;
        }

        if (played.IsCompletedSuccessfully)
        {
            _answer.TrySetResult(played.Result);
        }
        else
        {
            _answer.TrySetException(played.Exception?.InnerExceptions ?? (IEnumerable<Exception>)[Canceled(played)]);
        }
    }

    /// <summary>Tries to send what has not been sent, as a handler would that was left behind.</summary>
    public bool CanStillBeSent()
    {
        if (_isSent || _exchange.Request.Content is null)
        {
            return false;
        }

        try
        {
            Send();
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static OperationCanceledException Canceled(Task played)
    {
        try
        {
            played.GetAwaiter().GetResult();
            throw new InvalidOperationException("It was not cancelled.");
        }
        catch (OperationCanceledException exception)
        {
            return exception;
        }
    }

    private void Send()
    {
        _exchange.SendAsync().GetAwaiter().GetResult();
        _isSent = true;
    }
}
