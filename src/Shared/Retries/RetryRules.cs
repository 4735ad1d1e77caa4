using System.Net;

namespace WorkspaceClients.Retries;

/// <summary>What is tried again, when, and what a failure leaves unknown. Decided by operation, not by verb.</summary>
internal static class RetryRules
{
    // .NET Framework has no name for it.
    private const HttpStatusCode TooManyRequests = (HttpStatusCode)429;

    public static bool IsRetryable(Operation operation, Failure failure) =>
        operation.Safety == RetrySafety.Idempotent
            ? failure.Kind switch
            {
                FailureKind.Status => IsPassing(failure.StatusCode),
                FailureKind.NotSent or FailureKind.BrokenOff or FailureKind.AttemptTimeout => true,
                _ => false,
            }
            : failure.Kind == FailureKind.NotSent || (failure.Kind == FailureKind.Status && failure.StatusCode == TooManyRequests);

    /// <summary>Whether a write may have been carried out although this attempt failed.</summary>
    public static bool LeavesOutcomeUnknown(Operation operation, Failure failure) =>
        operation.IsWrite
        && failure.Kind switch
        {
            FailureKind.Status => failure.StatusCode == HttpStatusCode.RequestTimeout || (int)failure.StatusCode is >= 500 and <= 599,
            FailureKind.NotSent or FailureKind.Untrusted => false,
            _ => failure.MayHaveBeenSent,
        };

    /// <summary>Exponential backoff with full jitter.</summary>
    /// <param name="retry">Which retry this is, from 0.</param>
    /// <param name="baseDelay">The longest wait before the first retry.</param>
    /// <param name="maxDelay">The longest wait of all.</param>
    /// <param name="jitter">A random number from 0 up to 1.</param>
    public static TimeSpan Backoff(int retry, TimeSpan baseDelay, TimeSpan maxDelay, double jitter)
    {
        // Beyond 2^31 times the base delay every maximum has long been reached.
        var ceiling = Math.Min(baseDelay.TotalMilliseconds * Math.Pow(2, Math.Min(retry, 31)), maxDelay.TotalMilliseconds);
        return TimeSpan.FromMilliseconds(ceiling * jitter);
    }

    /// <summary>How long to wait before the next attempt, or <see langword="null" /> when it is not worth waiting.</summary>
    /// <param name="backoff">The wait of our own choosing.</param>
    /// <param name="retryAfter">What the service asked for: a floor.</param>
    /// <param name="maxDelay">A longer wait than this is the caller's to decide on.</param>
    /// <param name="remaining">What is left of the call's time.</param>
    public static TimeSpan? Wait(TimeSpan backoff, TimeSpan? retryAfter, TimeSpan maxDelay, TimeSpan remaining)
    {
        var wait = retryAfter > backoff ? retryAfter.Value : backoff;
        return retryAfter > maxDelay || wait >= remaining ? null : wait;
    }

    private static bool IsPassing(HttpStatusCode status) =>
        status
            is HttpStatusCode.RequestTimeout
                or TooManyRequests
                or HttpStatusCode.InternalServerError
                or HttpStatusCode.BadGateway
                or HttpStatusCode.ServiceUnavailable
                or HttpStatusCode.GatewayTimeout;
}
