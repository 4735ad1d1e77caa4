using System.Security.Authentication;

namespace Amigo.Workspaces.Client.Tests.Failures;

public class FailureReaderTests
{
    public static TheoryData<string, string> Reasons =>
        new()
        {
            { "NameResolutionError", "the name could not be resolved" },
            { "ConnectionError", "the connection could not be established" },
            { "ProxyTunnelError", "the proxy opened no tunnel" },
            { "SecureConnectionError", "the TLS handshake broke off" },
            { "InvalidResponse", "the answer is not HTTP" },
            { "ResponseEnded", "the connection broke off" },
            { "Unknown", "the connection broke off" },
        };

    [Theory]
    [MemberData(nameof(Reasons))]
    public void Why_no_answer_came_is_told_in_words(string error, string reason) =>
        ReasonOf(new HttpRequestException(Enum.Parse<HttpRequestError>(error))).Should().Be(reason);

    [Fact]
    public void A_certificate_that_is_not_trusted_is_told_from_a_handshake_that_broke_off() =>
        ReasonOf(
                new HttpRequestException(
                    HttpRequestError.SecureConnectionError,
                    inner: new IOException("", new AuthenticationException("The remote certificate is invalid."))
                )
            )
            .Should()
            .Be("the server's certificate is not trusted");

    [Fact]
    public void What_is_not_of_HTTP_is_told_by_its_kind()
    {
        ReasonOf(new IOException()).Should().Be("the answer broke off");
        ReasonOf(new InvalidDataException()).Should().Be("the answer broke off");
        ReasonOf(new OperationCanceledException("", new TimeoutException())).Should().Be("a handler's time limit passed");
        ReasonOf(new NotSupportedException()).Should().Be("a handler failed with NotSupportedException");
    }

    [Fact]
    public void Whatever_interrupts_a_body_the_answer_broke_off()
    {
        using var client = new HttpClient();

        FailureReader.FromBrokenBody(new NotSupportedException(), client, Secrets.None).Reason.Should().Be("the answer broke off");
    }

    private static string ReasonOf(Exception exception)
    {
        using var client = new HttpClient();
        return FailureReader.FromException(exception, client, Secrets.None).Reason;
    }
}
