using System.Globalization;
using Amigo.Workspaces.Client.Tests.Behaviour;
using Amigo.Workspaces.Client.Tests.Support;

namespace Amigo.Workspaces.Client.Tests.Faults;

/// <summary>A write is said to be not applied only when that is certain.</summary>
public class UnknownOutcomeTests
{
    private static readonly int[] SayingNothing = [101, 303, 505, 599, 600, 799, 999];

    private static readonly int[] SayingNo = [300, 302, 304, 307, 308, 402, 418, 451, 499];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string, int, bool> EveryOddStatus =>
        [
            .. from call in OperationCall.All
            from status in SayingNothing.Concat(SayingNo)
            select (call.Id, status, call.IsWrite && SayingNothing.Contains(status)),
        ];

    public static TheoryData<string> Writes => [.. OperationCall.All.Where(call => call.IsWrite).Select(call => call.Id)];

    [Theory]
    [MemberData(nameof(EveryOddStatus))]
    public async Task A_status_that_does_not_say_leaves_a_write_unknown(string operation, int status, bool mayHaveBeenApplied)
    {
        await using var server = RawServer.Answering(
            string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {status} Odd\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
        );
        using var client = Given.Client(server.BaseAddress);

        var failure = await FailAsync<WorkspacesApiException>(operation, client);

        ((int)failure.StatusCode, failure.Attempts).Should().Be((status, 1));
        failure.MayHaveBeenApplied.Should().Be(mayHaveBeenApplied);
    }

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task Disposing_of_the_client_leaves_a_write_under_way_unknown(string operation)
    {
        WorkspacesClient? client = null;
        await using var server = RawServer.Start(async connection =>
        {
            await connection.ReadRequestAsync();
            client!.Dispose();
            await connection.StallAsync();
        });
        client = Unlimited(server.BaseAddress);

        var failure = await FailAsync<WorkspacesConnectionException>(operation, client);

        (failure.Attempts, failure.MayHaveBeenApplied).Should().Be((1, true));
        failure.Message.Should().Contain("disposed").And.Contain("may have been applied");
        failure.InnerException.Should().BeOfType<ObjectDisposedException>();
    }

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task Disposing_of_the_client_inside_the_answer_leaves_a_write_unknown(string operation)
    {
        WorkspacesClient? client = null;
        await using var server = RawServer.Start(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 100\r\nx-request-id: r-1\r\n\r\n{");
            client!.Dispose();
            await connection.StallAsync();
        });
        client = Unlimited(server.BaseAddress);

        var failure = await FailAsync<WorkspacesConnectionException>(operation, client);

        failure.MayHaveBeenApplied.Should().BeTrue();
    }

    [Theory]
    [InlineData("update-test-caller-numbers")]
    [InlineData("provision-workspace")]
    public async Task Disposing_of_the_client_while_a_retry_waits_keeps_what_the_first_attempt_left_unknown(string operation)
    {
        var clock = new ManualTimeProvider();
        await using var server = await StubServer.StartAsync(503, "", ("Retry-After", "7"));
        var client = Given.Client(server.BaseAddress, options => options.TimeProvider = clock);

        var failing = FailAsync<WorkspacesConnectionException>(operation, client);
        await clock.WhenTimerAsync(due => due == TimeSpan.FromSeconds(7));
        client.Dispose();

        var failure = await failing;
        (failure.Attempts, failure.MayHaveBeenApplied).Should().Be((1, true));
        server.Requests.Should().ContainSingle();
    }

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task Disposing_of_the_client_before_anything_was_sent_is_just_that(string operation)
    {
        WorkspacesClient? client = null;
        await using var server = RawServer.Start(async connection =>
        {
            // The first byte of a TLS handshake.
            await connection.ReadFirstByteAsync();
            client!.Dispose();
            await connection.StallAsync();
        });
        client = Unlimited(new UriBuilder(server.BaseAddress) { Scheme = "https" }.Uri);

        var calling = () => OperationCall.Of(operation).Plain(client, null, Cancellation);

        await calling.Should().ThrowAsync<ObjectDisposedException>();
    }

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task A_host_that_stops_lets_a_write_under_way_finish(string operation)
    {
        MadeClient? made = null;
        var call = OperationCall.Of(operation);
        await using var server = await StubServer.StartAsync(
            (context, _) =>
            {
                made!.Dispose();
                return StubServer.RespondAsync(context, call.Status, call.Answer);
            }
        );
        made = MadeClient.From(ClientSource.Registered, server.BaseAddress);

        (await call.Plain(made.Client, null, Cancellation)).Should().BeEquivalentTo(call.Value);
    }

    private static async Task<TException> FailAsync<TException>(string operation, WorkspacesClient client)
        where TException : WorkspacesException
    {
        var calling = () => OperationCall.Of(operation).Plain(client, null, Cancellation);
        return (await calling.Should().ThrowAsync<TException>()).Which;
    }

    /// <summary>On a clock that nobody moves: no time limit ends a call.</summary>
    private static WorkspacesClient Unlimited(Uri address) =>
        Given.Client(address, options => options.TimeProvider = new ManualTimeProvider());
}
