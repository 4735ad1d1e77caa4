using System.IO.Compression;
using System.Text;
using Amigo.Workspaces.Client.Tests.Support;

namespace Amigo.Workspaces.Client.Tests.Behaviour;

public class AnswerBodyTests
{
    private const int Limit = 16 * 1024 * 1024;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task A_compressed_answer_is_read(string encoding)
    {
        var body = Compress(encoding, Encoding.UTF8.GetBytes(Given.WorkspaceJson));

        (await GetAsync(body, encoding)).Slug.Should().Be("acme-clinic");
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task A_compression_that_never_was_one_is_a_connection_failure(string encoding)
    {
        var getting = () => GetAsync(Encoding.UTF8.GetBytes(Given.WorkspaceJson), encoding);

        (await getting.Should().ThrowAsync<WorkspacesConnectionException>()).Which.Attempts.Should().Be(3);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task A_compression_that_ends_too_early_is_an_answer_that_broke_off(string encoding)
    {
        var whole = Compress(encoding, Encoding.UTF8.GetBytes(Given.WorkspaceJson));

        var getting = () => GetAsync(whole[..(whole.Length / 2)], encoding);

        (await getting.Should().ThrowAsync<WorkspacesConnectionException>()).Which.Attempts.Should().Be(3);
    }

    [Theory]
    [InlineData("gzip", 10)]
    [InlineData("gzip", 5)]
    [InlineData("br", 1)]
    public async Task A_compression_that_ends_before_it_says_anything_is_one_too(string encoding, int length)
    {
        var whole = Compress(encoding, Encoding.UTF8.GetBytes(Given.WorkspaceJson));

        var getting = () => GetAsync(whole[..length], encoding);

        (await getting.Should().ThrowAsync<WorkspacesConnectionException>()).Which.Attempts.Should().Be(3);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task A_compression_that_ends_deep_inside_is_one_too(string encoding)
    {
        var half = Given.WorkspaceJson.TrimEnd('}') + ",\"x\":" + new string('[', 100);

        var getting = () => GetAsync(Compress(encoding, Encoding.UTF8.GetBytes(half)), encoding);

        (await getting.Should().ThrowAsync<WorkspacesConnectionException>()).Which.Attempts.Should().Be(3);
    }

    [Fact]
    public async Task A_connection_that_closes_in_place_of_a_body_broke_off()
    {
        await using var server = RawServer.Answering("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n");
        using var client = Given.Client(server.BaseAddress);

        var getting = () => client.GetAsync(Given.WorkspaceId, null, Cancellation);

        (await getting.Should().ThrowAsync<WorkspacesConnectionException>()).Which.Attempts.Should().Be(3);
    }

    [Theory]
    [InlineData("application/json; charset=nonsense")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("application/json; charset=\"utf-8\"")]
    [InlineData("text/html")]
    [InlineData("not a content type at all")]
    [InlineData(null)]
    public async Task The_content_type_does_not_matter(string? contentType)
    {
        (await GetAsync(Encoding.UTF8.GetBytes(Given.WorkspaceJson), null, contentType)).Slug.Should().Be("acme-clinic");
    }

    [Fact]
    public async Task A_byte_order_mark_does_not_matter()
    {
        (await GetAsync([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Given.WorkspaceJson)])).Slug.Should().Be("acme-clinic");
    }

    [Fact]
    public async Task A_byte_order_mark_alone_is_an_empty_body()
    {
        var getting = () => GetAsync([0xEF, 0xBB, 0xBF]);

        (await getting.Should().ThrowAsync<WorkspacesResponseException>()).Which.Message.Should().Contain("empty");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("gzip")]
    public async Task An_answer_of_16_MB_is_read(string? encoding)
    {
        var body = PaddedTo(Limit);

        (await GetAsync(encoding is null ? body : Compress(encoding, body), encoding)).Slug.Should().Be("acme-clinic");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("gzip")]
    public async Task A_larger_answer_is_refused(string? encoding)
    {
        var body = PaddedTo(Limit + 1);

        var getting = () => GetAsync(encoding is null ? body : Compress(encoding, body), encoding);

        var exception = (await getting.Should().ThrowAsync<WorkspacesResponseException>()).Which;
        exception.Message.Should().Contain("16 MB");
        exception.Attempts.Should().Be(1);
    }

    [Fact]
    public async Task An_answer_without_end_is_refused()
    {
        await using var server = await StubServer.StartAsync(
            async (context, _) =>
            {
                var block = new byte[64 * 1024];
                while (!context.RequestAborted.IsCancellationRequested)
                {
                    await context.Response.Body.WriteAsync(block, context.RequestAborted);
                }
            }
        );
        using var client = Given.Client(server.BaseAddress);

        var creating = () => client.CreateAsync(Given.CreateRequest, null, Cancellation);

        (await creating.Should().ThrowAsync<WorkspacesResponseException>()).Which.MayHaveBeenApplied.Should().BeTrue();
    }

    [Theory]
    [InlineData(202)]
    [InlineData(226)]
    public async Task Any_success_with_the_right_body_is_a_success(int status)
    {
        await using var server = await StubServer.StartAsync(status, Given.WorkspaceJson);
        using var client = Given.Client(server.BaseAddress);

        (await client.Workspaces.GetWorkspaceAsync(Given.WorkspaceId, null, Cancellation)).StatusCode.Should().HaveValue(status);
    }

    [Fact]
    public async Task A_success_without_a_body_is_no_answer()
    {
        await using var server = await StubServer.StartAsync(
            (context, _) =>
            {
                context.Response.StatusCode = 204;
                return Task.CompletedTask;
            }
        );
        using var client = Given.Client(server.BaseAddress);

        var archiving = () => client.ArchiveAsync(Given.WorkspaceId, "acme-clinic", null, Cancellation);

        (await archiving.Should().ThrowAsync<WorkspacesResponseException>()).Which.MayHaveBeenApplied.Should().BeTrue();
    }

    private static async Task<Workspace> GetAsync(byte[] body, string? encoding = null, string? contentType = "application/json")
    {
        await using var server = await StubServer.StartAsync(
            async (context, _) =>
            {
                context.Response.Headers.ContentEncoding = encoding;
                context.Response.Headers.ContentType = contentType;
                context.Response.ContentLength = body.Length;
                await context.Response.Body.WriteAsync(body, context.RequestAborted);
            }
        );
        using var client = Given.Client(server.BaseAddress);
        return await client.GetAsync(Given.WorkspaceId, null, Cancellation);
    }

    private static byte[] PaddedTo(int length)
    {
        var body = new byte[length];
        Array.Fill(body, (byte)' ');
        Encoding.UTF8.GetBytes(Given.WorkspaceJson).CopyTo(body, 0);
        return body;
    }

    private static byte[] Compress(string encoding, byte[] body)
    {
        using var compressed = new MemoryStream();
        using (
            Stream stream =
                encoding == "gzip"
                    ? new GZipStream(compressed, CompressionLevel.Fastest)
                    : new BrotliStream(compressed, CompressionLevel.Fastest)
        )
        {
            stream.Write(body);
        }

        return compressed.ToArray();
    }
}
