using System.Globalization;
using System.Net;
using System.Text;

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
                $"{call.Operation} answered {Status(failure.StatusCode)}{Request(failure)}, but {Utf8Text.OneLine(failure.Reason, MaxWords)}.",
            _ =>
                $"{call.Operation} got no complete answer from {call.Settings.HostAndPort}{Request(failure)}: {failure.Reason}{Attempts(call)}.",
        };

        return call.MayHaveBeenApplied ? message + " It may have been applied: look before you repeat it." : message;
    }

    private static string OfStatus(Call call, Failure failure)
    {
        var message = $"{call.Operation} failed with {Status(failure.StatusCode)}{Request(failure)}{Attempts(call)}";
        if (failure.Location is not null && (int)failure.StatusCode is >= 300 and < 400)
        {
            message += $"; it redirects to {Utf8Text.OneLine(failure.Location, MaxWords)}, and redirects are not followed";
        }

        if (failure.IsForeign)
        {
            message += "; something other than the service seems to have answered: check the base address and proxies";
        }

        // A detail that is raw JSON may hold what the caller sent, so only words are repeated here.
        return failure.Error is { HasWords: true, Detail: { Length: > 0 } words }
            ? $"{message}: {Utf8Text.OneLine(words, MaxWords)}"
            : message + ".";
    }

    private static string Status(HttpStatusCode status) =>
        Enum.IsDefined(status) ? $"{status:D} {Spaced(status.ToString())}" : status.ToString("D");

    /// <summary>The words of a name that is written as one, as in "Not Found".</summary>
    private static string Spaced(string name)
    {
        var words = new StringBuilder(name);
        for (var i = name.Length - 1; i > 0; i--)
        {
            if (char.IsUpper(name[i]) && char.IsLower(name[i - 1]))
            {
                words.Insert(i, ' ');
            }
        }

        return words.ToString();
    }

    private static string Request(Failure failure) =>
        failure.RequestId is null ? "" : $" (request {Utf8Text.OneLine(failure.RequestId, MaxWords)})";

    private static string Attempts(Call call) =>
        call.Attempts > 1 ? string.Create(CultureInfo.InvariantCulture, $" after {call.Attempts} attempts") : "";

    private static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.###} s");
}
