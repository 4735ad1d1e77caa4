namespace Amigo.Workspaces.Client.Tests.Support;

/// <summary>Answers in memory with a body that is made while it is read.</summary>
internal sealed class BodyHandler(System.Net.HttpStatusCode status, Stream body, long? length = null) : HttpMessageHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var content = new StreamContent(body);
        content.Headers.ContentLength = length;
        return Task.FromResult(new HttpResponseMessage(status) { RequestMessage = request, Content = content });
    }
}

/// <summary>A body that gives what a test says, read by read, and remembers how it was asked.</summary>
/// <param name="read">Fills a buffer and says how much it gave; the number says the how manieth read it is, from 1.</param>
internal sealed class ScriptedBody(Func<Memory<byte>, int, CancellationToken, ValueTask<int>> read) : Stream
{
    private int _reads;

    /// <summary>The largest buffer that was offered.</summary>
    public int LargestBuffer { get; private set; }

    public long BytesGiven { get; private set; }

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>As much of a byte as anybody asks for.</summary>
    public static ScriptedBody Endless(byte with) =>
        new(
            (buffer, _, _) =>
            {
                buffer.Span.Fill(with);
                return new(buffer.Length);
            }
        );

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        LargestBuffer = Math.Max(LargestBuffer, buffer.Length);
        var given = await read(buffer, ++_reads, cancellationToken);
        BytesGiven += given;
        return given;
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush() { }
}
