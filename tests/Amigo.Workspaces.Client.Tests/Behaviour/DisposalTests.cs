using Amigo.Workspaces.Client.Tests.Support;

namespace Amigo.Workspaces.Client.Tests.Behaviour;

public class DisposalTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(OperationCall.Ids), MemberType = typeof(OperationCall))]
    public async Task A_new_call_is_refused(string operation)
    {
        await using var server = await StubServer.StartAsync(200, Given.WorkspaceJson);
        var client = Given.Client(server.BaseAddress);
        client.Dispose();
        client.Dispose();

        var plain = () => OperationCall.Of(operation).Plain(client, null, Cancellation);
        var raw = () => OperationCall.Of(operation).Raw(client, null, Cancellation);

        (await plain.Should().ThrowAsync<ObjectDisposedException>()).Which.ObjectName.Should().Contain(nameof(WorkspacesClient));
        await raw.Should().ThrowAsync<ObjectDisposedException>();
        server.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task An_enumeration_does_not_go_on()
    {
        await using var server = await StubServer.StartAsync(
            200,
            $$"""{"items":[{{Given.WorkspaceJson}}],"has_more":true,"continuation_token":1}"""
        );
        var client = Given.Client(server.BaseAddress);
        var list = client.ListAsync();
        await using var items = list.GetAsyncEnumerator(Cancellation);
        await items.MoveNextAsync();
        client.Dispose();

        var goingOn = () => items.MoveNextAsync().AsTask();
        var beginningAnew = () => list.GetAsyncEnumerator(Cancellation).MoveNextAsync().AsTask();
        var listing = () => client.ListAsync();

        await goingOn.Should().ThrowAsync<ObjectDisposedException>();
        await beginningAnew.Should().ThrowAsync<ObjectDisposedException>();
        listing.Should().Throw<ObjectDisposedException>();
        server.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task A_call_under_way_ends_when_the_client_owns_its_connections()
    {
        WorkspacesClient? client = null;
        await using var server = await StubServer.StartAsync(
            async (context, _) =>
            {
                client!.Dispose();
                await StubServer.StallAsync(context);
            }
        );
        // A clock that nobody moves: no time limit ends the call.
        client = Given.Client(server.BaseAddress, options => options.TimeProvider = new ManualTimeProvider());

        var getting = () => client.GetAsync(Given.WorkspaceId, null, Cancellation);

        (await getting.Should().ThrowAsync<ObjectDisposedException>()).Which.ObjectName.Should().Contain(nameof(WorkspacesClient));
        server.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task A_call_under_way_is_finished_when_the_connections_are_the_callers()
    {
        WorkspacesClient? client = null;
        await using var server = await StubServer.StartAsync(
            (context, _) =>
            {
                client!.Dispose();
                return StubServer.RespondAsync(context, 201, Given.WorkspaceJson);
            }
        );
        using var http = new HttpClient();
        client = new WorkspacesClient(http, Given.Options(server.BaseAddress));

        (await client.CreateAsync(Given.CreateRequest, null, Cancellation)).Slug.Should().Be("acme-clinic");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_call_that_waits_for_a_retry_ends_at_once_and_is_not_sent_again(bool ownsConnections)
    {
        var clock = new ManualTimeProvider();
        await using var server = await StubServer.StartAsync(
            (context, number) => StubServer.RespondAsync(context, number == 1 ? 503 : 200, Given.WorkspaceJson, ("Retry-After", "7"))
        );
        using var http = new HttpClient();
        var options = Given.Options(server.BaseAddress, options => options.TimeProvider = clock);
        var client = ownsConnections ? new WorkspacesClient(options) : new WorkspacesClient(http, options);

        var getting = client.GetAsync(Given.WorkspaceId, null, Cancellation);
        await clock.WhenTimerAsync(due => due == TimeSpan.FromSeconds(7));
        client.Dispose();

        var awaiting = () => getting;
        await awaiting.Should().ThrowAsync<ObjectDisposedException>();
        server.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task The_callers_own_HttpClient_is_left_open()
    {
        await using var server = await StubServer.StartAsync(200, Given.WorkspaceJson);
        using var http = new HttpClient();
        var client = new WorkspacesClient(http, Given.Options(server.BaseAddress));
        await client.GetAsync(Given.WorkspaceId, null, Cancellation);

        client.Dispose();

        (await http.GetAsync(server.BaseAddress, Cancellation)).IsSuccessStatusCode.Should().BeTrue();
        using var another = new WorkspacesClient(http, Given.Options(server.BaseAddress));
        await another.GetAsync(Given.WorkspaceId, null, Cancellation);
    }
}
