using System.Globalization;

namespace WorkspaceClients.Failures;

/// <summary>One short line for an exception: what failed, how, and what to look at next.</summary>
internal static class FailureMessage
{
    private const int MaxWords = 200;

    public static string Of(Call call, Failure failure)
    {
        var message = failure.Kind switch
        {
            FailureKind.Status => OfStatus(call, failure),
            FailureKind.AttemptTimeout or FailureKind.TotalTimeout =>
                $"{call.Operation} got no complete answer within {Seconds(failure.Timeout)} ({failure.TimeoutOption}){Request(failure)}{Attempts(call)}.",
            FailureKind.Unreadable =>
                $"{call.Operation} answered {StatusText.Of(failure.StatusCode)}{Request(failure)}, but {Utf8Text.OneLine(failure.Reason, MaxWords)}.",
            _ =>
                $"{call.Operation} got no complete answer from {call.Settings.HostAndPort}{Request(failure)}: {failure.Reason}{Attempts(call)}.",
        };

        return call.MayHaveBeenApplied ? message + " It may have been applied: look before you repeat it." : message;
    }

    private static string OfStatus(Call call, Failure failure) =>
        $"{call.Operation.Id} failed with {StatusText.Of(failure.StatusCode)}{Request(failure)}{Attempts(call)}{Redirect(failure)}{Foreign(failure)}{Words(failure)}";

    private static string Redirect(Failure failure) =>
        failure.Location is { } location ? $"; it redirects to {Utf8Text.OneLine(location, MaxWords)}, and redirects are not followed" : "";

    private static string Foreign(Failure failure) =>
        failure.IsForeign ? "; something other than the service seems to have answered: check the base address and proxies" : "";

    /// <summary>What the service says. A detail that is raw JSON may hold what the caller sent, so only words are repeated.</summary>
    private static string Words(Failure failure) =>
        failure.Error is { HasWords: true, Detail: { Length: > 0 } words } ? ": " + Utf8Text.OneLine(words, MaxWords) : ".";

    private static string Request(Failure failure) =>
        failure.RequestId is null ? "" : $" (request {Utf8Text.OneLine(failure.RequestId, MaxWords)})";

    private static string Attempts(Call call) =>
        call.Attempts > 1 ? string.Create(CultureInfo.InvariantCulture, $" after {call.Attempts} attempts") : "";

    private static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.###} s");
}
