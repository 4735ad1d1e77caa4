using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using static WorkspaceClients.Tests.Proofs.Meaning;

namespace WorkspaceClients.Tests.Proofs;

/// <summary>
/// Every end of an attempt that the rules tell apart, each in one sample: 502 and 504 are like 500. The fault matrix has the other samples.
/// </summary>
public static class AttemptEndings
{
    private const string Connection = "Connection";
    private const string Response = "Response";
    private const string Timeout = "Timeout";

    public static IReadOnlyList<AttemptEnding> All { get; } =
    [
        Answer("answered", Answered, null, exchange => new StringContent(exchange.Answer)),
        Status(301, Refused, "Api"),
        Status(303, Unclear, "Api"),
        Status(400, Refused, "BadRequest"),
        Status(401, Refused, "Unauthorized"),
        Status(408, Lost, "Api"),
        Status(409, Refused, "Conflict"),
        Status(422, Refused, "Validation"),
        Status(429, NotDone, "RateLimit"),
        Status(429, NotDone, "RateLimit", retryAfter: 2),
        Status(429, NotDone, "RateLimit", retryAfter: 6),
        Status(500, Lost, "Server"),
        Status(501, Unclear, "Server"),
        Status(503, Lost, "Unavailable"),
        Status(503, Lost, "Unavailable", retryAfter: 2),
        Status(503, Lost, "Unavailable", retryAfter: 6),
        Status(700, Unclear, "Api"),
        Answer("422 that stalls", Refused, "Validation", exchange => new StalledContent(exchange), HttpStatusCode.UnprocessableContent) with
        {
            Stalls = true,
        },
        Answer("400 that breaks off", Refused, "BadRequest", Reset, HttpStatusCode.BadRequest),
        Answer("204", Unclear, Response, _ => new ByteArrayContent([]), HttpStatusCode.NoContent),
        Answer("not what the contract says", Unclear, Response, _ => new StringContent("{}")),
        Answer("HTML", Unclear, Response, _ => new StringContent("<html></html>")),
        Answer("half, yet whole by its length", Unclear, Response, exchange => new StringContent(exchange.Answer[..^4])),
        Answer("over 16 MB", Unclear, Response, _ => new AnnouncedContent(16 * 1024 * 1024 + 1)),
        Answer("half, without a length", Lost, Connection, exchange => new StreamedContent(exchange.Answer[..^4], ends: null)),
        Answer("reset in the body", Lost, Connection, Reset),
        Fails("certificate not trusted", Refused, () => Handshake(new AuthenticationException("The remote certificate is invalid."))),
        Fails("connection refused", NotDone, ConnectionRefused),
        Fails("handshake broken off", NotDone, () => Handshake(new IOException("Received an unexpected EOF."))),
        Fails("a handler fails before", Refused, () => new InvalidOperationException("A handler's own.")),
        FailsSent("a handler fails after", Unclear, () => new InvalidOperationException("A handler's own.")),
        FailsSent("refused, says a handler after", Lost, ConnectionRefused),
        FailsSent(
            "reset",
            Lost,
            () => new HttpRequestException(HttpRequestError.Unknown, null, new IOException("Connection reset by peer."))
        ),
        FailsSent(
            "HttpClient.Timeout",
            Lost,
            () => new TaskCanceledException("", new TimeoutException("", new TaskCanceledException()))
        ) with
        {
            Kind = Timeout,
        },
        new("stalls before sending", NotDone, Timeout, exchange => exchange.StallAsync<HttpResponseMessage>(exchange.Limit))
        {
            Sends = false,
            Stalls = true,
        },
        new("stalls after sending", Lost, Timeout, SendAndStallAsync) { Stalls = true },
        Answer("stalls in the body", Lost, Timeout, exchange => new StalledContent(exchange)) with
        {
            Stalls = true,
        },
    ];

    private static AttemptEnding Status(int status, Meaning meaning, string kind, int? retryAfter = null)
    {
        var name = status.ToString(CultureInfo.InvariantCulture) + (retryAfter is null ? "" : $" after {retryAfter} s");
        return new(
            name,
            meaning,
            kind,
            async exchange =>
            {
                await exchange.SendAsync();
                var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent("""{"detail":"no"}""") };
                if (retryAfter is { } seconds)
                {
                    response.Headers.TryAddWithoutValidation("Retry-After", seconds.ToString(CultureInfo.InvariantCulture));
                }

                return response;
            }
        )
        {
            RetryAfter = retryAfter is { } floor ? TimeSpan.FromSeconds(floor) : null,
        };
    }

    private static AttemptEnding Answer(
        string name,
        Meaning meaning,
        string? kind,
        Func<Exchange, HttpContent> body,
        HttpStatusCode status = HttpStatusCode.OK
    ) =>
        new(
            name,
            meaning,
            kind,
            async exchange =>
            {
                await exchange.SendAsync();
                return new HttpResponseMessage(status) { Content = body(exchange) };
            }
        );

    /// <summary>Fails while nobody has asked for the request's body.</summary>
    private static AttemptEnding Fails(string name, Meaning meaning, Func<Exception> failure) =>
        new(name, meaning, Connection, _ => Task.FromException<HttpResponseMessage>(failure())) { Sends = false };

    private static AttemptEnding FailsSent(string name, Meaning meaning, Func<Exception> failure) =>
        new(
            name,
            meaning,
            Connection,
            async exchange =>
            {
                await exchange.SendAsync();
                throw failure();
            }
        );

    private static HttpContent Reset(Exchange exchange) =>
        new StreamedContent(exchange.Answer[..^4], new HttpIOException(HttpRequestError.ResponseEnded, "The response ended prematurely."));

    private static HttpRequestException ConnectionRefused() =>
        new(HttpRequestError.ConnectionError, null, new SocketException((int)SocketError.ConnectionRefused));

    private static HttpRequestException Handshake(Exception cause) => new(HttpRequestError.SecureConnectionError, null, cause);

    private static async Task<HttpResponseMessage> SendAndStallAsync(Exchange exchange)
    {
        await exchange.SendAsync();
        return await exchange.StallAsync<HttpResponseMessage>(exchange.Limit);
    }

    /// <summary>A body that announces its length and never comes.</summary>
    private sealed class AnnouncedContent : ByteArrayContent
    {
        public AnnouncedContent(long length)
            : base([]) => Headers.ContentLength = length;
    }

    /// <summary>A body of no announced length.</summary>
    private sealed class StreamedContent(string body, Exception? ends) : HttpContent
    {
        protected override Task<Stream> CreateContentReadStreamAsync() =>
            Task.FromResult<Stream>(new EndingStream(Encoding.UTF8.GetBytes(body), ends));

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => throw new NotSupportedException();

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }

    private sealed class StalledContent(Exchange exchange) : HttpContent
    {
        protected override Task<Stream> CreateContentReadStreamAsync() => Task.FromResult<Stream>(new StalledStream(exchange));

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => throw new NotSupportedException();

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }

    private sealed class EndingStream(byte[] bytes, Exception? ends) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Position == Length && ends is not null ? ValueTask.FromException<int>(ends) : base.ReadAsync(buffer, cancellationToken);
    }

    private sealed class StalledStream(Exchange exchange) : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            new(exchange.StallAsync<int>(cancellationToken));
    }
}
