using Amigo.Workspaces.Client.Tests.Support;
using Microsoft.Extensions.Logging;

namespace Amigo.Workspaces.Client.Tests.Telemetry;

public class LogTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_success_is_one_debug_entry()
    {
        await using var server = await StubServer.StartAsync(200, Given.WorkspaceJson, ("x-request-id", "req-1"));
        var log = new LogBook();
        using var client = Client(server.BaseAddress, log);

        await client.GetAsync(Given.WorkspaceId, cancellationToken: Cancel);

        var entry = log.Entries.Should().ContainSingle().Subject;
        ShouldBe(entry, 1, "OperationSucceeded", LogLevel.Debug);
        entry["Operation"].Should().Be("get-workspace");
        entry["Attempts"].Should().Be(1);
        entry["RequestId"].Should().Be("req-1");
        entry.Message.Should().StartWith("get-workspace succeeded after 1 attempt(s) in ");
    }

    [Fact]
    public async Task A_failure_is_one_warning_that_says_whether_a_write_may_have_been_applied()
    {
        await using var server = await StubServer.StartAsync(500, "{}", ("x-request-id", "req-2"));
        var log = new LogBook();
        using var client = Client(server.BaseAddress, log);

        await Record.ExceptionAsync(() => client.CreateAsync(Given.CreateRequest, cancellationToken: Cancel));

        var entry = log.Entries.Should().ContainSingle().Subject;
        ShouldBe(entry, 2, "OperationFailed", LogLevel.Warning);
        entry["Operation"].Should().Be("create-my-workspace");
        entry["Outcome"].Should().Be("500");
        entry["RequestId"].Should().Be("req-2");
        entry["MayHaveBeenApplied"].Should().Be(true);
    }

    [Fact]
    public async Task Each_retry_is_an_information()
    {
        await using var server = await StubServer.StartAsync((503, "{}"), (200, Given.WorkspaceJson));
        var log = new LogBook();
        using var client = Client(server.BaseAddress, log);

        await client.GetAsync(Given.WorkspaceId, cancellationToken: Cancel);

        log.Entries.Select(entry => entry.EventId.Id).Should().Equal(3, 1);
        ShouldBe(log.Entries[0], 3, "Retrying", LogLevel.Information);
        log.Entries[0].Message.Should().Be("get-workspace is retried in 0 ms: attempt 1 ended with 503");
    }

    [Fact]
    public async Task A_spent_retry_budget_is_a_warning()
    {
        await using var server = await StubServer.StartAsync(503, "{}");
        var log = new LogBook();
        using var client = Client(server.BaseAddress, log, options => options.MaxRetries = 1000);

        await Record.ExceptionAsync(() => client.GetAsync(Given.WorkspaceId, cancellationToken: Cancel));

        ShouldBe(log.Entries[^2], 4, "RetryBudgetSpent", LogLevel.Warning);
        log.Entries[^1].EventId.Id.Should().Be(2);
    }

    [Fact]
    public async Task A_cancelled_call_is_logged_as_cancelled()
    {
        var arrived = new TaskCompletionSource();
        await using var server = RawServer.Start(async connection =>
        {
            await connection.ReadRequestAsync();
            arrived.SetResult();
            await connection.StallAsync();
        });
        var log = new LogBook();
        using var client = Client(server.BaseAddress, log);
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(Cancel);

        var call = client.GetAsync(Given.WorkspaceId, cancellationToken: cancellation.Token);
        await arrived.Task;
        await cancellation.CancelAsync();
        await Record.ExceptionAsync(() => call);

        var entry = log.Entries.Should().ContainSingle().Subject;
        ShouldBe(entry, 2, "OperationFailed", LogLevel.Debug);
        entry["Outcome"].Should().Be("canceled");
    }

    [Fact]
    public async Task No_entry_holds_what_was_sent_or_answered()
    {
        const string words = "The number +15550100 of Jane Doe is taken";
        await using var server = await StubServer.StartAsync(422, $$"""{"detail":"{{words}}"}""");
        var log = new LogBook();
        using var client = Client(server.BaseAddress, log);
        var request = Given.CreateRequest with { Name = "Jane Doe's clinic" };

        await Record.ExceptionAsync(() => client.CreateAsync(request, cancellationToken: Cancel));
        await Record.ExceptionAsync(() =>
            client.ReplaceTestCallerNumbersAsync(Given.WorkspaceId, ["+15550100"], cancellationToken: Cancel)
        );

        log.Entries.Should().HaveCount(2);
        var everything = string.Join(
            '\n',
            log.Entries.Select(entry => $"{entry.Message} {string.Join(' ', entry.State)} {entry.Exception}")
        );
        everything.Should().NotContainAny("Jane", "15550100", "taken", Given.Key);
    }

    [Theory]
    [InlineData(LogLevel.Information, 3)]
    [InlineData(LogLevel.Warning)]
    [InlineData(LogLevel.None)]
    public async Task Nothing_is_logged_at_a_level_that_is_off(LogLevel from, params int[] expected)
    {
        await using var server = await StubServer.StartAsync((503, "{}"), (200, Given.WorkspaceJson));
        var log = new LogBook(from);
        using var client = Client(server.BaseAddress, log);

        await client.GetAsync(Given.WorkspaceId, cancellationToken: Cancel);

        log.Entries.Select(entry => entry.EventId.Id).Should().Equal(expected);
    }

    [Fact]
    public async Task A_client_on_connections_that_the_caller_owns_logs_as_well()
    {
        await using var server = await StubServer.StartAsync(200, Given.WorkspaceJson);
        var log = new LogBook();
        using var http = new HttpClient();
        using var client = new WorkspacesClient(http, Given.Options(server.BaseAddress), log);

        await client.GetAsync(Given.WorkspaceId, cancellationToken: Cancel);

        log.Entries.Should().ContainSingle();
    }

    private static WorkspacesClient Client(Uri address, LogBook log, Action<WorkspacesClientOptions>? change = null) =>
        new(Given.Options(address, change), log);

    private static void ShouldBe(LogEntry entry, int id, string name, LogLevel level)
    {
        entry.Category.Should().Be("Amigo.Workspaces.Client");
        entry.EventId.Should().Be(new EventId(id, name));
        entry.EventId.Name.Should().Be(name);
        entry.Level.Should().Be(level);
        entry.Exception.Should().BeNull("exceptions reach the caller, who decides what to log");
    }
}
