using Amigo.Workspaces.Client.Tests.Support;

namespace Amigo.Workspaces.Client.Tests.Security;

/// <summary>What a service says of itself is one short line, however it is written: a log is read line by line, in terminals too.</summary>
public class OneLineTests
{
    private const int Short = 1_000;

    /// <summary>An escape sequence that clears a terminal, a forged line, what turns the rest around, and far too much of it.</summary>
    private static readonly string Evil = "r-1\\n\\u001b[2Jerror: forged\\r\\u0085\\u2028\\u202e\\u200f\\u061c" + new string('x', 50_000);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(404)]
    [InlineData(409)]
    [InlineData(422)]
    [InlineData(503)]
    public async Task An_errors_own_words_and_ids(int status)
    {
        string[] bodies =
        [
            $$"""{"request_id":"{{Evil}}","detail":"no"}""",
            $$"""{"error_code":"{{Evil}}","detail":"no"}""",
            $$"""{"detail":"{{Evil}}"}""",
            $$$"""{"detail":{"message":"{{{Evil}}}"}}""",
            $$"""{"detail":[{"loc":["{{Evil}}"],"msg":"no","type":"t"}]}""",
        ];
        foreach (var body in bodies)
        {
            await using var server = await StubServer.StartAsync(status, body);
            using var log = new LogBook();
            using var client = new WorkspacesClient(Given.Options(server.BaseAddress, options => options.MaxRetries = 1), log);

            var getting = () => client.GetAsync(Given.WorkspaceId, null, Cancel);

            var failure = (await getting.Should().ThrowAsync<WorkspacesApiException>()).Which;
            failure.Message.Should().Match(text => IsOneLine(text) && text.Length < Short);
            failure.RequestId.Should().Match(text => text == null || (IsOneLine(text) && text.Length < Short));
            failure.ErrorCode.Should().Match(text => text == null || (IsOneLine(text) && text.Length < Short));
            failure.Detail.Should().Match(text => text == null || IsOneLine(text));
            log.Entries.Should().NotBeEmpty().And.OnlyContain(entry => IsOneLine(entry.Message) && entry.Message.Length < Short);
        }
    }

    [Theory]
    [InlineData(200)]
    [InlineData(500)]
    public async Task The_headers_of_an_answer(int status)
    {
        var id = "r-1\u001b[2J" + new string('x', 20_000);
        await using var server = RawServer.Answering(
            $"HTTP/1.1 {status} Odd\r\nx-request-id: {id}\r\nLocation: {id}\r\nContent-Length: {Given.WorkspaceJson.Length}\r\n"
                + $"Connection: close\r\n\r\n{Given.WorkspaceJson}"
        );
        using var log = new LogBook();
        using var client = new WorkspacesClient(Given.Options(server.BaseAddress, options => options.MaxRetries = 0), log);

        var failure = await Record.ExceptionAsync(() => client.GetAsync(Given.WorkspaceId, null, Cancel));

        (failure?.Message ?? "").Should().Match(text => IsOneLine(text) && text.Length < Short);
        log.Entries.Should().NotBeEmpty().And.OnlyContain(entry => IsOneLine(entry.Message) && entry.Message.Length < Short);
    }

    /// <summary>The framework's exception quotes it, and hosts log an exception with all its causes.</summary>
    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nr-1\u001b[2J\r\n\r\n")]
    [InlineData("HTTP/1.1 2\u001b[2J0 OK\r\n\r\n")]
    [InlineData("\u001b[2J\u0007 is not HTTP\r\n\r\n")]
    [InlineData(null)]
    public async Task A_line_that_is_not_HTTP(string? answer)
    {
        await using var server = RawServer.Answering(answer ?? new string('x', 50_000) + "\r\n\r\n");
        using var client = Given.Client(server.BaseAddress, options => options.MaxRetries = 0);

        var getting = () => client.GetAsync(Given.WorkspaceId, null, Cancel);

        var failure = (await getting.Should().ThrowAsync<WorkspacesConnectionException>()).Which;
        failure.InnerException.Should().NotBeNull("it tells what was wrong");
        failure.ToString().ReplaceLineEndings("").Should().Match(text => IsOneLine(text) && text.Length < 10_000);
    }

    private static bool IsOneLine(string text) =>
        !text.Any(character => char.IsControl(character) || character is '\u061C' or '\u200F' or '\u2028' or '\u2029' or '\u202E');
}
