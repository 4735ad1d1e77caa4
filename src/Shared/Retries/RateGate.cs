using Microsoft.Extensions.Logging;

namespace WorkspaceClients.Retries;

/// <summary>
/// Holds the attempts of one client and key back after a 429 that said how long to wait, so that all calls learn from one.
/// Nobody is refused on a guess: a call that cannot wait so long is sent anyway.
/// </summary>
internal sealed class RateGate(TimeProvider timeProvider, ILogger logger)
{
    private readonly Dictionary<ApiKey, Hold> _holds = [];

    private volatile bool _isOpen = true;

    public void Learn(Call call, ApiKey key, Failure failure)
    {
        if (failure is not { Kind: FailureKind.Status, StatusCode: RetryRules.TooManyRequests, RetryAfter: { } asked })
        {
            return;
        }

        var maxDelay = call.Settings.MaxRetryDelay;
        var hold = new Hold(timeProvider.GetTimestamp(), asked < maxDelay ? asked : maxDelay);
        // Its own retry waits as long anyway.
        call.WaitedFor = hold;
        lock (_holds)
        {
            foreach (var over in _holds.Where(pair => Left(pair.Value) <= TimeSpan.Zero).Select(pair => pair.Key).ToList())
            {
                _holds.Remove(over);
            }

            if (!_holds.TryGetValue(key, out var known) || Left(known) < hold.Length)
            {
                _holds[key] = hold;
            }

            _isOpen = false;
        }
    }

    /// <summary>How long an attempt with this key has to wait; <see langword="null" /> when it need not or cannot.</summary>
    /// <remarks>A call waits once for each hold, whatever the clock says afterwards.</remarks>
    public TimeSpan? WaitFor(Call call, ApiKey key)
    {
        if (_isOpen)
        {
            return null;
        }

        Hold? hold;
        TimeSpan left;
        lock (_holds)
        {
            left = _holds.TryGetValue(key, out hold) ? Left(hold) : TimeSpan.Zero;
            if (left <= TimeSpan.Zero)
            {
                _holds.Remove(key);
                _isOpen = _holds.Count == 0;
            }
        }

        var remaining = call.Remaining;
        if (left <= TimeSpan.Zero || left >= remaining || ReferenceEquals(hold, call.WaitedFor))
        {
            return null;
        }

        call.WaitedFor = hold;
        var baseDelay = call.Settings.RetryBaseDelay;
        return RetryRules.Spread(left, RetryRules.Jitter(0, baseDelay, baseDelay), remaining);
    }

    public Task WaitAsync(Operation operation, TimeSpan wait, CancellationToken cancellationToken)
    {
        Report.HeldBack(logger, operation, wait);
        return Platform.Delay(wait, timeProvider, cancellationToken);
    }

    private TimeSpan Left(Hold hold) => hold.Length - timeProvider.GetElapsedTime(hold.Began);

    /// <summary>Until when the attempts with a key are held back.</summary>
    internal sealed record Hold(long Began, TimeSpan Length);
}
