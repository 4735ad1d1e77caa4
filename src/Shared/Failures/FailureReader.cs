using System.Net;
using System.Security.Authentication;
using System.Text;

namespace WorkspaceClients.Failures;

/// <summary>Says what an answer, or an exception in its place, means for the attempt.</summary>
internal static class FailureReader
{
    private const int MaxBodyBytes = 8 * 1024;

    public static Failure FromStatus(HttpResponseMessage response, ReadOnlyMemory<byte> body, Call call)
    {
        var headers = ResponseHeaders.Of(response, call.Secrets);
        var error = ErrorReader.Read(body).Redact(call.Secrets);
        return new Failure(FailureKind.Status)
        {
            StatusCode = response.StatusCode,
            RequestId = headers.RequestId ?? error.RequestId,
            RateLimit = headers.RateLimit,
            RetryAfter = headers.RetryAfter(call.Settings.TimeProvider),
            Location = (int)response.StatusCode is >= 300 and < 400 ? headers.Location : null,
            Error = error,
            ResponseBody = Excerpt(body.Span, call.Secrets),
            IsForeign = ResponseReader.IsForeign(body.Span) || IsUnknownPath(response.StatusCode, error),
        };
    }

    public static Failure Unreadable(HttpResponseMessage response, Secrets secrets, string reason) =>
        new(FailureKind.Unreadable)
        {
            StatusCode = response.StatusCode,
            RequestId = ResponseHeaders.Of(response, secrets).RequestId,
            Reason = secrets.Redact(reason),
        };

    public static Failure CutShort(HttpResponseMessage response, Secrets secrets) =>
        new(FailureKind.BrokenOff) { RequestId = ResponseHeaders.Of(response, secrets).RequestId, Reason = "the answer broke off" };

    public static Failure FromTimeout(Call call) =>
        call.IsLastChance
            ? new Failure(FailureKind.TotalTimeout) { Timeout = call.TotalTimeout, TimeoutOption = call.TotalTimeoutOption }
            : new Failure(FailureKind.AttemptTimeout)
            {
                Timeout = call.Settings.AttemptTimeout,
                TimeoutOption = Product.OptionsName + ".AttemptTimeout",
            };

    public static Failure FromDisposal() =>
        new(FailureKind.Disposed)
        {
            MayHaveBeenSent = false,
            Reason = "the client was disposed during the call",
            Cause = new ObjectDisposedException(Product.ClientType.FullName),
        };

    /// <summary>The host's factory made no client, so nothing was sent.</summary>
    public static Failure FromMissingClient(Exception exception, Secrets secrets) =>
        new(FailureKind.Unexpected)
        {
            Reason = $"the HTTP client could not be created ({exception.GetType().Name})",
            Cause = secrets.Redact(exception),
        };

    /// <summary>An exception of the HttpClient or of a handler, when neither the caller nor our own time limit was its cause.</summary>
    public static Failure FromException(Exception exception, HttpMessageInvoker connections, Secrets secrets)
    {
        if (connections is HttpClient client && IsClientTimeout(exception))
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
        return new Failure(kind) { Reason = reason, Cause = secrets.Redact(exception) };
    }

    /// <summary>An exception while the body was read: whatever it is, the answer did not arrive whole.</summary>
    public static Failure FromBrokenBody(Exception exception, HttpMessageInvoker connections, Secrets secrets) =>
        IsClientTimeout(exception)
            ? FromException(exception, connections, secrets)
            : new Failure(FailureKind.BrokenOff) { Reason = "the answer broke off", Cause = secrets.Redact(exception) };

    /// <summary>The service says what it did not find. A path that a server does not have is told in no words, or in these.</summary>
    private static bool IsUnknownPath(HttpStatusCode status, ServiceError error) =>
        status == HttpStatusCode.NotFound && (error.Detail is null or "Not Found");

    private static (FailureKind Kind, string Reason) FromHttpError(HttpRequestException exception) =>
        exception.HttpRequestError switch
        {
            HttpRequestError.NameResolutionError => (FailureKind.NotConnected, "the name could not be resolved"),
            HttpRequestError.ConnectionError => (FailureKind.NotConnected, "the connection could not be established"),
            HttpRequestError.ProxyTunnelError => (FailureKind.NotConnected, "the proxy opened no tunnel"),
            HttpRequestError.SecureConnectionError => FromHandshake(Cause<AuthenticationException>(exception)),
            HttpRequestError.InvalidResponse => (FailureKind.BrokenOff, "the answer is not HTTP"),
            _ => (FailureKind.BrokenOff, "the connection broke off"),
        };

    /// <summary>The framework tells these apart only in the words of its message, which are the same in every culture.</summary>
    private static (FailureKind Kind, string Reason) FromHandshake(AuthenticationException? cause) =>
        cause switch
        {
            null => (FailureKind.NotConnected, "the TLS handshake broke off"),
            _ when cause.Message.Contains("certificate", StringComparison.OrdinalIgnoreCase) => (
                FailureKind.Untrusted,
                "the server's certificate is not trusted"
            ),
            _ when cause.Message.Contains("frame", StringComparison.OrdinalIgnoreCase) => (
                FailureKind.NotConnected,
                "the server does not speak TLS, which https needs"
            ),
            _ => (FailureKind.NotConnected, "the server refused the TLS handshake"),
        };

    private static TException? Cause<TException>(Exception? exception)
        where TException : Exception
    {
        while (exception is not null and not TException)
        {
            exception = exception.InnerException;
        }

        return exception as TException;
    }

    /// <summary>HttpClient.Timeout wraps the cancellation that it caused; a connect timeout does not.</summary>
    private static bool IsClientTimeout(Exception exception) =>
        exception is OperationCanceledException { InnerException: TimeoutException { InnerException: OperationCanceledException } };

    private static string? Excerpt(ReadOnlySpan<byte> body, Secrets secrets) =>
        // The secrets are struck before any cut, so that the cut leaves no part of one.
        body.IsEmpty
            ? null
            : Utf8Text.CutToBytes(secrets.Redact(Encoding.UTF8.GetString(body)), MaxBodyBytes);
}
