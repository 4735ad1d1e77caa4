using System.Net;
using Amigo.Workspaces.Client.Tests.Behaviour;
using Amigo.Workspaces.Client.Tests.Support;

namespace Amigo.Workspaces.Client.Tests.Faults;

/// <summary>What a handler of the host says of a connection proves nothing: it may have failed after the service had answered.</summary>
public class HostHandlerFailureTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string, ClientSource, HttpRequestError> EveryUnsafeWrite =>
        [
            .. from call in OperationCall.All
            where call.IsUnsafe
            from source in new[] { ClientSource.RegisteredWithHandler, ClientSource.GivenWithHandler }
            from error in new[]
            {
                HttpRequestError.ConnectionError,
                HttpRequestError.NameResolutionError,
                HttpRequestError.SecureConnectionError,
                HttpRequestError.ProxyTunnelError,
            }
            select (call.Id, source, error),
        ];

    [Theory]
    [MemberData(nameof(EveryUnsafeWrite))]
    public async Task An_audit_that_cannot_connect_after_the_answer_is_no_reason_to_send_again(
        string operation,
        ClientSource source,
        HttpRequestError error
    )
    {
        var call = OperationCall.Of(operation);
        await using var server = await StubServer.StartAsync(call.Status, call.Answer);
        using var made = MadeClient.From(
            source,
            server.BaseAddress,
            handler: () => new FailingAfterTheAnswer(new HttpRequestException(error))
        );

        var failure = await FailAsync(call, made.Client);

        server.Requests.Should().ContainSingle();
        (failure.Attempts, failure.MayHaveBeenApplied).Should().Be((1, true));
    }

    [Theory]
    [InlineData(ClientSource.RegisteredWithHandler)]
    [InlineData(ClientSource.GivenWithHandler)]
    public async Task A_handler_that_sends_a_copy_and_then_fails_to_connect_is_no_reason_to_send_again(ClientSource source)
    {
        var create = OperationCall.Of("create-my-workspace");
        await using var server = await StubServer.StartAsync(create.Status, create.Answer);
        using var made = MadeClient.From(source, server.BaseAddress, handler: () => new SendingACopyFirst());

        var failure = await FailAsync(create, made.Client);

        server.Requests.Should().ContainSingle();
        (failure.Attempts, failure.MayHaveBeenApplied).Should().Be((1, true));
    }

    [Fact]
    public async Task A_connection_that_is_refused_below_a_registered_clients_handlers_is_tried_again()
    {
        using var made = MadeClient.From(ClientSource.RegisteredWithHandler, new Uri("http://127.0.0.1:1"));

        foreach (var call in OperationCall.All)
        {
            var failure = await FailAsync(call, made.Client);

            (failure.Attempts, failure.MayHaveBeenApplied).Should().Be((3, false), "nothing was sent of {0}", call.Id);
        }
    }

    [Fact]
    public async Task A_connection_that_is_refused_below_a_handler_of_the_callers_own_client_proves_nothing()
    {
        using var made = MadeClient.From(ClientSource.GivenWithHandler, new Uri("http://127.0.0.1:1"));

        foreach (var call in OperationCall.All)
        {
            var failure = await FailAsync(call, made.Client);

            (failure.Attempts, failure.MayHaveBeenApplied).Should().Be((call.IsUnsafe ? 1 : 3, call.IsWrite), call.Id);
        }
    }

    private static async Task<WorkspacesException> FailAsync(OperationCall call, WorkspacesClient client)
    {
        var calling = () => call.Plain(client, null, Cancellation);
        return (await calling.Should().ThrowAsync<WorkspacesConnectionException>()).Which;
    }

    private sealed class FailingAfterTheAnswer(Exception failure) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            using var response = await base.SendAsync(request, cancellationToken);
            throw failure;
        }
    }

    /// <summary>As a handler does that retries or mirrors, and then finds its second service gone.</summary>
    private sealed class SendingACopyFirst : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            using var copy = new HttpRequestMessage(request.Method, request.RequestUri);
            copy.Content = new ByteArrayContent(await request.Content!.ReadAsByteArrayAsync(cancellationToken));
            using var response = await base.SendAsync(copy, cancellationToken);
            response.StatusCode.Should().Be(HttpStatusCode.Created);
            request.RequestUri = new Uri("http://127.0.0.1:1");
            return await base.SendAsync(request, cancellationToken);
        }
    }
}
