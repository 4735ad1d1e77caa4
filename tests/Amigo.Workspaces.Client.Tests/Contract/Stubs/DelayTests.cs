using Amigo.Workspaces.Client.Tests.Support;

namespace Amigo.Workspaces.Client.Tests.Contract.Stubs;

/// <summary>A service that takes its time.</summary>
public sealed class DelayTests(StubbedService service) : StubTest(service)
{
    [Theory]
    [MemberData(nameof(ApiCalls.OperationIds), MemberType = typeof(ApiCalls))]
    public async Task An_answer_that_is_late_is_given_up_and_asked_for_again_only_where_that_is_safe(string operationId)
    {
        var call = ApiCalls.Of(operationId);
        Service
            .Given(ContractRequest.Of(operationId))
            .InScenario("late once")
            .WillSetStateTo("in time")
            .RespondWith(StubbedService.Never(out var arrived));
        Service
            .Given(ContractRequest.Of(operationId))
            .InScenario("late once")
            .WhenStateIs("in time")
            .RespondWith(DocumentedAnswer.SuccessOf(operationId).Response);
        var clock = new ManualTimeProvider();

        var sending = call.SendAsync(Client(options => options.TimeProvider = clock));
        await await Task.WhenAny(arrived, sending);
        clock.Advance(new WorkspacesClientOptions().AttemptTimeout);

        if (call.MayRepeat)
        {
            (await sending).Attempts.Should().Be(2);
            ShouldBe(SentOnce, call);
        }
        else
        {
            var failure = await Assert.ThrowsAsync<WorkspacesTimeoutException>(() => sending);
            (failure.Attempts, failure.MayHaveBeenApplied).Should().Be((1, true));
            failure.Message.Should().Contain("AttemptTimeout");
        }
    }

    [Theory]
    [MemberData(nameof(ApiCalls.OperationIds), MemberType = typeof(ApiCalls))]
    public async Task An_answer_that_is_later_than_the_whole_call_may_take_is_not_asked_for_again(string operationId)
    {
        var call = ApiCalls.Of(operationId);
        Service.Given(ContractRequest.Of(operationId)).RespondWith(StubbedService.Never(out var arrived));
        var clock = new ManualTimeProvider();

        var limit = TimeSpan.FromSeconds(5);
        var sending = call.SendAsync(Client(options => options.TimeProvider = clock), new RequestOptions { Timeout = limit });
        await await Task.WhenAny(arrived, sending);
        clock.Advance(limit);

        var failure = await Assert.ThrowsAsync<WorkspacesTimeoutException>(() => sending);
        (failure.Timeout, failure.Attempts, failure.MayHaveBeenApplied).Should().Be((limit, 1, call.IsWrite));
        failure.Message.Should().Contain("RequestOptions.Timeout");
    }

    [Fact]
    public async Task Answers_that_come_after_random_delays_go_to_their_own_callers()
    {
        foreach (var call in ApiCalls.All)
        {
            Service
                .Given(ContractRequest.Of(call.OperationId))
                .RespondWith(DocumentedAnswer.SuccessOf(call.OperationId).Response.WithRandomDelay(0, 40));
        }

        var client = Client();
        var calls = Enumerable.Repeat(ApiCalls.All, 3).SelectMany(call => call).ToList();

        var answers = await Task.WhenAll(calls.Select(call => call.SendAsync(client)));

        answers
            .Select((answer, index) => (answer.RequestId, answer.Attempts, Expected: DocumentedAnswer.SuccessOf(calls[index].OperationId)))
            .Should()
            .AllSatisfy(each => (each.RequestId, each.Attempts).Should().Be((each.Expected.RequestId, 1)));
        Service.Sent.Should().HaveCount(calls.Count);
    }
}
