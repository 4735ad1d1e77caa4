using System.Net;
using Amigo.Workspaces.Client.Tests.Support;

namespace Amigo.Workspaces.Client.Tests.Failures;

public class FailureMessageTests
{
    [Fact]
    public void A_status_with_its_request_and_the_services_words() =>
        Message(Operations.GetWorkspace, Status(404, "Workspace not found.") with { RequestId = "req-1" })
            .Should()
            .Be("get-workspace failed with 404 Not Found (request req-1): Workspace not found.");

    [Fact]
    public void A_status_alone() => Message(Operations.GetWorkspace, Status(404)).Should().Be("get-workspace failed with 404 Not Found.");

    [Fact]
    public void A_status_without_a_name() => Message(Operations.GetWorkspace, Status(499)).Should().Be("get-workspace failed with 499.");

    [Fact]
    public void Attempts_are_told_when_there_were_several() =>
        Message(Operations.GetWorkspace, Status(503), attempts: 3)
            .Should()
            .Be("get-workspace failed with 503 Service Unavailable after 3 attempts.");

    [Fact]
    public void A_write_that_may_have_been_applied_says_so()
    {
        Message(Operations.CreateMyWorkspace, Status(500, "Boom"))
            .Should()
            .Be("create-my-workspace failed with 500 Internal Server Error: Boom It may have been applied: look before you repeat it.");
        Message(Operations.CreateMyWorkspace, Status(409)).Should().NotContain("applied");
        Message(Operations.GetWorkspace, Status(500)).Should().NotContain("applied");
    }

    [Fact]
    public void Raw_json_is_not_repeated()
    {
        var failure = Status(422) with { Error = new ServiceError("""{"input":"+15550100"}""", HasWords: false, null, null, []) };

        Message(Operations.UpdateTestCallerNumbers, failure)
            .Should()
            .Be("update-test-caller-numbers failed with 422 Unprocessable Entity.");
    }

    [Fact]
    public void Long_words_are_cut_and_line_breaks_are_taken_out()
    {
        var message = Message(
            Operations.GetWorkspace,
            Status(400, "two\r\nlines " + new string('x', 10_000)) with
            {
                RequestId = new string('r', 10_000),
            }
        );

        message.Should().Contain("two  lines xxx").And.Contain("rrr…").And.EndWith("x…");
        message.Length.Should().BeLessThan(500);
        message.Should().NotContainAny("\r", "\n");
    }

    [Fact]
    public void Where_a_redirect_points_is_told() =>
        Message(Operations.GetWorkspace, Status(302) with { Location = "https://else.example/" })
            .Should()
            .EndWith("; it redirects to https://else.example/, and redirects are not followed.");

    [Theory]
    [InlineData(FailureKind.AttemptTimeout)]
    [InlineData(FailureKind.TotalTimeout)]
    internal void A_timeout_names_the_limit_and_its_option(FailureKind kind) =>
        Message(
                Operations.GetWorkspace,
                new Failure(kind) { Timeout = TimeSpan.FromMilliseconds(1_500), TimeoutOption = "WorkspacesClientOptions.AttemptTimeout" },
                attempts: 2
            )
            .Should()
            .Be("get-workspace got no complete answer within 1.5 s (WorkspacesClientOptions.AttemptTimeout) after 2 attempts.");

    [Theory]
    [InlineData(FailureKind.NotConnected)]
    [InlineData(FailureKind.Untrusted)]
    [InlineData(FailureKind.BrokenOff)]
    [InlineData(FailureKind.Unexpected)]
    internal void A_connection_names_the_host_the_port_and_what_went_wrong(FailureKind kind) =>
        Message(Operations.GetWorkspace, new Failure(kind) { Reason = "the connection broke off" })
            .Should()
            .Be("get-workspace got no complete answer from api.example:443: the connection broke off.");

    [Fact]
    public void An_unreadable_answer_says_what_is_wrong_with_it() =>
        Message(
                Operations.GetWorkspace,
                new Failure(FailureKind.Unreadable)
                {
                    StatusCode = HttpStatusCode.OK,
                    RequestId = "req-1",
                    Reason = "its body is empty",
                }
            )
            .Should()
            .Be("get-workspace answered 200 OK (request req-1), but its body is empty.");

    [Fact]
    public void No_culture_changes_a_message()
    {
        var before = System.Globalization.CultureInfo.CurrentCulture;
        System.Globalization.CultureInfo.CurrentCulture = new System.Globalization.CultureInfo("de-DE");
        try
        {
            Message(Operations.GetWorkspace, new Failure(FailureKind.AttemptTimeout) { Timeout = TimeSpan.FromMilliseconds(1_500) })
                .Should()
                .Contain("1.5 s");
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }

    private static Failure Status(int status, string? words = null) =>
        new(FailureKind.Status)
        {
            StatusCode = (HttpStatusCode)status,
            Error = words is null ? ServiceError.None : new ServiceError(words, HasWords: true, null, null, []),
        };

    private static string Message(Operation operation, Failure failure, int attempts = 1)
    {
        var settings = ClientSettings.From(Given.Options(new Uri("https://api.example")));
        using var built = new HttpRequestMessage(HttpMethod.Get, new Uri("/v1", UriKind.Relative));
        var call = new Call(operation, built, null, settings, CancellationToken.None);
        for (var attempt = 0; attempt < attempts; attempt++)
        {
            call.BeginAttempt();
        }

        call.Failed(failure);
        return FailureMessage.Of(call, failure);
    }
}
