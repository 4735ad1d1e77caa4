using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace WorkspaceClients.Telemetry;

/// <summary>Informs loggers and listeners. Their exceptions never change how a call or a reload ends.</summary>
internal static class Report
{
    public const string Canceled = "canceled";
    public const string Error = "error";

    public static Activity? Started(Call call)
    {
        Activity? activity = null;
        try
        {
            activity = OperationTelemetry.Start(call);
        }
        catch (Exception)
        {
            // The one who would be told is the one who failed.
        }

        try
        {
            return activity ?? OperationTelemetry.LeaveBaggage();
        }
        catch (Exception)
        {
            return null;
        }
    }

    public static void Succeeded(ILogger logger, Call call, Activity? activity)
    {
        var response = call.Response!;
        Stopped(call, activity, "success", (int)response.StatusCode, succeeded: true);
        try
        {
            if (logger.IsEnabled(LogLevel.Debug))
            {
                var requestId = ResponseHeaders.Of(response, call.Secrets).RequestId;
                Log.Succeeded(logger, call.Operation.Id, call.Attempts, call.Elapsed.TotalMilliseconds, requestId);
            }
        }
        catch (Exception)
        {
            // The one who would be told is the one who failed.
        }
    }

    /// <param name="logger">Where to log.</param>
    /// <param name="call">The call.</param>
    /// <param name="activity">Its activity.</param>
    /// <param name="outcome">How it ended, in one word.</param>
    /// <param name="failure">The failure that ended it; <see langword="null" /> when something else did.</param>
    public static void Failed(ILogger logger, Call call, Activity? activity, string outcome, Failure? failure)
    {
        int? status = failure is { Kind: FailureKind.Status or FailureKind.Unreadable } ? (int)failure.StatusCode : null;
        Stopped(call, activity, outcome, status, succeeded: false);
        try
        {
            // A caller who cancels knows it already.
            var level = string.Equals(outcome, Canceled, StringComparison.Ordinal) ? LogLevel.Debug : LogLevel.Warning;
            if (logger.IsEnabled(level))
            {
                Log.Failed(
                    logger,
                    level,
                    call.Operation.Id,
                    outcome,
                    call.Attempts,
                    call.Elapsed.TotalMilliseconds,
                    failure?.RequestId,
                    call.MayHaveBeenApplied
                );
            }
        }
        catch (Exception)
        {
            // The one who would be told is the one who failed.
        }
    }

    public static void Retrying(ILogger logger, Call call, Failure failure, TimeSpan wait)
    {
        try
        {
            Log.Retrying(logger, call.Operation.Id, call.Attempts, failure.Outcome, wait.TotalMilliseconds);
        }
        catch (Exception)
        {
            // The one who would be told is the one who failed.
        }

        try
        {
            OperationTelemetry.Retried(call.Operation, failure.Outcome);
        }
        catch (Exception)
        {
            // The one who would be told is the one who failed.
        }
    }

    public static void BudgetSpent(ILogger logger, Call call)
    {
        try
        {
            Log.RetryBudgetSpent(logger, call.Operation.Id);
        }
        catch (Exception)
        {
            // The one who would be told is the one who failed.
        }
    }

    public static void HeldBack(ILogger logger, Operation operation, TimeSpan wait)
    {
        try
        {
            Log.HeldBack(logger, operation.Id, wait.TotalMilliseconds);
        }
        catch (Exception)
        {
            // The one who would be told is the one who failed.
        }
    }

    public static void OptionsReloaded(ILogger logger)
    {
        try
        {
            Log.OptionsReloaded(logger);
        }
        catch (Exception)
        {
            // The one who would be told is the one who failed.
        }
    }

    public static void OptionsRejected(ILogger logger, string violations)
    {
        try
        {
            Log.OptionsRejected(logger, violations);
        }
        catch (Exception)
        {
            // The one who would be told is the one who failed.
        }
    }

    public static void OptionsUnknown(ILogger logger, IEnumerable<string> keys, IEnumerable<string> options)
    {
        try
        {
            Log.OptionsUnknown(logger, string.Join(", ", keys), string.Join(", ", options));
        }
        catch (Exception)
        {
            // The one who would be told is the one who failed.
        }
    }

    private static void Stopped(Call call, Activity? activity, string outcome, int? status, bool succeeded)
    {
        try
        {
            OperationTelemetry.Measure(call, outcome);
        }
        catch (Exception)
        {
            // The one who would be told is the one who failed.
        }

        try
        {
            OperationTelemetry.Stop(call, activity, outcome, status, succeeded);
        }
        catch (Exception)
        {
            // The one who would be told is the one who failed.
        }
    }
}
