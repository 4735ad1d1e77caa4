using System.Text;
using Amigo.Workspaces.Client.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace Amigo.Workspaces.Client.Tests.Behaviour;

public class ErrorBodyTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string, string, string?, string?, string?> Shapes =>
        new()
        {
            { "text", """{"detail":"Not here."}""", "Not here.", null, null },
            { "text with a code and a request id", """{"detail":"No.","error_code":"E7","request_id":"r-1"}""", "No.", "E7", "r-1" },
            { "a number as code", """{"detail":"No.","error_code":7}""", "No.", "7", null },
            { "message alone", """{"message":"Broken."}""", "Broken.", null, null },
            { "message beside an empty detail", """{"detail":"","message":"Broken."}""", "Broken.", null, null },
            { "an object with words", """{"detail":{"message":"Broken.","error_code":"E8","request_id":"r-2"}}""", "Broken.", "E8", "r-2" },
            { "an object without words", """{"detail":{"slug":"x"}}""", """{"slug":"x"}""", null, null },
            { "a null detail", """{"detail":null}""", null, null, null },
            { "an empty object", "{}", null, null, null },
            { "a list", "[1]", null, null, null },
            { "a JSON text", "\"no\"", null, null, null },
            { "HTML", "<html><body>502 Bad Gateway</body></html>", null, null, null },
            { "nothing", "", null, null, null },
            { "JSON that breaks off", """{"detail":"Not he""", null, null, null },
            { "half a surrogate", """{"detail":"\ud83d"}""", "\uFFFD", null, null },
        };

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task Every_shape_of_error_body_is_read_for_what_it_holds(
        string shape,
        string body,
        string? detail,
        string? code,
        string? requestId
    )
    {
        await using var server = await StubServer.StartAsync(409, body);

        var exception = await FailureOf<WorkspacesConflictException>(server.BaseAddress);

        exception.Detail.Should().Be(detail, "of {0}", shape);
        exception.ErrorCode.Should().Be(code);
        exception.RequestId.Should().Be(requestId);
        exception.ResponseBody.Should().Be(body.Length == 0 ? null : body);
    }

    [Fact]
    public async Task A_422_with_text_has_no_issues()
    {
        await using var server = await StubServer.StartAsync(422, """{"detail":"Workspace slug confirmation did not match."}""");

        var exception = await FailureOf<WorkspacesValidationException>(server.BaseAddress);

        exception.Issues.Should().BeEmpty();
        exception.Detail.Should().Be("Workspace slug confirmation did not match.");
    }

    [Fact]
    public async Task The_header_names_the_request_before_the_body_does()
    {
        await using var server = await StubServer.StartAsync(409, """{"request_id":"of-body"}""", ("x-request-id", "of-header"));

        (await FailureOf<WorkspacesConflictException>(server.BaseAddress)).RequestId.Should().Be("of-header");
    }

    [Fact]
    public async Task A_body_that_stalls_does_not_hide_the_status()
    {
        var clock = new ManualTimeProvider();
        using var http = new HttpClient(new ObservedHandler(() => clock.Advance(TimeSpan.FromSeconds(30))));
        await using var server = await StubServer.StartAsync(
            async (context, _) =>
            {
                await WriteHalfAsync(context, 409);
                await StubServer.StallAsync(context);
            }
        );
        using var client = new WorkspacesClient(http, Given.Options(server.BaseAddress, options => options.TimeProvider = clock));

        var exception = await FailureOf<WorkspacesConflictException>(client);

        exception.Attempts.Should().Be(1);
    }

    [Fact]
    public async Task A_body_that_breaks_off_does_not_hide_the_status_and_what_came_is_kept()
    {
        await using var server = RawServer.Answering("HTTP/1.1 409 Conflict\r\nContent-Length: 1000\r\n\r\nhalf a bo");

        var exception = await FailureOf<WorkspacesConflictException>(server.BaseAddress);

        exception.ResponseBody.Should().Be("half a bo");
        exception.Detail.Should().BeNull();
    }

    [Fact]
    public async Task A_body_that_is_not_the_gzip_it_claims_to_be_does_not_hide_the_status()
    {
        await using var server = await StubServer.StartAsync(409, "not gzip at all", ("Content-Encoding", "gzip"));

        await FailureOf<WorkspacesConflictException>(server.BaseAddress);
    }

    [Fact]
    public async Task A_key_that_the_service_echoes_is_struck_from_everything()
    {
        var echo = $$"""{"detail":"Key {{Given.Key}} is not known.","error_code":"{{Given.Key}}","request_id":"{{Given.Key}}"}""";
        await using var server = await StubServer.StartAsync(401, echo);

        var exception = await FailureOf<WorkspacesUnauthorizedException>(server.BaseAddress);

        exception.Detail.Should().Be("Key [redacted] is not known.");
        $"{exception} {exception.ErrorCode} {exception.RequestId} {exception.ResponseBody}".Should().NotContain(Given.Key);
    }

    private static async Task WriteHalfAsync(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        context.Response.ContentLength = 100;
        await context.Response.WriteAsync("""{"detail":""", context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
    }

    private static async Task<TException> FailureOf<TException>(Uri address)
        where TException : WorkspacesApiException
    {
        using var client = Given.Client(address);
        return await FailureOf<TException>(client);
    }

    private static async Task<TException> FailureOf<TException>(WorkspacesClient client)
        where TException : WorkspacesApiException
    {
        var creating = () => client.CreateAsync(Given.CreateRequest, null, Cancellation);
        return (await creating.Should().ThrowAsync<TException>()).Which;
    }
}
