using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace WorkspaceClients.Retries;

/// <summary>Tries a failed call again, within the client's budget. Polly loops and waits by the one decision that each attempt ends with.</summary>
internal sealed class RetryLoop
{
    private readonly RetryBudget _budget;
    private readonly ILogger _logger;
    private readonly ResiliencePipeline _pipeline;

    public RetryLoop(TimeProvider timeProvider, RetryBudget budget, ILogger logger)
    {
        _budget = budget;
        _logger = logger;
        _pipeline = new ResiliencePipelineBuilder { TimeProvider = timeProvider }
            .AddRetry(
                new RetryStrategyOptions
                {
                    // The number of retries can differ from call to call, so the decision counts.
                    MaxRetryAttempts = int.MaxValue,
                    ShouldHandle = static step => ValueTask.FromResult(step.Outcome.Result is Step { Wait: not null }),
                    DelayGenerator = static step => ValueTask.FromResult(((Step)step.Outcome.Result!).Wait),
                }
            )
            .Build();
    }

    /// <summary>Goes on after a first attempt that failed: attempt, decide, wait, until an attempt succeeds or the decision is to stop.</summary>
    /// <param name="call">The call.</param>
    /// <param name="first">How its first attempt ended.</param>
    /// <param name="attempt">Makes one more attempt.</param>
    /// <param name="disposal">Interrupts a wait when the client is disposed.</param>
    public async ValueTask<AttemptOutcome<T>> ContinueAsync<T>(
        Call call,
        AttemptOutcome<T> first,
        Func<Call, ValueTask<AttemptOutcome<T>>> attempt,
        CancellationToken disposal
    )
        where T : class
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(call.CancellationToken, disposal);
        AttemptOutcome<T>? made = first;
        var last = await _pipeline
            .ExecuteAsync(
                async _ =>
                {
                    var outcome = made ?? await attempt(call).ConfigureAwait(false);
                    made = null;
                    return new Step<T>(outcome, Decide(call, outcome.Failure));
                },
                stop.Token
            )
            .ConfigureAwait(false);
        return last.Outcome;
    }

    /// <summary>How long to wait before one more attempt; <see langword="null" /> when the outcome stands.</summary>
    private TimeSpan? Decide(Call call, Failure? failure)
    {
        if (failure is null || !RetryRules.IsRetryable(call.Operation, failure) || call.Attempts > call.MaxRetries)
        {
            return null;
        }

        var settings = call.Settings;
        var backoff = RetryRules.Jitter(call.Attempts - 1, settings.RetryBaseDelay, settings.MaxRetryDelay);
        if (RetryRules.Wait(backoff, failure.RetryAfter, settings.MaxRetryDelay, call.Remaining) is not { } wait)
        {
            return null;
        }

        if (!_budget.TryTake())
        {
            Report.BudgetSpent(_logger, call);
            return null;
        }

        Report.Retrying(_logger, call, failure, wait);
        return wait;
    }

    /// <summary>An attempt and what was decided after it.</summary>
    private abstract class Step(TimeSpan? wait)
    {
        public TimeSpan? Wait { get; } = wait;
    }

    private sealed class Step<T>(AttemptOutcome<T> outcome, TimeSpan? wait) : Step(wait)
        where T : class
    {
        public AttemptOutcome<T> Outcome { get; } = outcome;
    }
}
