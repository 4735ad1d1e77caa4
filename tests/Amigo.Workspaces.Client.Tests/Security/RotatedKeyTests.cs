using System.Collections.Concurrent;
using Amigo.Workspaces.Client.Tests.Support;

namespace Amigo.Workspaces.Client.Tests.Security;

/// <summary>A key that was rotated between two attempts is still a key.</summary>
public class RotatedKeyTests
{
    private const string Old = "amg_live_0ldK3y0ldK3y";
    private const string New = "amg_live_n3wK3yn3wK3y";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(409)]
    [InlineData(422)]
    [InlineData(503)]
    public async Task Both_are_struck_from_a_failure_that_echoes_both(int status)
    {
        await using var server = await EchoingAsync(status, Echo);
        using var log = new LogBook();
        using var client = Client(server.BaseAddress, log);

        var getting = () => client.GetAsync(Given.WorkspaceId, new() { MaxRetries = 1 }, Cancel);

        var failure = (await getting.Should().ThrowAsync<WorkspacesApiException>()).Which;
        var issues = failure is WorkspacesValidationException { Issues: var all } ? string.Join(' ', all) : "";
        string[] told =
        [
            $"{failure} {failure.Detail} {failure.ErrorCode} {failure.RequestId} {failure.ResponseBody} {issues}",
            .. log.Entries.Select(entry => entry.Message),
        ];
        told.Should().OnlyContain(text => !text.Contains(Old) && !text.Contains(New));
        failure.ResponseBody.Should().Contain("[redacted]");
        server.Requests.Select(request => request.Headers["Authorization"]).Should().Equal("Bearer " + Old, "Bearer " + New);
    }

    [Fact]
    public async Task Both_are_struck_from_the_names_and_the_values_of_a_successful_answers_headers()
    {
        await using var server = await EchoingAsync(200, Given.WorkspaceJson);
        using var client = Client(server.BaseAddress, null);

        var answer = await client.Workspaces.GetWorkspaceAsync(Given.WorkspaceId, cancellationToken: Cancel);

        var told = string.Join('\n', answer.Headers.Select(header => $"{header.Key}: {string.Join(", ", header.Value)}"));
        told.Should().NotContainAny(Old, New).And.Contain("X-[redacted]-Seen");
        $"{answer} {answer.RequestId}".Should().NotContainAny(Old, New);
    }

    [Fact]
    public async Task Both_are_struck_when_what_echoes_them_is_an_unreadable_success()
    {
        await using var server = await EchoingAsync(200, $$"""{"id":"{{Old}}","{{New}}":tru""");
        using var client = Client(server.BaseAddress, null);

        var getting = () => client.GetAsync(Given.WorkspaceId, cancellationToken: Cancel);

        (await getting.Should().ThrowAsync<WorkspacesException>()).Which.ToString().Should().NotContainAny(Old, New);
    }

    private static string Echo =>
        $$"""
            {"detail":[{"loc":["header","{{Old}}","{{New}}"],"msg":"not {{Old}} but {{New}}","type":"{{Old}}"}],
            "error_code":"{{Old}}","request_id":"{{New}}{{Old}}"}
            """;

    /// <summary>Fails once, and then answers with both keys in every header that is read and in the name of one that is not.</summary>
    private static Task<StubServer> EchoingAsync(int status, string body) =>
        StubServer.StartAsync(
            (context, number) =>
                StubServer.RespondAsync(
                    context,
                    number == 1 ? 503 : status,
                    number == 1 ? "" : body,
                    ("x-request-id", $"{Old}/{New}"),
                    ($"X-{Old}-Seen", New),
                    ($"X-{New}-Seen", Old)
                )
        );

    private static WorkspacesClient Client(Uri address, LogBook? log)
    {
        var keys = new ConcurrentQueue<string>([Old, New]);
        var options = Given.Options(address, options => options.ApiKey = null);
        options.ApiKeyProvider = _ => new(keys.TryDequeue(out var key) ? key : New);
        return new WorkspacesClient(options, log);
    }
}
