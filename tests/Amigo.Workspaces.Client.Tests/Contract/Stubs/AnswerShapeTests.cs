using System.Globalization;
using Amigo.Workspaces.Client.Tests.Support;
using WireMock.ResponseBuilders;

namespace Amigo.Workspaces.Client.Tests.Contract.Stubs;

/// <summary>Answers that occur in practice on every operation, whatever the contract documents for it.</summary>
public sealed class AnswerShapeTests(StubbedService service) : StubTest(service)
{
    private const string Bom = "\uFEFF";

    [Theory]
    [MemberData(nameof(ApiCalls.OperationIds), MemberType = typeof(ApiCalls))]
    public async Task A_422_can_be_a_text(string operationId)
    {
        var error = await FailAsync<WorkspacesValidationException>(operationId, AnswerShape.ValidationText);

        error.Detail.Should().Be("A development workspace cannot be converted.");
        error.Issues.Should().BeEmpty();
        error.MayHaveBeenApplied.Should().BeFalse();
    }

    [Theory]
    [MemberData(nameof(ApiCalls.OperationIds), MemberType = typeof(ApiCalls))]
    public async Task A_422_can_be_a_list_of_issues(string operationId)
    {
        var error = await FailAsync<WorkspacesValidationException>(operationId, AnswerShape.ValidationIssues);

        error
            .Issues.Should()
            .Equal(
                new ValidationIssue("body.numbers[1]", "Input should be a valid string", "string_type"),
                new ValidationIssue("body.slug", "Field required", "missing")
            );
        error.Detail.Should().Be("body.numbers[1]: Input should be a valid string; body.slug: Field required");
    }

    [Theory]
    [MemberData(nameof(ApiCalls.OperationIds), MemberType = typeof(ApiCalls))]
    public async Task A_429_tells_how_long_to_wait_and_what_is_left(string operationId)
    {
        var error = await FailAsync<WorkspacesRateLimitException>(operationId, AnswerShape.RateLimited);

        error.RetryAfter.Should().Be(TimeSpan.FromSeconds(7));
        error.RateLimit.Should().Be(new RateLimit(100, 0, DateTimeOffset.FromUnixTimeSeconds(1795305600)));
        error.MayHaveBeenApplied.Should().BeFalse();
    }

    [Theory]
    [MemberData(nameof(ApiCalls.OperationIds), MemberType = typeof(ApiCalls))]
    public async Task A_400_is_a_kind_of_its_own(string operationId)
    {
        var error = await FailAsync<WorkspacesBadRequestException>(operationId, AnswerShape.BadRequest);

        error.Detail.Should().Be("There was an error parsing the body");
        error.MayHaveBeenApplied.Should().BeFalse();
    }

    [Theory]
    [MemberData(nameof(ApiCalls.OperationIds), MemberType = typeof(ApiCalls))]
    public async Task A_code_and_a_request_id_are_read_beside_the_detail(string operationId)
    {
        var error = await FailAsync<WorkspacesForbiddenException>(operationId, AnswerShape.CodeBesideDetail);

        (error.Detail, error.ErrorCode, error.RequestId).Should().Be(("The plan does not include this.", "plan_limit", "req-in-body"));
    }

    [Theory]
    [MemberData(nameof(ApiCalls.OperationIds), MemberType = typeof(ApiCalls))]
    public async Task A_detail_can_be_an_object(string operationId)
    {
        var error = await FailAsync<WorkspacesForbiddenException>(operationId, AnswerShape.DetailObject);

        (error.Detail, error.ErrorCode).Should().Be(("The plan does not include this.", "plan_limit"));
    }

    [Theory]
    [MemberData(nameof(ApiCalls.OperationIds), MemberType = typeof(ApiCalls))]
    public async Task A_message_does_where_there_is_no_detail(string operationId)
    {
        var error = await FailAsync<WorkspacesServerException>(operationId, AnswerShape.MessageWithoutDetail);

        error.Detail.Should().Be("Something broke.");
        error.MayHaveBeenApplied.Should().Be(ApiCalls.Of(operationId).IsWrite);
    }

    [Theory]
    [MemberData(nameof(ApiCalls.OperationIds), MemberType = typeof(ApiCalls))]
    public async Task Html_from_a_proxy_leaves_the_status(string operationId)
    {
        var error = await FailAsync<WorkspacesServerException>(operationId, AnswerShape.HtmlFromProxy);

        ((int)error.StatusCode, error.Detail).Should().Be((502, null));
        error.ResponseBody.Should().Contain("<h1>502 Bad Gateway</h1>");
        error.Message.Should().NotContain("<");
    }

    [Theory]
    [MemberData(nameof(ApiCalls.OperationIds), MemberType = typeof(ApiCalls))]
    public async Task An_empty_error_leaves_the_status(string operationId)
    {
        var error = await FailAsync<WorkspacesServerException>(operationId, AnswerShape.EmptyError);

        ((int)error.StatusCode, error.Detail, error.ResponseBody).Should().Be((500, null, null));
    }

    [Theory]
    [MemberData(nameof(ApiCalls.OperationIds), MemberType = typeof(ApiCalls))]
    public async Task A_status_without_a_kind_is_the_base_kind(string operationId)
    {
        var error = await FailAsync<WorkspacesApiException>(operationId, AnswerShape.UnknownStatus);

        ((int)error.StatusCode, error.Detail).Should().Be((418, "I am a teapot."));
    }

    [Theory]
    [MemberData(nameof(ApiCalls.OperationIds), MemberType = typeof(ApiCalls))]
    public async Task A_redirect_is_not_followed(string operationId)
    {
        var error = await FailAsync<WorkspacesApiException>(operationId, AnswerShape.Redirect);

        ((int)error.StatusCode).Should().Be(307);
        error.Message.Should().Contain("http://127.0.0.1:1/elsewhere");
    }

    [Theory]
    [MemberData(nameof(ApiCalls.OperationIds), MemberType = typeof(ApiCalls))]
    public async Task A_success_without_a_body_is_no_success(string operationId)
    {
        var error = await FailAsync<WorkspacesResponseException>(operationId, AnswerShape.EmptySuccess);

        error.Message.Should().Contain("its body is empty");
        error.MayHaveBeenApplied.Should().Be(ApiCalls.Of(operationId).IsWrite);
    }

    [Theory]
    [MemberData(nameof(ApiCalls.OperationIds), MemberType = typeof(ApiCalls))]
    public async Task A_success_that_is_html_is_no_success(string operationId)
    {
        var error = await FailAsync<WorkspacesResponseException>(operationId, AnswerShape.HtmlSuccess);

        error.Message.Should().Contain("something other than the service seems to have answered").And.NotContain("<");
        error.MayHaveBeenApplied.Should().Be(ApiCalls.Of(operationId).IsWrite);
    }

    [Theory]
    [MemberData(nameof(ApiCalls.OperationIds), MemberType = typeof(ApiCalls))]
    public async Task A_success_may_say_more_and_name_another_content_type(string operationId)
    {
        var stub = DocumentedAnswer.SuccessOf(operationId);
        Answer(stub);
        var plain = await ApiCalls.Of(operationId).SendAsync(Client());
        Service.StartAfresh();
        var more = Bom + stub.Body.TrimEnd()[..^1] + ""","added":{"nested":[1,null]}}""";
        Service
            .Given(ContractRequest.Of(operationId))
            .RespondWith(Response.Create().WithHeader("Content-Type", "text/plain; charset=utf-8").WithBody(more));

        var answer = await ApiCalls.Of(operationId).SendAsync(Client());

        answer.Value.Should().BeEquivalentTo(plain.Value, options => options.ComparingByMembers(answer.Value.GetType()));
    }

    [Theory]
    [InlineData("2026-01-01T00:00:00.000001Z", "2026-01-01T00:00:00.0000010Z")]
    [InlineData("2026-01-01T00:00:00+00:00", "2026-01-01T00:00:00.0000000Z")]
    [InlineData("2026-01-01T02:30:00.5+02:30", "2026-01-01T00:00:00.5000000Z")]
    [InlineData("2026-01-01T00:00:00.000001", "2026-01-01T00:00:00.0000010Z")]
    public async Task A_date_may_have_microseconds_and_any_offset_or_none(string sent, string read)
    {
        var stub = DocumentedAnswer.SuccessOf("get-workspace");
        Answer(stub with { Body = stub.Body.Replace("2026-01-01T00:00:00.000001Z", sent, StringComparison.Ordinal) });

        var workspace = await Client().GetAsync(Given.WorkspaceId, cancellationToken: TestContext.Current.CancellationToken);

        workspace.CreatedAt.UtcDateTime.ToString("O", CultureInfo.InvariantCulture).Should().Be(read);
    }

    /// <summary>One attempt: what is tried again is the matter of other tests.</summary>
    private async Task<TException> FailAsync<TException>(string operationId, IResponseBuilder answer)
        where TException : WorkspacesException
    {
        var call = ApiCalls.Of(operationId);
        Service.Given(ContractRequest.Of(operationId)).RespondWith(answer);

        var failure = await call.FailAsync(Client(options => options.MaxRetries = 0));

        ShouldBe(SentOnce, call);
        (failure.Operation, failure.Attempts).Should().Be((operationId, 1));
        return failure.Should().BeOfType<TException>().Which;
    }
}
