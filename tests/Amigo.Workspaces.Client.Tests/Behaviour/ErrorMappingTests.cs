using System.Net;
using Amigo.Workspaces.Client.Tests.Support;

namespace Amigo.Workspaces.Client.Tests.Behaviour;

public class ErrorMappingTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(300, typeof(WorkspacesApiException))]
    [InlineData(304, typeof(WorkspacesApiException))]
    [InlineData(400, typeof(WorkspacesBadRequestException))]
    [InlineData(401, typeof(WorkspacesUnauthorizedException))]
    [InlineData(403, typeof(WorkspacesForbiddenException))]
    [InlineData(404, typeof(WorkspacesNotFoundException))]
    [InlineData(405, typeof(WorkspacesApiException))]
    [InlineData(408, typeof(WorkspacesApiException))]
    [InlineData(409, typeof(WorkspacesConflictException))]
    [InlineData(418, typeof(WorkspacesApiException))]
    [InlineData(422, typeof(WorkspacesValidationException))]
    [InlineData(429, typeof(WorkspacesRateLimitException))]
    [InlineData(500, typeof(WorkspacesServerException))]
    [InlineData(502, typeof(WorkspacesServerException))]
    [InlineData(503, typeof(WorkspacesUnavailableException))]
    [InlineData(504, typeof(WorkspacesServerException))]
    [InlineData(507, typeof(WorkspacesServerException))]
    [InlineData(599, typeof(WorkspacesServerException))]
    public async Task A_status_has_its_kind_of_exception_whatever_the_operation(int status, Type kind)
    {
        await using var server = await StubServer.StartAsync(
            (context, _) =>
            {
                context.Response.StatusCode = status;
                context.Response.Headers["x-request-id"] = "req-7";
                context.Response.Headers["X-RateLimit-Remaining"] = "0";
                context.Response.Headers.RetryAfter = "3600";
                return Task.CompletedTask;
            }
        );

        foreach (var call in OperationCall.All)
        {
            // One each, because a 429 holds back the later calls of its client.
            using var client = Given.Client(server.BaseAddress);
            var calling = () => call.Raw(client, null, Cancellation);

            var exception = (await calling.Should().ThrowAsync<WorkspacesApiException>()).Which;
            exception.Should().BeOfType(kind, "of {0}", call.Id);
            exception.StatusCode.Should().Be((HttpStatusCode)status);
            exception.Operation.Should().Be(call.Id);
            exception.RequestId.Should().Be("req-7");
            exception.RateLimit.Should().Be(new RateLimit(null, 0, null));
            exception.RetryAfter.Should().Be(TimeSpan.FromHours(1));
            exception.Attempts.Should().Be(1);
            exception.MayHaveBeenApplied.Should().Be(call.IsWrite && (status == 408 || status >= 500));
            exception.Message.Should().StartWith(call.Id).And.Contain($"{status}").And.Contain("req-7").And.NotContain("\n");
        }
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_is_named_and_not_followed(int status)
    {
        await using var elsewhere = await StubServer.StartAsync(200, Given.WorkspaceJson);
        var target = new Uri(elsewhere.BaseAddress, "/elsewhere").AbsoluteUri;
        await using var server = await StubServer.StartAsync(status, "", ("Location", target));
        using var client = Given.Client(server.BaseAddress);

        foreach (var call in OperationCall.All)
        {
            var calling = () => call.Plain(client, null, Cancellation);

            (await calling.Should().ThrowAsync<WorkspacesApiException>()).Which.Message.Should().Contain(target);
        }

        elsewhere.Requests.Should().BeEmpty();
        server.Requests.Should().HaveCount(OperationCall.All.Count);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(404)]
    [InlineData(503)]
    public async Task An_error_that_names_an_address_is_no_redirect(int status)
    {
        await using var server = await StubServer.StartAsync(status, "", ("Location", "https://else.example/"));
        using var client = Given.Client(server.BaseAddress, options => options.MaxRetries = 0);

        var getting = () => client.GetAsync(Given.WorkspaceId, null, Cancellation);

        (await getting.Should().ThrowAsync<WorkspacesApiException>()).Which.Message.Should().NotContain("else.example");
    }

    [Theory]
    [InlineData(301, "GET")]
    [InlineData(307, "GET")]
    [InlineData(307, "PATCH")]
    public async Task A_redirect_that_the_callers_own_client_has_followed_is_refused(int status, string method)
    {
        await using var elsewhere = await StubServer.StartAsync(200, Given.WorkspaceJson);
        await using var server = await StubServer.StartAsync(
            status,
            "",
            ("Location", new Uri(elsewhere.BaseAddress, "/elsewhere").AbsoluteUri)
        );
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = true });
        using var client = new WorkspacesClient(http, Given.Options(server.BaseAddress));
        var call = OperationCall.All.First(one => one.Method == method && one.Answer == Given.WorkspaceJson);

        var calling = () => call.Plain(client, null, Cancellation);

        var exception = (await calling.Should().ThrowAsync<WorkspacesResponseException>()).Which;
        exception.Message.Should().Contain("redirects must be off");
        exception.MayHaveBeenApplied.Should().Be(call.IsWrite);
        exception.Attempts.Should().Be(1);
    }

    [Fact]
    public async Task A_404_is_never_a_null_and_never_a_default()
    {
        await using var server = await StubServer.StartAsync(404, """{"detail":"Workspace not found."}""");
        using var client = Given.Client(server.BaseAddress);

        var getting = () => client.GetAsync(Given.WorkspaceId, null, Cancellation);

        (await getting.Should().ThrowAsync<WorkspacesNotFoundException>()).Which.Detail.Should().Be("Workspace not found.");
    }
}
