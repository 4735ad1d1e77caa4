using Amigo.Workspaces.Client.Tests.Support;

namespace Amigo.Workspaces.Client.Tests.Behaviour;

public class RetryTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(OperationCall.SafeIds), MemberType = typeof(OperationCall))]
    public async Task A_safe_operation_is_tried_again_on_every_passing_state(string operation)
    {
        var call = OperationCall.Of(operation);
        foreach (var status in new[] { 408, 429, 500, 502, 503, 504 })
        {
            await using var server = await StubServer.StartAsync((status, ""), (status, ""), (call.Status, call.Answer));
            using var client = Given.Client(server.BaseAddress);

            var response = await call.Raw(client, null, Cancellation);

            response.Attempts.Should().Be(3, "of {0}", status);
            server.Requests.Should().HaveCount(3).And.OnlyContain(request => request.Body == call.Body);
        }
    }

    [Theory]
    [MemberData(nameof(OperationCall.UnsafeIds), MemberType = typeof(OperationCall))]
    public async Task An_unsafe_operation_is_sent_once_whatever_the_service_answers_but_429(string operation)
    {
        var call = OperationCall.Of(operation);
        foreach (var status in new[] { 400, 404, 408, 409, 422, 500, 502, 503, 504 })
        {
            await using var server = await StubServer.StartAsync(status, "");
            using var client = Given.Client(server.BaseAddress);

            var calling = () => call.Plain(client, null, Cancellation);

            (await calling.Should().ThrowAsync<WorkspacesApiException>()).Which.Attempts.Should().Be(1, "of {0}", status);
            server.Requests.Should().ContainSingle();
        }
    }

    [Theory]
    [MemberData(nameof(OperationCall.UnsafeIds), MemberType = typeof(OperationCall))]
    public async Task An_unsafe_operation_is_tried_again_on_429(string operation)
    {
        var call = OperationCall.Of(operation);
        await using var server = await StubServer.StartAsync((429, ""), (429, ""), (call.Status, call.Answer));
        using var client = Given.Client(server.BaseAddress);

        var response = await call.Raw(client, null, Cancellation);

        response.Attempts.Should().Be(3);
        server.Requests.Should().HaveCount(3).And.OnlyContain(request => request.Body == call.Body);
    }

    [Theory]
    [MemberData(nameof(OperationCall.Ids), MemberType = typeof(OperationCall))]
    public async Task A_refusal_is_not_argued_with(string operation)
    {
        var call = OperationCall.Of(operation);
        foreach (var status in new[] { 400, 401, 403, 404, 409, 418, 422, 501, 505 })
        {
            await using var server = await StubServer.StartAsync(status, "");
            using var client = Given.Client(server.BaseAddress);

            var calling = () => call.Plain(client, null, Cancellation);

            (await calling.Should().ThrowAsync<WorkspacesApiException>()).Which.Attempts.Should().Be(1, "of {0}", status);
            server.Requests.Should().ContainSingle();
        }
    }

    [Theory]
    [InlineData(0, null, 1)]
    [InlineData(1, null, 2)]
    [InlineData(2, null, 3)]
    [InlineData(2, 0, 1)]
    [InlineData(0, 4, 5)]
    public async Task The_number_of_retries_is_the_clients_or_the_calls(int ofClient, int? ofCall, int attempts)
    {
        await using var server = await StubServer.StartAsync(503, "");
        using var client = Given.Client(server.BaseAddress, options => options.MaxRetries = ofClient);

        var getting = () => client.GetAsync(Given.WorkspaceId, new() { MaxRetries = ofCall }, Cancellation);

        var exception = (await getting.Should().ThrowAsync<WorkspacesUnavailableException>()).Which;
        exception.Attempts.Should().Be(attempts);
        server.Requests.Should().HaveCount(attempts);
    }

    [Fact]
    public async Task The_last_failure_is_the_one_that_is_thrown()
    {
        await using var server = await StubServer.StartAsync((503, ""), (500, ""), (404, ""));
        using var client = Given.Client(server.BaseAddress);

        var getting = () => client.GetAsync(Given.WorkspaceId, null, Cancellation);

        (await getting.Should().ThrowAsync<WorkspacesNotFoundException>()).Which.Attempts.Should().Be(3);
    }

    [Theory]
    [InlineData(500, 404, true)]
    [InlineData(503, 429, true)]
    [InlineData(408, 403, true)]
    [InlineData(429, 404, false)]
    [InlineData(429, 500, true)]
    public async Task What_one_attempt_left_unknown_stays_so_whatever_the_last_one_says(int first, int last, bool unknown)
    {
        await using var server = await StubServer.StartAsync((first, ""), (last, ""));
        using var client = Given.Client(server.BaseAddress, options => options.MaxRetries = 1);

        var provisioning = () => client.ProvisionAsync(Given.WorkspaceId, null, Cancellation);

        var exception = (await provisioning.Should().ThrowAsync<WorkspacesApiException>()).Which;
        exception.StatusCode.Should().HaveValue(last);
        exception.Attempts.Should().Be(2);
        exception.MayHaveBeenApplied.Should().Be(unknown);
        exception.Message.Contains("may have been applied", StringComparison.Ordinal).Should().Be(unknown);
    }

    [Fact]
    public async Task Retries_stop_when_the_budget_is_spent_and_come_back_as_calls_succeed()
    {
        var isDown = true;
        await using var server = await StubServer.StartAsync(
            (context, _) => StubServer.RespondAsync(context, isDown ? 503 : 200, Given.WorkspaceJson)
        );
        using var client = Given.Client(server.BaseAddress, options => options.MaxRetries = 4);
        var get = () => client.GetAsync(Given.WorkspaceId, null, Cancellation);

        for (var call = 0; call < 25; call++)
        {
            (await AttemptsAsync(get)).Should().Be(5);
        }

        (await AttemptsAsync(get)).Should().Be(1, "a hundred retries have spent the budget");

        isDown = false;
        for (var call = 0; call < 9; call++)
        {
            await get();
        }

        isDown = true;
        (await AttemptsAsync(get)).Should().Be(2, "nine successes have given one retry back");

        isDown = false;
        await get();
        isDown = true;
        (await AttemptsAsync(get)).Should().Be(2, "ten fifths are two");
    }

    [Fact]
    public async Task The_budget_never_grows_beyond_what_it_began_with()
    {
        var isDown = false;
        await using var server = await StubServer.StartAsync(
            (context, _) => StubServer.RespondAsync(context, isDown ? 503 : 200, Given.WorkspaceJson)
        );
        using var client = Given.Client(server.BaseAddress, options => options.MaxRetries = 200);
        var get = () => client.GetAsync(Given.WorkspaceId, null, Cancellation);
        for (var call = 0; call < 10; call++)
        {
            await get();
        }

        isDown = true;

        (await AttemptsAsync(get)).Should().Be(101);
    }

    private static async Task<int> AttemptsAsync(Func<Task<Workspace>> get) =>
        (await get.Should().ThrowAsync<WorkspacesUnavailableException>()).Which.Attempts;
}
