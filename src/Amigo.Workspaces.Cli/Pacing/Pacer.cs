using System.Globalization;
using System.Net;
using System.Runtime.ExceptionServices;
using Amigo.Workspaces.Cli.Output;
using Amigo.Workspaces.Client;

namespace Amigo.Workspaces.Cli.Pacing;

/// <summary>
/// Lets a command that sends many requests keep to the rate limit: it waits when the service says that nothing is left or asks for a wait,
/// says so, and goes on. One pacer serves all that a command does at once.
/// </summary>
/// <param name="terminal">Where to say that it waits.</param>
/// <param name="time">Times the waits.</param>
/// <param name="maxWait">How long a request may wait in all before it is given up.</param>
internal sealed class Pacer(Terminal terminal, TimeProvider time, TimeSpan maxWait)
{
    private static readonly TimeSpan FirstGuess = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestGuess = TimeSpan.FromSeconds(30);

    private readonly Lock _gate = new();
    private DateTimeOffset _closedUntil = DateTimeOffset.MinValue;

    /// <summary>Does some work, and does it again after a wait for as long as the service asks for one.</summary>
    /// <param name="work">Sends requests; a write comes last, since all is repeated.</param>
    /// <param name="cancellationToken">Ends the work and the waits.</param>
    /// <exception cref="WorkspacesApiException">The work failed, or the wait would be longer than allowed.</exception>
    public async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        var waited = TimeSpan.Zero;
        while (true)
        {
            try
            {
                await WaitAsync(cancellationToken);
                return await work(cancellationToken);
            }
            catch (WorkspacesApiException failure) when (AsksToWait(failure))
            {
                waited = Hold(failure, waited);
            }
        }
    }

    /// <summary>Takes note of what is left of the rate limit.</summary>
    public T Learn<T>(ApiResponse<T> answer)
    {
        if (answer.RateLimit is { Remaining: <= 0, Reset: { } reset } && reset - ServiceTime(answer) is var wait && wait <= maxWait)
        {
            Close(wait);
        }

        return answer.Value;
    }

    /// <summary>Whether a failure is only a matter of time. Nothing that may have been done is done again.</summary>
    public static bool AsksToWait(WorkspacesApiException failure) =>
        !failure.MayHaveBeenApplied
        && (
            failure.StatusCode == HttpStatusCode.TooManyRequests
            || failure is { StatusCode: HttpStatusCode.ServiceUnavailable, RetryAfter: not null }
        );

    /// <summary>Holds everything back for as long as a failure asks for.</summary>
    /// <param name="failure">One that <see cref="AsksToWait" />.</param>
    /// <param name="waited">How long this request has been waiting.</param>
    /// <returns>How long it will have been waiting.</returns>
    /// <exception cref="WorkspacesApiException">That is longer than allowed.</exception>
    public TimeSpan Hold(WorkspacesApiException failure, TimeSpan waited)
    {
        var wait = failure.RetryAfter ?? Guess(failure, waited);
        if (waited + wait > maxWait)
        {
            ExceptionDispatchInfo.Throw(failure);
        }

        Close(wait);
        return waited + wait;
    }

    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        while (Remaining() is { Ticks: > 0 } remaining)
        {
            await Task.Delay(remaining, time, cancellationToken);
        }
    }

    private TimeSpan Guess(WorkspacesApiException failure, TimeSpan waited)
    {
        var toReset = failure.RateLimit?.Reset - time.GetUtcNow();
        return toReset > TimeSpan.Zero && waited + toReset <= maxWait ? toReset.Value
            : waited < FirstGuess ? FirstGuess
            : waited < LongestGuess ? waited
            : LongestGuess;
    }

    // The service's own clock, since this machine's may be wrong.
    private DateTimeOffset ServiceTime<T>(ApiResponse<T> answer) =>
        answer.Headers.TryGetValue("Date", out var values)
        && DateTimeOffset.TryParse(values[0], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var there)
            ? there
            : time.GetUtcNow();

    private TimeSpan Remaining()
    {
        lock (_gate)
        {
            return _closedUntil - time.GetUtcNow();
        }
    }

    private void Close(TimeSpan wait)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            var isNews = _closedUntil <= now && wait > TimeSpan.Zero;
            _closedUntil = now + wait > _closedUntil ? now + wait : _closedUntil;
            if (isNews)
            {
                terminal.Note(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"Waiting {Math.Ceiling(wait.TotalSeconds)} s for the rate limit, which all keys of the organization share."
                    )
                );
            }
        }
    }
}
