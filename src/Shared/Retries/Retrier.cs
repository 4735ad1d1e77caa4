using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace WorkspaceClients.Retries;

/// <summary>Tries a failed call again, by the rules, within the client's budget. Polly waits and repeats; the rules decide.</summary>
internal sealed class Retrier
{
    private readonly RetryBudget _budget;
    private readonly ILogger _logger;
    private readonly ResiliencePipeline _pipeline;

    public Retrier(TimeProvider timeProvider, RetryBudget budget, ILogger logger)
    {
        _budget = budget;
        _logger = logger;
        _pipeline = Build(timeProvider);
    }

    /// <summary>Goes on after a first attempt that failed.</summary>
    /// <param name="call">The call, which knows how the attempt failed.</param>
    /// <param name="attempt">Makes one more attempt; <see langword="null" /> when it failed.</param>
    /// <param name="clientEnds">Cuts a wait short when the client is disposed of.</param>
    /// <returns>The answer, or <see langword="null" /> when the last failure stands.</returns>
    public async ValueTask<T?> RetryAsync<T>(Call call, Func<Call, ValueTask<T?>> attempt, CancellationToken clientEnds)
        where T : class
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(call.CancellationToken, clientEnds);
        var context = ResilienceContextPool.Shared.Get(call.Operation.Id, continueOnCapturedContext: false, stop.Token);
        context.Properties.Set(ContextKeys.Call, call);
        try
        {
            var isFirst = true;
            var outcome = await _pipeline
                .ExecuteOutcomeAsync(
                    async (_, call) =>
                    {
                        // The attempt that failed before Polly came in is its first result.
                        var result = isFirst ? null : await attempt(call).ConfigureAwait(false);
                        isFirst = false;
                        return Outcome.FromResult(result);
                    },
                    context,
                    call
                )
                .ConfigureAwait(false);

            outcome.ThrowIfException();
            return outcome.Result;
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private ResiliencePipeline Build(TimeProvider timeProvider) =>
        new ResiliencePipelineBuilder { TimeProvider = timeProvider }
            .AddRetry(
                new RetryStrategyOptions
                {
                    // The number of retries can differ from call to call, so the rules count.
                    MaxRetryAttempts = int.MaxValue,
                    ShouldHandle = arguments =>
                        ValueTask.FromResult(arguments.Outcome is { Exception: null, Result: null } && TryPlan(CallOf(arguments.Context))),
                    DelayGenerator = arguments => ValueTask.FromResult<TimeSpan?>(CallOf(arguments.Context).Wait),
                    OnRetry = arguments =>
                    {
                        Report(CallOf(arguments.Context));
                        return ValueTask.CompletedTask;
                    },
                }
            )
            .Build();

    private static Call CallOf(ResilienceContext context) => context.Properties.GetValue(ContextKeys.Call, null!);

    private bool TryPlan(Call call)
    {
        var failure = call.Failure!;
        if (!RetryRules.IsRetryable(call.Operation, failure) || call.Attempts > call.MaxRetries)
        {
            return false;
        }

        var settings = call.Settings;
        // The jitter spreads clients out; nothing secret depends on it.
#pragma warning disable CA5394
        var backoff = RetryRules.Backoff(call.Attempts - 1, settings.RetryBaseDelay, settings.MaxRetryDelay, Random.Shared.NextDouble());
#pragma warning restore CA5394
        if (RetryRules.Wait(backoff, failure.RetryAfter, settings.MaxRetryDelay, call.Remaining) is not { } wait)
        {
            return false;
        }

        call.Wait = wait;
        if (_budget.TryTake())
        {
            return true;
        }

        Log.RetryBudgetSpent(_logger, call.Operation.Id);
        return false;
    }

    private void Report(Call call)
    {
        var outcome = call.Failure!.Outcome;
        Log.Retrying(_logger, call.Operation.Id, call.Attempts, outcome, call.Wait.TotalMilliseconds);
        OperationTelemetry.Retried(call.Operation, outcome);
    }

    /// <summary>A struct of Polly's in a static field here would load Polly as soon as a transport mentions this class.</summary>
    private static class ContextKeys
    {
        public static readonly ResiliencePropertyKey<Call> Call = new("call");
    }
}
