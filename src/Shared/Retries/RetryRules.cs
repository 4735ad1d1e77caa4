using System.Net;

namespace WorkspaceClients.Retries;

/// <summary>Which failures are retried, after which wait, and which leave the outcome unknown. Decided by operation, not by verb.</summary>
internal static class RetryRules
{
    /// <summary>.NET Framework has no name for it.</summary>
    public const HttpStatusCode TooManyRequests = (HttpStatusCode)429;

    public static bool IsRetryable(Operation operation, Failure failure) =>
        !failure.IsFinal
        && failure.Kind switch
        {
            FailureKind.Status when operation.Safety == RetrySafety.Unsafe => failure.StatusCode == TooManyRequests,
            FailureKind.Status => IsTransient(failure.StatusCode),
            FailureKind.NotConnected or FailureKind.BrokenOff or FailureKind.AttemptTimeout => operation.Safety != RetrySafety.Unsafe
                || !failure.MayHaveBeenSent,
            _ => false,
        };

    /// <summary>Whether a write may have been carried out although this attempt failed.</summary>
    public static bool LeavesOutcomeUnknown(Operation operation, Failure failure) =>
        operation.IsWrite && (failure.Kind == FailureKind.Status ? !SaysNotApplied(failure.StatusCode) : failure.MayHaveBeenSent);

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

    /// <summary>A backoff with a random jitter.</summary>
    public static TimeSpan Jitter(int retry, TimeSpan baseDelay, TimeSpan maxDelay) =>
        // It spreads clients out; nothing secret depends on it.
#pragma warning disable CA5394
        Backoff(retry, baseDelay, maxDelay, Random.Shared.NextDouble());
#pragma warning restore CA5394

    /// <summary>How long to wait before the next attempt, or <see langword="null" /> when it is not worth waiting.</summary>
    /// <param name="backoff">The wait of our own choosing.</param>
    /// <param name="retryAfter">What the service asked for: a floor, with the backoff as jitter above it.</param>
    /// <param name="maxDelay">A longer wait than this is the caller's to decide on.</param>
    /// <param name="remaining">What is left of the call's time.</param>
    public static TimeSpan? Wait(TimeSpan backoff, TimeSpan? retryAfter, TimeSpan maxDelay, TimeSpan remaining)
    {
        if (retryAfter is not { } floor)
        {
            return backoff < remaining ? backoff : null;
        }

        return floor > maxDelay || floor >= remaining ? null : Spread(floor, backoff, maxDelay < remaining ? maxDelay : remaining);
    }

    /// <summary>A floor with jitter above it, as far as there is room below the limit.</summary>
    public static TimeSpan Spread(TimeSpan floor, TimeSpan jitter, TimeSpan limit)
    {
        var room = TimeSpan.FromTicks(Math.Max(0, (limit - floor).Ticks / 2));
        return floor + (jitter < room ? jitter : room);
    }

    private static bool SaysNotApplied(HttpStatusCode status) =>
        (int)status is >= 200 and <= 499 and not ((int)HttpStatusCode.SeeOther or (int)HttpStatusCode.RequestTimeout);

    private static bool IsTransient(HttpStatusCode status) =>
        status
            is HttpStatusCode.RequestTimeout
                or TooManyRequests
                or HttpStatusCode.InternalServerError
                or HttpStatusCode.BadGateway
                or HttpStatusCode.ServiceUnavailable
                or HttpStatusCode.GatewayTimeout;
}
