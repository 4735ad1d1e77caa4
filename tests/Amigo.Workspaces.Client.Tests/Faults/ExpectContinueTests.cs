using Amigo.Workspaces.Client.Tests.Behaviour;
using Amigo.Workspaces.Client.Tests.Support;

namespace Amigo.Workspaces.Client.Tests.Faults;

/// <summary>
/// With Expect: 100-continue the headers go ahead of the body: a service may act on them alone, and the framework sends again by itself what was
/// not continued.
/// </summary>
public sealed class ExpectContinueTests : IAsyncDisposable
{
    private readonly RawServer _server;
    private int _deliveries;
    private int _expecting;

    public ExpectContinueTests() => _server = RawServer.Start(ServeAsync);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Writes => [.. OperationCall.All.Where(call => call.IsWrite).Select(call => call.Id)];

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task A_write_is_sent_whole_although_a_handler_of_the_host_would_have_its_headers_go_ahead(string operation)
    {
        using var made = MadeClient.From(ClientSource.RegisteredWithHandler, _server.BaseAddress, handler: () => new Expecting());

        var failure = await FailAsync(operation, made.Client);

        _deliveries.Should().Be(failure.Attempts);
        _expecting.Should().Be(0);
    }

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task Where_the_callers_client_has_the_headers_go_ahead_a_write_may_have_been_applied(string operation)
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.ExpectContinue = true;
        using var client = new WorkspacesClient(http, Given.Options(_server.BaseAddress));

        await FailAsync(operation, client);
    }

    private static async Task<WorkspacesException> FailAsync(string operation, WorkspacesClient client)
    {
        var call = OperationCall.Of(operation);
        var calling = () => call.Plain(client, null, Cancellation);

        var failure = (await calling.Should().ThrowAsync<WorkspacesConnectionException>()).Which;

        (failure.Attempts, failure.MayHaveBeenApplied).Should().Be((call.IsUnsafe ? 1 : 3, true));
        return failure;
    }

    /// <summary>Closes the connection when it has read the headers.</summary>
    private async Task ServeAsync(RawConnection connection)
    {
        var head = "";
        while (!head.Contains("\r\n\r\n", StringComparison.Ordinal))
        {
            head += await connection.ReadTextAsync();
        }

        Interlocked.Increment(ref _deliveries);
        if (head.Contains("Expect:", StringComparison.OrdinalIgnoreCase))
        {
            Interlocked.Increment(ref _expecting);
        }
    }

    private sealed class Expecting : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.ExpectContinue = true;
            return base.SendAsync(request, cancellationToken);
        }
    }
}
