using System.Net;
using System.Security.Authentication;
using System.Text;

namespace WorkspaceClients.Failures;

/// <summary>Says what an answer, or an exception in its place, means for the attempt.</summary>
internal static class FailureReader
{
    private const int MaxBodyBytes = 8 * 1024;

    public static Failure FromStatus(
        HttpStatusCode status,
        ResponseHeaders headers,
        ReadOnlyMemory<byte> body,
        ApiKey key,
        TimeProvider time
    )
    {
        var error = ErrorReader.Read(body).Redact(key);
        return new Failure(FailureKind.Status)
        {
            StatusCode = status,
            RequestId = headers.RequestId ?? error.RequestId,
            RateLimit = headers.RateLimit,
            RetryAfter = headers.RetryAfter(time),
            Location = headers.Location,
            Error = error,
            ResponseBody = Excerpt(body.Span, key),
        };
    }

    public static Failure Unreadable(HttpStatusCode status, ResponseHeaders headers, string reason, ApiKey key) =>
        new(FailureKind.Unreadable)
        {
            StatusCode = status,
            RequestId = headers.RequestId,
            Reason = key.Redact(reason),
        };

    public static Failure FromTimeout(Call call) =>
        call.IsLastChance
            ? new Failure(FailureKind.TotalTimeout)
            {
                MayHaveBeenSent = call.MayHaveSent,
                Timeout = call.TotalTimeout,
                TimeoutOption = call.Options?.Timeout is null ? Product.OptionsName + ".TotalTimeout" : "RequestOptions.Timeout",
            }
            : new Failure(FailureKind.AttemptTimeout)
            {
                MayHaveBeenSent = call.MayHaveSent,
                Timeout = call.Settings.AttemptTimeout,
                TimeoutOption = Product.OptionsName + ".AttemptTimeout",
            };

    /// <summary>An exception of the HttpClient or of a handler, when neither the caller nor our own time limit was its cause.</summary>
    public static Failure FromException(Exception exception, HttpClient client, ApiKey key)
    {
        if (IsClientTimeout(exception))
        {
            return new Failure(FailureKind.AttemptTimeout) { Timeout = client.Timeout, TimeoutOption = "HttpClient.Timeout" };
        }

        var (kind, reason) = exception switch
        {
            HttpRequestException http => FromHttpError(http),
            IOException or InvalidDataException => (FailureKind.BrokenOff, "the answer broke off"),
            // Such as the ConnectTimeout of the caller's own handler, which leaves nothing better to go by.
            OperationCanceledException { InnerException: TimeoutException } => (FailureKind.BrokenOff, "a handler's time limit passed"),
            _ => (FailureKind.Unexpected, $"a handler failed with {exception.GetType().Name}"),
        };
        return new Failure(kind) { Reason = reason, Cause = key.Redact(exception) };
    }

    /// <summary>An exception while the body was read: whatever it is, the answer did not arrive whole.</summary>
    public static Failure FromBrokenBody(Exception exception, HttpClient client, ApiKey key) =>
        FromException(exception, client, key) is { Kind: FailureKind.AttemptTimeout } timeout
            ? timeout
            : new Failure(FailureKind.BrokenOff) { Reason = "the answer broke off", Cause = key.Redact(exception) };

    private static (FailureKind Kind, string Reason) FromHttpError(HttpRequestException exception) =>
        exception.HttpRequestError switch
        {
            HttpRequestError.NameResolutionError => (FailureKind.NotSent, "the name could not be resolved"),
            HttpRequestError.ConnectionError => (FailureKind.NotSent, "the connection could not be made"),
            HttpRequestError.ProxyTunnelError => (FailureKind.NotSent, "the proxy made no tunnel"),
            HttpRequestError.SecureConnectionError when HasCause<AuthenticationException>(exception) => (
                FailureKind.Untrusted,
                "the server's certificate is not trusted"
            ),
            HttpRequestError.SecureConnectionError => (FailureKind.NotSent, "the TLS handshake broke off"),
            HttpRequestError.InvalidResponse => (FailureKind.BrokenOff, "the answer is not HTTP"),
            _ => (FailureKind.BrokenOff, "the connection broke off"),
        };

    private static bool HasCause<TException>(Exception? exception)
        where TException : Exception
    {
        while (exception is not null and not TException)
        {
            exception = exception.InnerException;
        }

        return exception is not null;
    }

    /// <summary>HttpClient.Timeout wraps the cancellation that it caused; a connect timeout does not.</summary>
    private static bool IsClientTimeout(Exception exception) =>
        exception is OperationCanceledException { InnerException: TimeoutException { InnerException: OperationCanceledException } };

    private static string? Excerpt(ReadOnlySpan<byte> body, ApiKey key)
    {
        if (body.IsEmpty)
        {
            return null;
        }

        // The key is struck before any cut, so that the cut leaves no part of one.
        return Utf8Text.CutToBytes(key.Redact(Encoding.UTF8.GetString(body)), MaxBodyBytes);
    }
}
