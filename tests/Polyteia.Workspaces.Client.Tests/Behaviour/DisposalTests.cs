namespace Polyteia.Workspaces.Client.Tests.Behaviour;

/// <summary>What becomes of calls when their client ends.</summary>
public class DisposalTests
{
    [Theory]
    [MemberData(nameof(QueryCall.Names), MemberType = typeof(QueryCall))]
    public async Task A_call_under_way_ends_and_a_command_may_have_been_applied(string name)
    {
        PolyteiaWorkspacesClient? client = null;
        await using var server = await StubServer.StartAsync(
            async (context, _) =>
            {
                client!.Dispose();
                await StubServer.StallAsync(context);
            }
        );
        // A clock that nobody moves: no time limit ends the call.
        client = Given.Client(server.BaseAddress, options => options.TimeProvider = new ManualTimeProvider());
        var call = QueryCall.Of(name);

        if (call.IsWrite)
        {
            (await call.FailAsync(client)).Should().BeOfType<PolyteiaConnectionException>().Which.MayHaveBeenApplied.Should().BeTrue();
        }
        else
        {
            await FluentActions.Awaiting(() => call.SendAsync(client)).Should().ThrowAsync<ObjectDisposedException>();
        }

        server.Requests.Should().ContainSingle();
    }

    [Fact]
    public void A_list_is_refused_when_it_is_asked_for_and_not_only_when_it_is_read()
    {
        var client = new PolyteiaWorkspacesClient(Given.Key);
        client.Dispose();

        client.Invoking(ended => ended.ListAsync()).Should().Throw<ObjectDisposedException>();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_call_that_waits_for_a_retry_ends_at_once_and_is_not_sent_again(bool ownsConnections)
    {
        var clock = new ManualTimeProvider();
        await using var server = await StubServer.StartAsync(503, "", ("Retry-After", "7"));
        using var http = new HttpClient();
        var options = Given.Options(server.BaseAddress, options => options.TimeProvider = clock);
        var client = ownsConnections ? new PolyteiaWorkspacesClient(options) : new PolyteiaWorkspacesClient(http, options);

        var getting = QueryCall.Of("get_workspace").SendAsync(client);
        await clock.WhenTimerAsync(due => due == TimeSpan.FromSeconds(7));
        client.Dispose();

        await FluentActions.Awaiting(() => getting).Should().ThrowAsync<ObjectDisposedException>();
        server.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task A_call_that_is_cancelled_while_it_waits_for_a_retry_ends_with_the_callers_token()
    {
        using var cancellation = new CancellationTokenSource();
        var clock = new ManualTimeProvider();
        await using var server = await StubServer.StartAsync(503, "", ("Retry-After", "7"));
        using var client = Given.Client(server.BaseAddress, options => options.TimeProvider = clock);

        var getting = QueryCall.Of("get_workspace").Send(client, null, cancellation.Token);
        await clock.WhenTimerAsync(due => due == TimeSpan.FromSeconds(7));
        await cancellation.CancelAsync();

        (await FluentActions.Awaiting(() => getting).Should().ThrowAsync<OperationCanceledException>())
            .Which.CancellationToken.Should()
            .Be(cancellation.Token);
        server.Requests.Should().ContainSingle();
    }
}
