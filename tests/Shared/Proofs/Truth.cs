namespace WorkspaceClients.Tests.Proofs;

/// <summary>How a call must end, by the rules that users read and without a look at the client's code.</summary>
/// <param name="Attempts">How many attempts it takes.</param>
/// <param name="Kind">The kind of its exception; <see langword="null" /> when it succeeds.</param>
/// <param name="MayHaveBeenApplied">What the exception says.</param>
/// <param name="RetryAfter">What the exception passes on.</param>
public sealed record Truth(int Attempts, string? Kind, bool MayHaveBeenApplied, TimeSpan? RetryAfter)
{
    /// <param name="operation">What is called.</param>
    /// <param name="endings">How its attempts end, should there be as many.</param>
    /// <param name="maxRetries">How many may follow the first.</param>
    /// <param name="options">The limits.</param>
    /// <param name="waits">How long the client waited before each further attempt: random, so only their bounds are known.</param>
    public static Truth Of(
        ProvenOperation operation,
        IReadOnlyList<AttemptEnding> endings,
        int maxRetries,
        ProvenOptions options,
        IReadOnlyList<TimeSpan> waits
    )
    {
        var unknown = false;
        var remaining = options.TotalTimeout;
        for (var attempt = 1; ; attempt++)
        {
            var ending = endings[attempt - 1];
            var isLast = ending is { Stalls: true, Kind: "Timeout" } && remaining <= options.AttemptTimeout;
            remaining -= ending.Stalls ? Least(options.AttemptTimeout, remaining) : TimeSpan.Zero;
            unknown |= operation.IsWrite && ending.Meaning is Meaning.Lost or Meaning.Unclear;
            var helps = ending.Meaning is Meaning.NotDone || (ending.Meaning is Meaning.Lost && operation.MayRepeat);
            if (!helps || isLast || attempt > maxRetries || ending.RetryAfter > ProvenOptions.MaxDelay || ending.RetryAfter >= remaining)
            {
                return new Truth(attempt, ending.Kind, unknown && ending.Kind is not null, ending.RetryAfter);
            }

            remaining -= waits.ElementAtOrDefault(attempt - 1);
        }
    }

    /// <summary>The bounds of the wait after an attempt: what the service asked for, and a random part of the doubled base delay above it.</summary>
    public static bool IsWait(TimeSpan wait, int attempt, AttemptEnding ending, ProvenOptions options)
    {
        var floor = ending.RetryAfter ?? TimeSpan.Zero;
        return wait >= floor && wait <= floor + options.BaseDelay * Math.Pow(2, attempt - 1) && wait <= ProvenOptions.MaxDelay;
    }

    private static TimeSpan Least(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
