using Amigo.Workspaces.Client.Tests.Contract.Tools;

namespace Amigo.Workspaces.Client.Tests.Contract.WireMock;

/// <summary>Answers that occur in practice on every operation, whatever the contract documents for it.</summary>
public sealed class AnswerShapeTests(WireMockServer wireMock) : WireMockTest(wireMock)
{
    [Theory]
    [MemberData(nameof(ApiCalls.OperationIds), MemberType = typeof(ApiCalls))]
    public async Task A_422_can_be_a_text(string operationId)
    {
        var error = await FailAsync<WorkspacesValidationException>(operationId, "validation-text");

        error.Detail.Should().Be("A development workspace cannot be converted.");
        error.Issues.Should().BeEmpty();
        error.MayHaveBeenApplied.Should().BeFalse();
    }

    [Theory]
    [MemberData(nameof(ApiCalls.OperationIds), MemberType = typeof(ApiCalls))]
    public async Task A_422_can_be_a_list_of_issues(string operationId)
    {
        var error = await FailAsync<WorkspacesValidationException>(operationId, "validation-array");

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
        var error = await FailAsync<WorkspacesRateLimitException>(operationId, "rate-limited");

        error.RetryAfter.Should().Be(TimeSpan.FromSeconds(7));
        error.RateLimit.Should().Be(new RateLimit(100, 0, DateTimeOffset.FromUnixTimeSeconds(1795305600)));
        error.MayHaveBeenApplied.Should().BeFalse();
    }

    [Theory]
    [MemberData(nameof(ApiCalls.OperationIds), MemberType = typeof(ApiCalls))]
    public async Task A_400_is_a_kind_of_its_own(string operationId)
    {
        var error = await FailAsync<WorkspacesBadRequestException>(operationId, "bad-request");

        error.Detail.Should().Be("There was an error parsing the body");
        error.MayHaveBeenApplied.Should().BeFalse();
    }

    [Theory]
    [MemberData(nameof(ApiCalls.OperationIds), MemberType = typeof(ApiCalls))]
    public async Task A_code_and_a_request_id_are_read_beside_the_detail(string operationId)
    {
        var error = await FailAsync<WorkspacesForbiddenException>(operationId, "coded-error");

        (error.Detail, error.ErrorCode, error.RequestId).Should().Be(("The plan does not include this.", "plan_limit", "req-in-body"));
    }

    [Theory]
    [MemberData(nameof(ApiCalls.OperationIds), MemberType = typeof(ApiCalls))]
    public async Task A_message_does_where_there_is_no_detail(string operationId)
    {
        var error = await FailAsync<WorkspacesServerException>(operationId, "message-only");

        error.Detail.Should().Be("Something broke.");
        error.MayHaveBeenApplied.Should().Be(ApiCalls.Of(operationId).IsWrite);
    }

    [Theory]
    [MemberData(nameof(ApiCalls.OperationIds), MemberType = typeof(ApiCalls))]
    public async Task Html_from_a_proxy_leaves_the_status(string operationId)
    {
        var error = await FailAsync<WorkspacesServerException>(operationId, "html-from-a-proxy");

        ((int)error.StatusCode, error.Detail).Should().Be((502, null));
        error.ResponseBody.Should().Contain("<h1>502 Bad Gateway</h1>");
        error.Message.Should().NotContain("<");
    }

    [Theory]
    [MemberData(nameof(ApiCalls.OperationIds), MemberType = typeof(ApiCalls))]
    public async Task An_empty_error_leaves_the_status(string operationId)
    {
        var error = await FailAsync<WorkspacesServerException>(operationId, "empty-error");

        ((int)error.StatusCode, error.Detail, error.ResponseBody).Should().Be((500, null, null));
    }

    [Theory]
    [MemberData(nameof(ApiCalls.OperationIds), MemberType = typeof(ApiCalls))]
    public async Task A_status_without_a_kind_is_the_base_kind(string operationId)
    {
        var error = await FailAsync<WorkspacesApiException>(operationId, "unknown-status");

        ((int)error.StatusCode, error.Detail).Should().Be((418, "I am a teapot."));
    }

    [Theory]
    [MemberData(nameof(ApiCalls.OperationIds), MemberType = typeof(ApiCalls))]
    public async Task A_redirect_is_not_followed(string operationId)
    {
        var error = await FailAsync<WorkspacesApiException>(operationId, "redirect");

        ((int)error.StatusCode).Should().Be(307);
        error.Message.Should().Contain("http://127.0.0.1:1/elsewhere");
    }

    [Theory]
    [MemberData(nameof(ApiCalls.OperationIds), MemberType = typeof(ApiCalls))]
    public async Task A_success_without_a_body_is_no_success(string operationId)
    {
        var error = await FailAsync<WorkspacesResponseException>(operationId, "empty-success");

        error.Message.Should().Contain("its body is empty");
        error.MayHaveBeenApplied.Should().Be(ApiCalls.Of(operationId).IsWrite);
    }

    [Theory]
    [MemberData(nameof(ApiCalls.OperationIds), MemberType = typeof(ApiCalls))]
    public async Task A_success_that_is_html_is_no_success(string operationId)
    {
        var error = await FailAsync<WorkspacesResponseException>(operationId, "html-success");

        error.Message.Should().Contain("not what the contract says").And.NotContain("<");
        error.MayHaveBeenApplied.Should().Be(ApiCalls.Of(operationId).IsWrite);
    }

    /// <summary>One attempt: what is tried again is the matter of other tests.</summary>
    private async Task<TException> FailAsync<TException>(string operationId, string stub)
        where TException : WorkspacesException
    {
        var call = ApiCalls.Of(operationId);

        var failure = await call.FailAsync(Client(options => options.MaxRetries = 0), ForStub(stub));

        ShouldBe((await SentAsync()).Single(), call);
        (failure.Operation, failure.Attempts).Should().Be((operationId, 1));
        return failure.Should().BeOfType<TException>().Which;
    }
}
