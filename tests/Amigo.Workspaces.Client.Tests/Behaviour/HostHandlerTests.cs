using Amigo.Workspaces.Client.Tests.Support;

namespace Amigo.Workspaces.Client.Tests.Behaviour;

/// <summary>Handlers of the host can fail in ways of their own.</summary>
public class HostHandlerTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<Exception> Failures =>
        [
            new InvalidOperationException("Mine."),
            new FormatException("Mine."),
            new UriFormatException("Mine."),
            new OperationCanceledException("Mine."),
        ];

    [Theory]
    [MemberData(nameof(Failures), DisableDiscoveryEnumeration = true)]
    public async Task A_failure_that_says_nothing_about_the_request_is_wrapped_and_not_tried_again(Exception failure)
    {
        using var http = new HttpClient(new FailingHandler(failure));
        using var client = new WorkspacesClient(http, Given.Options(new Uri("http://127.0.0.1:1")));

        foreach (var call in OperationCall.All)
        {
            var calling = () => call.Plain(client, null, Cancellation);

            var exception = (await calling.Should().ThrowAsync<WorkspacesConnectionException>()).Which;
            exception.InnerException.Should().BeSameAs(failure);
            exception.Attempts.Should().Be(1);
            exception.MayHaveBeenApplied.Should().Be(call.IsWrite);
        }
    }

    [Fact]
    public async Task A_connection_that_takes_longer_than_the_handler_allows_is_a_connection_failure()
    {
        using var http = new HttpClient(
            new SocketsHttpHandler
            {
                ConnectTimeout = TimeSpan.FromMilliseconds(20),
                ConnectCallback = async (_, token) => await new TaskCompletionSource<Stream>().Task.WaitAsync(token),
            }
        );
        using var client = new WorkspacesClient(http, Given.Options(new Uri("http://127.0.0.1:1"), options => options.MaxRetries = 1));

        foreach (var call in OperationCall.All)
        {
            var calling = () => call.Plain(client, null, Cancellation);

            var exception = (await calling.Should().ThrowAsync<WorkspacesConnectionException>()).Which;
            exception.Attempts.Should().Be(2, "of {0}, which nothing was sent of", call.Id);
            exception.MayHaveBeenApplied.Should().BeFalse();
        }
    }

    [Fact]
    public async Task An_exception_that_cannot_be_printed_is_told_by_its_kind()
    {
        using var http = new HttpClient(new FailingHandler(new UnprintableException()));
        using var client = new WorkspacesClient(http, Given.Options(new Uri("http://127.0.0.1:1")));

        foreach (var call in OperationCall.All)
        {
            var calling = () => call.Plain(client, null, Cancellation);

            var exception = (await calling.Should().ThrowAsync<WorkspacesConnectionException>()).Which;
            exception.ToString().Should().Contain(nameof(UnprintableException));
            exception.MayHaveBeenApplied.Should().Be(call.IsWrite);
        }
    }

    [Theory]
    [InlineData(ClientSource.RegisteredWithHandler)]
    [InlineData(ClientSource.GivenWithHandler)]
    public async Task A_handler_that_returns_no_response_is_said_to_have_failed(ClientSource source)
    {
        using var made = MadeClient.From(source, new Uri("http://127.0.0.1:1"), handler: () => new SilentHandler());

        var creating = () => made.Client.CreateAsync(Given.CreateRequest, null, Cancellation);

        var exception = (await creating.Should().ThrowAsync<WorkspacesConnectionException>()).Which;
        exception.InnerException.Should().BeOfType<InvalidOperationException>().Which.Message.Should().Contain("response");
        exception.MayHaveBeenApplied.Should().BeTrue();
    }

    private sealed class SilentHandler : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult<HttpResponseMessage>(null!);
    }

    private sealed class UnprintableException : Exception
    {
        public override string Message => throw new NotSupportedException();
    }

    private sealed class FailingHandler(Exception failure) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            throw failure;
    }
}
