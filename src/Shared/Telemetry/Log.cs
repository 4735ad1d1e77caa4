using Microsoft.Extensions.Logging;

namespace WorkspaceClients.Telemetry;

/// <summary>The log entries of the client. None contains a key, a body, or anything else that the caller sent.</summary>
internal static partial class Log
{
    [LoggerMessage(
        EventId = 1,
        EventName = "OperationSucceeded",
        Level = LogLevel.Debug,
        Message = "{Operation} succeeded after {Attempts} attempt(s) in {ElapsedMilliseconds:0.0} ms (request {RequestId})"
    )]
    public static partial void Succeeded(ILogger logger, string operation, int attempts, double elapsedMilliseconds, string? requestId);

    [LoggerMessage(
        EventId = 2,
        EventName = "OperationFailed",
        Message = "{Operation} failed with {Outcome} after {Attempts} attempt(s) in {ElapsedMilliseconds:0.0} ms "
            + "(request {RequestId}, may have been applied: {MayHaveBeenApplied})"
    )]
    public static partial void Failed(
        ILogger logger,
        LogLevel level,
        string operation,
        string outcome,
        int attempts,
        double elapsedMilliseconds,
        string? requestId,
        bool mayHaveBeenApplied
    );

    [LoggerMessage(
        EventId = 3,
        EventName = "Retrying",
        Level = LogLevel.Information,
        Message = "{Operation} is retried in {WaitMilliseconds:0} ms: attempt {Attempt} ended with {Outcome}"
    )]
    public static partial void Retrying(ILogger logger, string operation, int attempt, string outcome, double waitMilliseconds);

    [LoggerMessage(
        EventId = 4,
        EventName = "RetryBudgetSpent",
        Level = LogLevel.Warning,
        Message = "{Operation} is not retried: too many calls of this client failed recently"
    )]
    public static partial void RetryBudgetSpent(ILogger logger, string operation);

    [LoggerMessage(
        EventId = 7,
        EventName = "HeldBack",
        Level = LogLevel.Information,
        Message = "{Operation} waits {WaitMilliseconds:0} ms before it is sent: the service asked callers with this key to wait"
    )]
    public static partial void HeldBack(ILogger logger, string operation, double waitMilliseconds);

    [LoggerMessage(EventId = 5, EventName = "OptionsReloaded", Level = LogLevel.Information, Message = "The options were reloaded")]
    public static partial void OptionsReloaded(ILogger logger);

    [LoggerMessage(
        EventId = 6,
        EventName = "OptionsRejected",
        Level = LogLevel.Error,
        Message = "The reloaded options are invalid, and the last valid ones stay in use: {Violations}"
    )]
    public static partial void OptionsRejected(ILogger logger, string violations);

    [LoggerMessage(
        EventId = 8,
        EventName = "OptionsUnknown",
        Level = LogLevel.Warning,
        Message = "The configuration has values that set nothing: {Keys}. The options are {Options}"
    )]
    public static partial void OptionsUnknown(ILogger logger, string keys, string options);
}
