using System.Diagnostics;
using Polyteia.Workspaces.Client.Tests.Paging;

namespace Polyteia.Workspaces.Client.Tests.Telemetry;

/// <summary>What a listener hears, under the client's own names.</summary>
[Collection(RunAlone.Name)]
public class TelemetryTests
{
    private const string Name = "Polyteia.Workspaces.Client";

    [Theory]
    [MemberData(nameof(QueryCall.Names), MemberType = typeof(QueryCall))]
    public async Task A_call_is_one_activity_named_by_its_query(string query)
    {
        using var traces = new TraceRecorder(source => source == Name);
        await using var server = await StubServer.StartAsync((429, ""), (200, QueryCall.Of(query).Answer));
        using var client = Given.Client(server.BaseAddress);

        await QueryCall.Of(query).SendAsync(client);

        var activity = traces.Only;
        (activity.OperationName, activity.Kind, activity.Status).Should().Be((query, ActivityKind.Client, ActivityStatusCode.Unset));
        activity
            .TagObjects.Should()
            .BeEquivalentTo(
                new Dictionary<string, object>
                {
                    ["http.request.method"] = "POST",
                    ["url.template"] = "/api",
                    ["server.address"] = "127.0.0.1",
                    ["http.response.status_code"] = 200,
                    ["http.request.resend_count"] = 1,
                }
            );
    }

    [Fact]
    public async Task A_list_that_is_cancelled_between_two_pages_is_no_further_call()
    {
        using var traces = new TraceRecorder(source => source == Name);
        using var cancellation = new CancellationTokenSource();
        await using var server = await PagedService.HoldingAsync(4);
        using var client = Given.Client(server.BaseAddress);
        var read = async () =>
        {
            await foreach (var _ in client.ListAsync(new ListWorkspacesOptions { PageSize = 2 }).AsPages(cancellation.Token))
            {
                await cancellation.CancelAsync();
            }
        };

        await read.Should().ThrowAsync<OperationCanceledException>();

        traces.Only.OperationName.Should().Be("list_workspaces");
    }

    [Fact]
    public async Task Durations_and_retries_are_measured_by_query_and_outcome()
    {
        using var meters = new MeterRecorder(meter => meter == Name);
        await using var server = await StubServer.StartAsync((429, ""), (404, ""));
        using var client = Given.Client(server.BaseAddress);

        await QueryCall.Of("delete_workspace").FailAsync(client);

        meters
            .All.Select(one => (one.Name, one.Tags["operation"], one.Tags["outcome"]))
            .Should()
            .Equal(
                ("polyteia.workspaces.retries", "delete_workspace", "429"),
                ("polyteia.workspaces.operation.duration", "delete_workspace", "404")
            );
    }

    [Fact]
    public async Task Logs_come_in_the_clients_category_and_hold_nothing_of_the_caller()
    {
        using var log = new LogBook();
        await using var server = await StubServer.StartAsync((200, Given.WorkspaceAnswer), (404, "Finance"));
        using var client = new PolyteiaWorkspacesClient(Given.Options(server.BaseAddress), log);

        await QueryCall.Of("create_workspace").SendAsync(client);
        await QueryCall.Of("create_workspace").FailAsync(client);

        log.Entries.Select(entry => (entry.Category, entry.EventId.Id)).Should().Equal((Name, 1), (Name, 2));
        log.Entries.Should().OnlyContain(entry => !entry.Message.Contains("Finance") && !entry.Message.Contains(Given.OrganizationId));
    }
}
