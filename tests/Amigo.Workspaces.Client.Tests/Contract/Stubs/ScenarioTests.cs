using System.Text.Json.Nodes;
using Amigo.Workspaces.Client.Tests.Support;
using WireMock.RequestBuilders;

namespace Amigo.Workspaces.Client.Tests.Contract.Stubs;

/// <summary>A service that answers differently after it was asked once.</summary>
public sealed class ScenarioTests(StubbedService service) : StubTest(service)
{
    private const string Scenario = "scenario";
    private const string Later = "later";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(ApiCalls.OperationIds), MemberType = typeof(ApiCalls))]
    public async Task Two_503s_and_a_success_are_a_success_where_repeating_is_safe(string operationId)
    {
        var call = ApiCalls.Of(operationId);
        First(operationId, 503, times: 2);
        Then(DocumentedAnswer.SuccessOf(operationId));

        if (call.MayRepeat)
        {
            (await call.SendAsync(Client())).Attempts.Should().Be(3);
            Service.Sent.Should().HaveCount(3).And.AllSatisfy(sent => ShouldBe(sent, call));
        }
        else
        {
            var failure = await call.FailAsync(Client());

            failure.Should().BeOfType<WorkspacesUnavailableException>();
            (failure.Attempts, failure.MayHaveBeenApplied).Should().Be((1, true));
            ShouldBe(SentOnce, call);
        }
    }

    [Theory]
    [MemberData(nameof(ApiCalls.OperationIds), MemberType = typeof(ApiCalls))]
    public async Task A_429_and_a_success_are_a_success_on_every_operation(string operationId)
    {
        var call = ApiCalls.Of(operationId);
        First(operationId, 429);
        Then(DocumentedAnswer.SuccessOf(operationId));

        (await call.SendAsync(Client())).Attempts.Should().Be(2);

        Service.Sent.Should().HaveCount(2).And.AllSatisfy(sent => ShouldBe(sent, call));
    }

    [Theory]
    [InlineData(409)]
    [InlineData(503)]
    public async Task A_create_that_is_there_already_is_looked_up_and_not_sent_again(int status)
    {
        First("create-my-workspace", status);
        Then(Page(Given.WorkspaceJson));

        var workspace = await Client().EnsureCreatedAsync(Given.CreateRequest, cancellationToken: Cancel);

        workspace.Id.Should().Be(Given.WorkspaceId);
        ShouldHaveSent("POST /v1/me/workspaces", "GET /v1/workspaces?limit=100");
    }

    [Fact]
    public async Task A_slug_that_somebody_else_has_stays_a_conflict()
    {
        First("create-my-workspace", 409);
        Then(Page());

        await Assert.ThrowsAsync<WorkspacesConflictException>(() =>
            Client().EnsureCreatedAsync(Given.CreateRequest, cancellationToken: Cancel)
        );

        ShouldHaveSent("POST /v1/me/workspaces", "GET /v1/workspaces?limit=100");
    }

    [Fact]
    public async Task The_next_page_is_asked_for_with_the_token_of_the_one_before()
    {
        Answer(DocumentedAnswer.SuccessOf("list-workspaces"));
        Service
            .Given(ContractRequest.Of("list-workspaces").WithParam("continuation_token", "75"))
            .AtPriority(-1)
            .RespondWith(Page(Given.WorkspaceJson).Response);

        var workspaces = await Client().ListAsync(new ListWorkspacesOptions { PageSize = 2 }).ToListAsync(Cancel);

        workspaces.Should().HaveCount(3);
        ShouldHaveSent("GET /v1/workspaces?limit=2", "GET /v1/workspaces?limit=2&continuation_token=75");
    }

    [Fact]
    public async Task Numbers_are_added_to_those_that_were_read()
    {
        Answer(DocumentedAnswer.SuccessOf("get-test-caller-numbers"));
        Answer(new DocumentedAnswer("update-test-caller-numbers", 200, """{"numbers":["+15550101","+15550102","+15550103"]}"""));

        var numbers = await Client().AddTestCallerNumbersAsync(Given.WorkspaceId, ["+15550103"], cancellationToken: Cancel);

        numbers.Should().Equal("+15550101", "+15550102", "+15550103");
        JsonNode.Parse(Service.Sent[^1].Body)!["numbers"]!.AsArray().Select(number => (string?)number).Should().Equal(numbers);
    }

    [Fact]
    public async Task What_was_archived_is_gone()
    {
        Service
            .Given(ContractRequest.Of("archive-workspace"))
            .InScenario(Scenario)
            .WillSetStateTo(Later)
            .RespondWith(DocumentedAnswer.SuccessOf("archive-workspace").Response);
        Then(DocumentedAnswer.Of("get-workspace", 404));
        var client = Client();

        await client.ArchiveAsync(Given.WorkspaceId, "acme-clinic", cancellationToken: Cancel);

        await Assert.ThrowsAsync<WorkspacesNotFoundException>(() => client.GetAsync(Given.WorkspaceId, cancellationToken: Cancel));
    }

    /// <summary>Answers so at first, and a number of times.</summary>
    private void First(string operationId, int status, int times = 1) =>
        Service
            .Given(ContractRequest.Of(operationId))
            .InScenario(Scenario)
            .WillSetStateTo(Later, times)
            .RespondWith(StubbedService.Json(status, """{"detail":"Not now."}"""));

    /// <summary>Answers so once that is over.</summary>
    private void Then(DocumentedAnswer answer) =>
        Service.Given(ContractRequest.Of(answer.OperationId)).InScenario(Scenario).WhenStateIs(Later).RespondWith(answer.Response);

    private static DocumentedAnswer Page(string items = "") =>
        new("list-workspaces", 200, $$"""{"items":[{{items}}],"has_more":false,"continuation_token":null,"total":1}""");

    private void ShouldHaveSent(params string[] requests) =>
        Service.Sent.Select(sent => $"{sent.Method} {sent.Path}{sent.Query}").Should().Equal(requests);
}
