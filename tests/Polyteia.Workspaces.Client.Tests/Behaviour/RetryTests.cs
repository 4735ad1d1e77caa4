namespace Polyteia.Workspaces.Client.Tests.Behaviour;

/// <summary>Queries and updates are tried again; a create and a delete only when the failure proves that nothing was done.</summary>
public class RetryTests
{
    private static readonly int[] PassingStatuses = [408, 500, 502, 503, 504];

    private static readonly int[] OtherStatuses = [307, 400, 401, 403, 404, 409, 418, 422, 501];

    public static TheoryData<string, int> EveryPassingStatus =>
        [.. from call in QueryCall.All from status in PassingStatuses select (call.Name, status)];

    public static TheoryData<string, int> EveryOtherStatus =>
        [.. from call in QueryCall.All from status in OtherStatuses select (call.Name, status)];

    [Theory]
    [MemberData(nameof(EveryPassingStatus))]
    public async Task A_status_that_will_pass_is_tried_again_only_where_that_is_safe(string name, int status)
    {
        var call = QueryCall.Of(name);
        await using var server = await StubServer.StartAsync((status, ""), (status, ""), (200, call.Answer));
        using var client = Given.Client(server.BaseAddress);

        if (call.MayRepeat)
        {
            await call.SendAsync(client);
            server.Requests.Should().HaveCount(3);
            server.Requests.Select(request => request.Body).Distinct().Should().ContainSingle("each attempt says the same");
        }
        else
        {
            var failure = await call.FailAsync(client);
            (failure.Operation, failure.Attempts, failure.MayHaveBeenApplied).Should().Be((name, 1, true));
            server.Requests.Should().ContainSingle();
        }
    }

    [Theory]
    [MemberData(nameof(EveryPassingStatus))]
    public async Task What_does_not_pass_is_told_with_what_it_leaves_unknown(string name, int status)
    {
        var call = QueryCall.Of(name);
        await using var server = await StubServer.StartAsync(status, "");
        using var client = Given.Client(server.BaseAddress);

        var failure = await call.FailAsync(client);

        failure.Attempts.Should().Be(call.MayRepeat ? 3 : 1);
        failure.MayHaveBeenApplied.Should().Be(call.IsWrite);
        server.Requests.Should().HaveCount(failure.Attempts);
    }

    [Theory]
    [MemberData(nameof(EveryOtherStatus))]
    public async Task Any_other_status_is_final(string name, int status)
    {
        var call = QueryCall.Of(name);
        await using var server = await StubServer.StartAsync(status, "");
        using var client = Given.Client(server.BaseAddress);

        var failure = await call.FailAsync(client);

        failure.Attempts.Should().Be(1);
        failure.MayHaveBeenApplied.Should().Be(call.IsWrite && status >= 500);
        server.Requests.Should().ContainSingle();
    }

    [Theory]
    [MemberData(nameof(QueryCall.Names), MemberType = typeof(QueryCall))]
    public async Task A_429_is_always_tried_again_because_nothing_was_done(string name)
    {
        var call = QueryCall.Of(name);
        await using var server = await StubServer.StartAsync((429, ""), (429, ""), (200, call.Answer));
        using var client = Given.Client(server.BaseAddress);

        await call.SendAsync(client);

        server.Requests.Should().HaveCount(3);
    }

    [Theory]
    [MemberData(nameof(QueryCall.Names), MemberType = typeof(QueryCall))]
    public async Task A_connection_that_never_was_is_always_tried_again(string name)
    {
        var call = QueryCall.Of(name);
        using var client = Given.Client(await UnusedAddressAsync());

        var failure = await call.FailAsync(client);

        failure.Should().BeOfType<PolyteiaConnectionException>();
        (failure.Attempts, failure.MayHaveBeenApplied).Should().Be((3, false));
    }

    [Theory]
    [MemberData(nameof(QueryCall.Names), MemberType = typeof(QueryCall))]
    public async Task A_connection_that_breaks_is_tried_again_only_where_that_is_safe(string name)
    {
        var call = QueryCall.Of(name);
        var requests = 0;
        await using var server = RawServer.Start(async connection =>
        {
            await connection.ReadRequestAsync();
            Interlocked.Increment(ref requests);
            connection.Reset();
        });
        using var client = Given.Client(server.BaseAddress);

        var failure = await call.FailAsync(client);

        failure.Should().BeOfType<PolyteiaConnectionException>();
        (failure.Attempts, failure.MayHaveBeenApplied).Should().Be((call.MayRepeat ? 3 : 1, call.IsWrite));
        requests.Should().Be(failure.Attempts);
    }

    [Theory]
    [MemberData(nameof(QueryCall.Names), MemberType = typeof(QueryCall))]
    public async Task An_answer_that_is_late_is_asked_for_again_only_where_that_is_safe(string name)
    {
        var call = QueryCall.Of(name);
        var clock = new ManualTimeProvider();
        await using var server = await StubServer.StartAsync(
            async (context, number) =>
            {
                if (number == 1)
                {
                    clock.Advance(new PolyteiaWorkspacesClientOptions().AttemptTimeout);
                    await StubServer.StallAsync(context);
                }

                await StubServer.RespondAsync(context, 200, call.Answer);
            }
        );
        using var client = Given.Client(server.BaseAddress, options => options.TimeProvider = clock);

        if (call.MayRepeat)
        {
            await call.SendAsync(client);
            return;
        }

        var failure = await call.FailAsync(client);
        failure.Should().BeOfType<PolyteiaTimeoutException>().Which.Timeout.Should().Be(TimeSpan.FromSeconds(30));
        failure.Message.Should().Contain("PolyteiaWorkspacesClientOptions.AttemptTimeout");
        (failure.Attempts, failure.MayHaveBeenApplied).Should().Be((1, true));
    }

    [Theory]
    [MemberData(nameof(QueryCall.Names), MemberType = typeof(QueryCall))]
    public async Task An_answer_that_cannot_be_read_is_final_and_leaves_a_write_unknown(string name)
    {
        var call = QueryCall.Of(name);
        await using var server = await StubServer.StartAsync(200, "{}");
        using var client = Given.Client(server.BaseAddress);

        var failure = await call.FailAsync(client);

        failure.Should().BeOfType<PolyteiaResponseException>();
        (failure.Attempts, failure.MayHaveBeenApplied).Should().Be((1, call.IsWrite));
        failure.Message.Should().Contain("$.data is missing");
        server.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task An_update_that_was_lost_once_is_unknown_whatever_the_retry_says()
    {
        await using var server = await StubServer.StartAsync((503, ""), (404, ""));
        using var client = Given.Client(server.BaseAddress);

        var failure = await QueryCall.Of("update_workspace").FailAsync(client);

        failure.Should().BeOfType<PolyteiaNotFoundException>();
        (failure.Attempts, failure.MayHaveBeenApplied).Should().Be((2, true));
    }

    [Fact]
    public async Task A_call_can_do_without_retries()
    {
        await using var server = await StubServer.StartAsync(503, "");
        using var client = Given.Client(server.BaseAddress);

        var failure = await QueryCall.Of("get_workspace").FailAsync(client, new RequestOptions { MaxRetries = 0 });

        failure.Attempts.Should().Be(1);
    }

    private static async Task<Uri> UnusedAddressAsync()
    {
        await using var server = RawServer.Answering("");
        return server.BaseAddress;
    }
}
