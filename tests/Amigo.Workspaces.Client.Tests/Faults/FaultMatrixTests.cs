using Amigo.Workspaces.Client.Tests.Support;

namespace Amigo.Workspaces.Client.Tests.Faults;

/// <summary>Every fault on a call of every kind. The reliability page holds the same table, and a test keeps the two together.</summary>
public class FaultMatrixTests
{
    [Theory]
    [MemberData(nameof(ConnectFaults.Rows), MemberType = typeof(ConnectFaults))]
    public Task No_connection_comes_about(string fault, CallKind kind) => CheckAsync(ConnectFaults.All, fault, kind);

    [Theory]
    [MemberData(nameof(BrokenAnswerFaults.Rows), MemberType = typeof(BrokenAnswerFaults))]
    public Task The_answer_does_not_arrive_whole(string fault, CallKind kind) => CheckAsync(BrokenAnswerFaults.All, fault, kind);

    [Theory]
    [MemberData(nameof(StallFaults.Rows), MemberType = typeof(StallFaults))]
    public Task The_answer_stops_coming(string fault, CallKind kind) => CheckAsync(StallFaults.All, fault, kind);

    [Theory]
    [MemberData(nameof(UnreadableAnswerFaults.Rows), MemberType = typeof(UnreadableAnswerFaults))]
    public Task The_answer_cannot_be_understood(string fault, CallKind kind) => CheckAsync(UnreadableAnswerFaults.All, fault, kind);

    [Theory]
    [MemberData(nameof(StatusFaults.Rows), MemberType = typeof(StatusFaults))]
    public Task The_service_fails_or_refuses(string fault, CallKind kind) => CheckAsync(StatusFaults.All, fault, kind);

    [Theory]
    [MemberData(nameof(HostFaults.Rows), MemberType = typeof(HostFaults))]
    public Task The_answer_does_not_come_past_the_hosts_handler(string fault, CallKind kind) => CheckAsync(HostFaults.All, fault, kind);

    [Theory]
    [MemberData(nameof(HarmlessFaults.Rows), MemberType = typeof(HarmlessFaults))]
    public Task The_answer_is_whole_all_the_same(string fault, CallKind kind) => CheckAsync(HarmlessFaults.All, fault, kind);

    private static async Task CheckAsync(IReadOnlyList<FaultCase> faults, string name, CallKind kind)
    {
        var fault = faults.Single(one => one.Name == name);
        var ending = fault.Endings.Of(kind);
        var clock = new ManualTimeProvider();
        await using var service = await fault.StartAsync(clock);
        using var client = service.Client(clock);
        var call = () => SendAsync(client, kind, TestContext.Current.CancellationToken);

        if (ending.Exception is null)
        {
            await call.Should().NotThrowAsync();
            return;
        }

        var exception = (await call.Should().ThrowAsync<WorkspacesException>()).Which;
        exception.Should().BeOfType(ending.Exception);
        exception.MayHaveBeenApplied.Should().Be(ending.MayHaveBeenApplied);
        exception.Attempts.Should().Be(ending.IsRetried ? 2 : 1);
        if (kind != CallKind.Read)
        {
            // A request without a body may be sent again by the connection pool, below the client; one with a body never is.
            service.RequestsSeen?.Invoke().Should().Be(exception.Attempts);
            service.Applied?.Invoke().Should().BeLessThanOrEqualTo(exception.MayHaveBeenApplied ? exception.Attempts : 0);
        }
    }

    private static Task SendAsync(WorkspacesClient client, CallKind kind, CancellationToken cancellationToken) =>
        kind switch
        {
            CallKind.Read => client.GetAsync(Given.WorkspaceId, cancellationToken: cancellationToken),
            CallKind.RepeatableWrite => client.ReplaceTestCallerNumbersAsync(
                Given.WorkspaceId,
                ["+15550100"],
                cancellationToken: cancellationToken
            ),
            _ => client.CreateAsync(Given.CreateRequest, cancellationToken: cancellationToken),
        };
}
