using System.Diagnostics;
using Amigo.Workspaces.Client.Tests.Support;

namespace Amigo.Workspaces.Client.Tests.Telemetry;

[Collection(RunAlone.Name)]
public class TraceTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_call_is_one_client_activity_named_by_its_operation()
    {
        await using var server = await StubServer.StartAsync(200, Given.WorkspaceJson);
        using var client = Given.Client(server.BaseAddress);
        using var recorder = new TraceRecorder();

        await client.GetAsync(Given.WorkspaceId, cancellationToken: Cancel);

        var activity = recorder.Only;
        activity.Source.Name.Should().Be("Amigo.Workspaces.Client");
        activity.OperationName.Should().Be("get-workspace");
        activity.Kind.Should().Be(ActivityKind.Client);
        activity.Status.Should().Be(ActivityStatusCode.Unset);
        Tags(activity)
            .Should()
            .Equal(
                new Dictionary<string, object?>
                {
                    ["http.request.method"] = "GET",
                    ["url.template"] = "/v1/workspaces/{workspace_id}",
                    ["server.address"] = "127.0.0.1",
                    ["http.response.status_code"] = 200,
                }
            );
    }

    [Fact]
    public async Task An_error_has_its_status_and_its_type()
    {
        await using var server = await StubServer.StartAsync(403, """{"detail":"Not allowed for +15550100"}""");
        using var client = Given.Client(server.BaseAddress);
        using var recorder = new TraceRecorder();

        await Failing<WorkspacesForbiddenException>(() => client.CreateAsync(Given.CreateRequest, cancellationToken: Cancel));

        var activity = recorder.Only;
        activity.OperationName.Should().Be("create-my-workspace");
        activity.Status.Should().Be(ActivityStatusCode.Error);
        activity.StatusDescription.Should().BeNull("the service's words may hold what the caller sent");
        activity.Events.Should().BeEmpty();
        Tags(activity)
            .Should()
            .Equal(
                new Dictionary<string, object?>
                {
                    ["http.request.method"] = "POST",
                    ["url.template"] = "/v1/me/workspaces",
                    ["server.address"] = "127.0.0.1",
                    ["http.response.status_code"] = 403,
                    ["error.type"] = "403",
                }
            );
    }

    [Fact]
    public async Task Retries_are_counted_on_the_one_activity_of_the_call()
    {
        await using var server = await StubServer.StartAsync((503, "{}"), (429, "{}"), (200, Given.WorkspaceJson));
        using var client = Given.Client(server.BaseAddress);
        using var recorder = new TraceRecorder();

        await client.GetAsync(Given.WorkspaceId, cancellationToken: Cancel);

        var tags = Tags(recorder.Only);
        tags["http.request.resend_count"].Should().Be(2);
        tags["http.response.status_code"].Should().Be(200);
        tags.Should().NotContainKey("error.type");
    }

    [Fact]
    public async Task A_timeout_has_no_status()
    {
        await using var server = RawServer.Start(connection => connection.StallAsync());
        var clock = new ManualTimeProvider();
        using var client = Given.Client(server.BaseAddress, options => (options.TimeProvider, options.MaxRetries) = (clock, 0));
        using var recorder = new TraceRecorder();

        var call = client.GetAsync(Given.WorkspaceId, cancellationToken: Cancel);
        await clock.WhenTimerAsync(due => due == TimeSpan.FromSeconds(30));
        clock.Advance(TimeSpan.FromSeconds(30));
        await Failing<WorkspacesTimeoutException>(() => call);

        AnErrorWithoutStatus(recorder.Only, "timeout");
    }

    [Fact]
    public async Task A_callers_cancellation_is_told_from_a_timeout()
    {
        var arrived = new TaskCompletionSource();
        await using var server = RawServer.Start(async connection =>
        {
            await connection.ReadRequestAsync();
            arrived.SetResult();
            await connection.StallAsync();
        });
        using var client = Given.Client(server.BaseAddress);
        using var recorder = new TraceRecorder();
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(Cancel);

        var call = client.GetAsync(Given.WorkspaceId, cancellationToken: cancellation.Token);
        await arrived.Task;
        await cancellation.CancelAsync();
        await Failing<OperationCanceledException>(() => call);

        AnErrorWithoutStatus(recorder.Only, "canceled");
    }

    [Fact]
    public async Task A_connection_that_breaks_has_no_status()
    {
        await using var server = RawServer.Start(async connection =>
        {
            await connection.ReadRequestAsync();
            connection.Reset();
        });
        using var client = Given.Client(server.BaseAddress);
        using var recorder = new TraceRecorder();

        await Failing<WorkspacesConnectionException>(() => client.CreateAsync(Given.CreateRequest, cancellationToken: Cancel));

        AnErrorWithoutStatus(recorder.Only, "connection");
    }

    [Fact]
    public async Task An_answer_that_breaks_the_contract_has_a_status_and_is_an_error()
    {
        await using var server = await StubServer.StartAsync(200, "{}");
        using var client = Given.Client(server.BaseAddress);
        using var recorder = new TraceRecorder();

        await Failing<WorkspacesResponseException>(() => client.GetAsync(Given.WorkspaceId, cancellationToken: Cancel));

        var tags = Tags(recorder.Only);
        tags["error.type"].Should().Be("invalid_response");
        tags["http.response.status_code"].Should().Be(200);
    }

    [Fact]
    public async Task A_provider_that_fails_ends_the_activity_too()
    {
        using var client = new WorkspacesClient(
            new WorkspacesClientOptions { ApiKeyProvider = _ => throw new InvalidOperationException("no vault") }
        );
        using var recorder = new TraceRecorder();

        await Failing<InvalidOperationException>(() => client.GetAsync(Given.WorkspaceId, cancellationToken: Cancel));

        AnErrorWithoutStatus(recorder.Only, "error");
    }

    [Fact]
    public async Task The_activity_is_a_child_of_the_callers_whose_own_stays_current()
    {
        await using var server = await StubServer.StartAsync((200, Given.WorkspaceJson), (404, "{}"));
        using var client = Given.Client(server.BaseAddress);
        using var recorder = new TraceRecorder();
        using var own = new Activity("own").Start();

        await client.GetAsync(Given.WorkspaceId, cancellationToken: Cancel);
        Activity.Current.Should().BeSameAs(own);
        await Failing<WorkspacesNotFoundException>(() => client.GetAsync(Given.WorkspaceId, cancellationToken: Cancel));
        Activity.Current.Should().BeSameAs(own);

        recorder
            .Stopped.Should()
            .HaveCount(2)
            .And.OnlyContain(activity => activity.ParentSpanId == own.SpanId && activity.TraceId == own.TraceId);
        server.Requests.Should().OnlyContain(request => request.Headers["traceparent"].Contains(own.TraceId.ToHexString()));
    }

    [Fact]
    public async Task The_callers_activity_is_current_again_before_the_call_is_awaited()
    {
        await using var server = await StubServer.StartAsync(200, Given.WorkspaceJson);
        using var client = Given.Client(server.BaseAddress);
        using var recorder = new TraceRecorder();

        var call = client.GetAsync(Given.WorkspaceId, cancellationToken: Cancel);

        Activity.Current.Should().BeNull();
        await call;
    }

    [Fact]
    public async Task A_workflow_has_an_activity_for_each_request()
    {
        await using var server = await StubServer.StartAsync((200, """{"numbers":["+15550100"]}"""), (200, """{"numbers":[]}"""));
        using var client = Given.Client(server.BaseAddress);
        using var recorder = new TraceRecorder();

        await client.RemoveTestCallerNumbersAsync(Given.WorkspaceId, ["+15550100"], cancellationToken: Cancel);

        recorder.Stopped.Select(activity => activity.OperationName).Should().Equal("get-test-caller-numbers", "update-test-caller-numbers");
    }

    [Fact]
    public async Task A_listener_that_wants_no_data_gets_none_of_the_request()
    {
        await using var server = await StubServer.StartAsync(200, Given.WorkspaceJson);
        using var client = Given.Client(server.BaseAddress);
        using var recorder = new TraceRecorder(sampling: ActivitySamplingResult.PropagationData);

        await client.GetAsync(Given.WorkspaceId, cancellationToken: Cancel);

        Tags(recorder.Only).Should().NotContainKeys("http.request.method", "url.template", "server.address");
    }

    private static Dictionary<string, object?> Tags(Activity activity) =>
        activity.TagObjects.ToDictionary(tag => tag.Key, tag => tag.Value);

    private static void AnErrorWithoutStatus(Activity activity, string type)
    {
        activity.Status.Should().Be(ActivityStatusCode.Error);
        activity.StatusDescription.Should().BeNull();
        Tags(activity).Should().Contain("error.type", type).And.NotContainKey("http.response.status_code");
    }

    private static async Task Failing<TException>(Func<Task> call)
        where TException : Exception
    {
        await call.Should().ThrowAsync<TException>();
    }
}
