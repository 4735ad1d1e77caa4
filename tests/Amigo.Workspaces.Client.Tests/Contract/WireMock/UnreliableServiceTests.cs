using Amigo.Workspaces.Client.Tests.Contract.Tools;
using Amigo.Workspaces.Client.Tests.Support;

namespace Amigo.Workspaces.Client.Tests.Contract.WireMock;

/// <summary>A service that fails, hangs or breaks off: what may be repeated is, and nothing else.</summary>
public sealed class UnreliableServiceTests(WireMockServer wireMock) : WireMockTest(wireMock)
{
    private static readonly string[] Faults =
    [
        "CONNECTION_RESET_BY_PEER",
        "EMPTY_RESPONSE",
        "MALFORMED_RESPONSE_CHUNK",
        "RANDOM_DATA_THEN_CLOSE",
    ];

    public static TheoryData<string, string> EveryFault =>
        [.. from call in ApiCalls.All from fault in Faults select (call.OperationId, fault)];

    [Theory]
    [MemberData(nameof(EveryFault))]
    public async Task A_connection_that_breaks_is_tried_again_only_where_that_is_safe(string operationId, string fault)
    {
        var call = ApiCalls.Of(operationId);

        var failure = await call.FailAsync(Client(), ForStub(fault));

        failure.Should().BeOfType<WorkspacesConnectionException>();
        failure.Attempts.Should().Be(call.MayRepeat ? 3 : 1);
        failure.MayHaveBeenApplied.Should().Be(call.IsWrite);
        var sent = await SentAsync();
        sent.Should().AllSatisfy(entry => ShouldBe(entry, call));
        if (call.Body is null)
        {
            // The platform's own handler repeats a request without a body when a connection breaks early.
            sent.Count.Should().BeGreaterThanOrEqualTo(failure.Attempts);
        }
        else
        {
            sent.Should().HaveCount(failure.Attempts);
        }
    }

    [Theory]
    [MemberData(nameof(ApiCalls.OperationIds), MemberType = typeof(ApiCalls))]
    public async Task Two_503s_and_a_success_are_a_success_where_repeating_is_safe(string operationId)
    {
        var call = ApiCalls.Of(operationId);
        if (call.MayRepeat)
        {
            var answer = await call.SendAsync(Client(), ForStub("recovers"));

            answer.Attempts.Should().Be(3);
            (await SentAsync()).Should().HaveCount(3).And.AllSatisfy(entry => ShouldBe(entry, call));
        }
        else
        {
            var failure = await call.FailAsync(Client(), ForStub("recovers"));

            failure.Should().BeOfType<WorkspacesUnavailableException>();
            (failure.Attempts, failure.MayHaveBeenApplied).Should().Be((1, true));
            (await SentAsync()).Should().ContainSingle().Which.Method.Should().Be(call.Method);
        }
    }

    [Theory]
    [MemberData(nameof(ApiCalls.OperationIds), MemberType = typeof(ApiCalls))]
    public async Task An_answer_that_is_late_is_given_up_and_asked_for_again_only_where_that_is_safe(string operationId)
    {
        var call = ApiCalls.Of(operationId);
        var clock = new ManualTimeProvider();
        var client = Client(options => options.TimeProvider = clock);

        var sending = call.SendAsync(client, ForStub("late-once"));
        await WireMock.WhenScenarioIsAsync("late-once", "late", Cancel);
        clock.Advance(new WorkspacesClientOptions().AttemptTimeout);

        if (call.MayRepeat)
        {
            (await sending).Attempts.Should().Be(2);
        }
        else
        {
            var failure = await Assert.ThrowsAsync<WorkspacesTimeoutException>(() => sending);
            (failure.Attempts, failure.MayHaveBeenApplied).Should().Be((1, true));
            failure.Message.Should().Contain("AttemptTimeout");
        }
    }

    [Fact]
    public async Task Answers_that_come_after_random_delays_go_to_their_own_callers()
    {
        await WireMock.DelayAllAsync("""{"delayDistribution":{"type":"uniform","lower":0,"upper":40}}""", Cancel);
        var client = Client();
        var calls = Enumerable.Repeat(ApiCalls.All, 3).SelectMany(call => call).ToList();

        var answers = await Task.WhenAll(calls.Select(call => call.SendAsync(client)));

        answers
            .Select((answer, index) => (answer.RequestId, answer.Attempts, calls[index].OperationId))
            .Should()
            .AllSatisfy(each => (each.RequestId![..^4], each.Attempts).Should().Be(("req-" + each.OperationId, 1)));
        (await SentAsync()).Should().HaveCount(calls.Count);
    }
}
