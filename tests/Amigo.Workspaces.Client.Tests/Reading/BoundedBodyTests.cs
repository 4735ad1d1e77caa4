using System.IO.Compression;
using System.Net;
using System.Text;
using Amigo.Workspaces.Client.Tests.Support;

namespace Amigo.Workspaces.Client.Tests.Reading;

/// <summary>What a service sends, or only announces, takes no more of this machine than the limits say.</summary>
public class BoundedBodyTests
{
    private const int MaxSuccess = 16 * 1024 * 1024;
    private const int MaxError = 64 * 1024;
    private const int MaxExcerpt = 8 * 1024;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(HttpStatusCode.OK, MaxSuccess + 1)]
    [InlineData(HttpStatusCode.Conflict, MaxError + 1)]
    [InlineData(HttpStatusCode.UnprocessableContent, MaxError + 1)]
    [InlineData(HttpStatusCode.ServiceUnavailable, MaxError + 1)]
    [InlineData(HttpStatusCode.Found, MaxError + 1)]
    public async Task A_body_without_end_is_read_no_further_than_its_limit(HttpStatusCode status, int limit)
    {
        var body = ScriptedBody.Endless((byte)'{');

        await FailAsync<WorkspacesException>(status, body);

        body.BytesGiven.Should().BeLessThanOrEqualTo(limit);
    }

    [Theory]
    [InlineData(HttpStatusCode.OK, MaxSuccess)]
    [InlineData(HttpStatusCode.Conflict, MaxSuccess)]
    [InlineData(HttpStatusCode.Conflict, 20 * 1024 * 1024)]
    [InlineData(HttpStatusCode.Conflict, long.MaxValue)]
    public async Task What_is_only_announced_takes_no_memory(HttpStatusCode status, long announced)
    {
        var body = new ScriptedBody(
            (buffer, number, _) =>
            {
                buffer.Span[0] = (byte)'{';
                return new(number < 100 ? 1 : 0);
            }
        );

        await FailAsync<WorkspacesException>(status, body, announced);

        body.BytesGiven.Should().Be(99);
        body.LargestBuffer.Should().BeLessThanOrEqualTo(MaxError);
    }

    [Fact]
    public async Task An_error_of_20_MB_keeps_its_first_8_KB()
    {
        var all = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 2_000_000).Select(number => $"{number:000000000} ")));
        await using var server = await StubServer.StartAsync(
            async (context, _) =>
            {
                context.Response.StatusCode = 409;
                await context.Response.Body.WriteAsync(all, context.RequestAborted);
            }
        );
        using var client = Given.Client(server.BaseAddress);

        var failure = await FailAsync<WorkspacesConflictException>(client);

        failure.ResponseBody.Should().Be(Encoding.UTF8.GetString(all, 0, MaxExcerpt));
    }

    [Theory]
    [InlineData(422, "{}")]
    [InlineData(422, """{"loc":["body","name"],"msg":"bad","type":"t"}""")]
    [InlineData(422, "\"bad\"")]
    [InlineData(422, "[[[]]]")]
    [InlineData(500, "{}")]
    public async Task An_error_that_inflates_to_16_MB_keeps_a_hundred_issues_and_8_KB(int status, string issue)
    {
        var bomb = Bomb("{\"detail\":[" + issue, "," + issue, MaxSuccess);
        bomb.Length.Should().BeLessThan(200_000);
        await using var server = await StubServer.StartAsync(
            async (context, _) =>
            {
                (context.Response.StatusCode, context.Response.ContentLength) = (status, bomb.Length);
                context.Response.Headers.ContentEncoding = "gzip";
                await context.Response.Body.WriteAsync(bomb, context.RequestAborted);
            }
        );
        using var client = Given.Client(server.BaseAddress);

        var failure = await FailAsync<WorkspacesApiException>(client);

        ((int)failure.StatusCode).Should().Be(status);
        failure.ResponseBody!.Length.Should().BeLessThanOrEqualTo(MaxExcerpt);
        (failure.Detail?.Length ?? 0).Should().BeLessThanOrEqualTo(MaxExcerpt + 1);
        failure.Message.Length.Should().BeLessThan(500);
        if (failure is WorkspacesValidationException validation)
        {
            validation.Issues.Should().HaveCountLessThanOrEqualTo(100);
        }
    }

    [Fact]
    public async Task A_text_of_64_KB_in_an_issue_is_cut()
    {
        var text = new string('x', 30_000);
        await using var server = await StubServer.StartAsync(422, $$"""{"detail":[{"loc":["{{text}}"],"msg":"m{{text}}","type":"t"}]}""");
        using var client = Given.Client(server.BaseAddress);

        var issue = (await FailAsync<WorkspacesValidationException>(client)).Issues.Should().ContainSingle().Subject;

        issue.Path.Length.Should().BeLessThan(2_000);
        issue.Message.Length.Should().BeLessThan(2_000);
    }

    [Fact]
    public async Task A_cancellation_inside_a_body_that_trickles_is_prompt()
    {
        using var cancel = new CancellationTokenSource();
        var body = new ScriptedBody(
            async (buffer, number, token) =>
            {
                if (number == 3)
                {
                    await cancel.CancelAsync();
                }

                token.ThrowIfCancellationRequested();
                buffer.Span[0] = (byte)' ';
                return 1;
            }
        );
        using var http = new HttpClient(new BodyHandler(HttpStatusCode.InternalServerError, body));
        using var client = new WorkspacesClient(http, Given.Options(new Uri("https://api.example")));

        var creating = () => client.CreateAsync(Given.CreateRequest, null, cancel.Token);

        (await creating.Should().ThrowAsync<OperationCanceledException>()).Which.CancellationToken.Should().Be(cancel.Token);
        body.BytesGiven.Should().Be(2);
    }

    private static async Task<TException> FailAsync<TException>(HttpStatusCode status, Stream body, long? length = null)
        where TException : WorkspacesException
    {
        using var http = new HttpClient(new BodyHandler(status, body, length));
        using var client = new WorkspacesClient(http, Given.Options(new Uri("https://api.example"), options => options.MaxRetries = 0));
        return await FailAsync<TException>(client);
    }

    private static async Task<TException> FailAsync<TException>(WorkspacesClient client)
        where TException : WorkspacesException
    {
        var creating = () => client.CreateAsync(Given.CreateRequest, null, Cancellation);
        return (await creating.Should().ThrowAsync<TException>()).Which;
    }

    private static byte[] Bomb(string first, string then, int length)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal))
        {
            gzip.Write(Encoding.UTF8.GetBytes(first));
            var block = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(then, 1 + (1024 * 1024 / then.Length))));
            for (var written = 0; written < length; written += block.Length)
            {
                gzip.Write(block);
            }

            gzip.Write("]}"u8);
        }

        return compressed.ToArray();
    }
}
