using System.Net;

namespace Polyteia.Workspaces.Client.Tests.Behaviour;

/// <summary>What a refusal of the service looks like to a caller. Its body is not documented, so it is read as well as can be.</summary>
public class ErrorTests
{
    private static RequestOptions Once => new() { MaxRetries = 0 };

    [Theory]
    [InlineData(400, typeof(PolyteiaBadRequestException))]
    [InlineData(401, typeof(PolyteiaUnauthorizedException))]
    [InlineData(402, typeof(PolyteiaApiException))]
    [InlineData(403, typeof(PolyteiaForbiddenException))]
    [InlineData(404, typeof(PolyteiaNotFoundException))]
    [InlineData(409, typeof(PolyteiaConflictException))]
    [InlineData(418, typeof(PolyteiaApiException))]
    [InlineData(422, typeof(PolyteiaValidationException))]
    [InlineData(429, typeof(PolyteiaRateLimitException))]
    [InlineData(500, typeof(PolyteiaServerException))]
    [InlineData(502, typeof(PolyteiaServerException))]
    [InlineData(503, typeof(PolyteiaUnavailableException))]
    [InlineData(599, typeof(PolyteiaServerException))]
    [InlineData(302, typeof(PolyteiaApiException))]
    public async Task A_status_has_its_kind(int status, Type kind)
    {
        await using var server = await StubServer.StartAsync(
            status,
            """{"error":{"code":"some_code","message":"Some words."}}""",
            ("x-request-id", "req-9"),
            ("X-RateLimit-Limit", "10"),
            ("X-RateLimit-Remaining", "0"),
            ("Retry-After", "7")
        );
        using var client = Given.Client(server.BaseAddress);

        var failure = await QueryCall.Of("create_workspace").FailAsync(client, Once);

        failure.GetType().Should().Be(kind);
        failure
            .Should()
            .BeEquivalentTo(
                new
                {
                    Operation = "create_workspace",
                    Attempts = 1,
                    RequestId = "req-9",
                    MayHaveBeenApplied = status >= 500,
                    StatusCode = (HttpStatusCode)status,
                    ErrorCode = "some_code",
                    Detail = "Some words.",
                    ResponseBody = """{"error":{"code":"some_code","message":"Some words."}}""",
                    RateLimit = new RateLimit(10, 0, null),
                    RetryAfter = TimeSpan.FromSeconds(7),
                }
            );
        failure
            .Message.Should()
            .StartWith($"create_workspace failed with {status}")
            .And.Contain("(request req-9)")
            .And.Contain("Some words.");
    }

    [Theory]
    [InlineData("""{"error":"No."}""", "No.", null)]
    [InlineData("""{"message":"No."}""", "No.", null)]
    [InlineData("""{"detail":"No.","error":{"message":"not this"}}""", "No.", null)]
    [InlineData("""{"error":{"message":"No.","error_code":17}}""", "No.", "17")]
    [InlineData("<html>No.</html>", null, null)]
    [InlineData("", null, null)]
    public async Task Its_words_are_found_where_they_may_be(string body, string? detail, string? code)
    {
        await using var server = await StubServer.StartAsync(403, body);
        using var client = Given.Client(server.BaseAddress);

        var failure = (PolyteiaForbiddenException)await QueryCall.Of("get_workspace").FailAsync(client);

        (failure.Detail, failure.ErrorCode).Should().Be((detail, code));
        failure.ResponseBody.Should().Be(body.Length == 0 ? null : body);
    }

    [Fact]
    public async Task The_issues_of_a_422_are_kept_when_it_has_some()
    {
        await using var server = await StubServer.StartAsync(
            422,
            """{"detail":[{"loc":["params","name"],"msg":"too long","type":"max"}]}"""
        );
        using var client = Given.Client(server.BaseAddress);

        var failure = (PolyteiaValidationException)await QueryCall.Of("create_workspace").FailAsync(client);

        failure.Issues.Should().Equal(new ValidationIssue("params.name", "too long", "max"));
    }

    [Fact]
    public async Task A_redirect_is_not_followed_and_named()
    {
        await using var elsewhere = await StubServer.StartAsync(200, Given.WorkspaceAnswer);
        await using var server = await StubServer.StartAsync(307, "", ("Location", elsewhere.BaseAddress.ToString()));
        using var client = Given.Client(server.BaseAddress);

        var failure = await QueryCall.Of("create_workspace").FailAsync(client);

        failure.Message.Should().Contain(elsewhere.BaseAddress.ToString());
        failure.MayHaveBeenApplied.Should().BeFalse();
        elsewhere.Requests.Should().BeEmpty();
    }

    [Theory]
    [InlineData("""{"data":{"id":null}}""", "$.data.id is null")]
    [InlineData("""{"data":{}}""", "$.data.id is missing")]
    [InlineData("""{"data":{"id":7}}""", "$.data.id cannot be read")]
    public async Task An_answer_to_a_delete_must_name_what_was_deleted(string answer, string words)
    {
        await using var server = await StubServer.StartAsync(200, answer);
        using var client = Given.Client(server.BaseAddress);

        var failure = await QueryCall.Of("delete_workspace").FailAsync(client);

        failure.Should().BeOfType<PolyteiaResponseException>().Which.MayHaveBeenApplied.Should().BeTrue();
        failure.Message.Should().Contain(words);
    }
}
