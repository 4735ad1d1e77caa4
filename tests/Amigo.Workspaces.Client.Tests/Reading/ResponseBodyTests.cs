namespace Amigo.Workspaces.Client.Tests.Reading;

public class ResponseBodyTests
{
    private const int Limit = 16 * 1024 * 1024;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4_095)]
    [InlineData(4_096)]
    [InlineData(4_097)]
    [InlineData(100_000)]
    public async Task A_body_is_read_whole_whether_its_length_is_announced_or_not(int length)
    {
        var bytes = Enumerable.Range(0, length).Select(i => (byte)i).ToArray();

        foreach (var announced in new long?[] { null, length })
        {
            using var body = await ReadAsync(new Source(length), announced);

            body.IsTooLarge.Should().BeFalse();
            body.Span.ToArray().Should().Equal(bytes);
        }
    }

    [Fact]
    public async Task A_body_of_the_largest_size_is_read()
    {
        foreach (var announced in new long?[] { null, Limit })
        {
            using var body = await ReadAsync(new Source(Limit), announced);

            body.IsTooLarge.Should().BeFalse();
            body.Memory.Length.Should().Be(Limit);
        }
    }

    [Fact]
    public async Task A_larger_body_that_is_announced_is_refused_unread()
    {
        var source = new Source(Limit + 1);

        using var body = await ReadAsync(source, Limit + 1);

        body.IsTooLarge.Should().BeTrue();
        source.Given.Should().Be(0);
    }

    [Fact]
    public async Task A_larger_body_that_is_not_announced_is_refused_before_it_fills_memory()
    {
        var source = new Source(long.MaxValue);

        using var body = await ReadAsync(source, announced: null);

        body.IsTooLarge.Should().BeTrue();
        source.Given.Should().BeGreaterThan(Limit).And.BeLessThanOrEqualTo(Limit + 1);
    }

    [Fact]
    public async Task A_body_longer_than_it_announced_is_still_read_whole()
    {
        using var body = await ReadAsync(new Source(10_000), announced: 3);

        body.Memory.Length.Should().Be(10_000);
    }

    [Fact]
    public async Task What_arrived_before_a_body_broke_off_stays_readable()
    {
        using var body = ResponseBody.Take();
        using var response = new HttpResponseMessage { Content = new StreamContent(new Source(10_000, breaksOff: true)) };

        var read = async () => await body.ReadAsync(response, TestContext.Current.CancellationToken);

        await read.Should().ThrowAsync<IOException>();
        body.Memory.Length.Should().Be(10_000);
    }

    private static async Task<ResponseBody> ReadAsync(Source source, long? announced)
    {
        var body = ResponseBody.Take();
        using var response = new HttpResponseMessage { Content = new StreamContent(source) };
        response.Content.Headers.ContentLength = announced;
        await body.ReadAsync(response, TestContext.Current.CancellationToken);
        return body;
    }

    /// <summary>Gives so many bytes, counting up, without holding them.</summary>
    private sealed class Source(long length, bool breaksOff = false) : Stream
    {
        public long Given { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var count = (int)Math.Min(buffer.Length, length - Given);
            if (count == 0 && breaksOff)
            {
                throw new IOException("The connection was reset.");
            }

            for (var i = 0; i < count; i++)
            {
                buffer[i] = (byte)(Given + i);
            }

            Given += count;
            return count;
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            new(Read(buffer.Span));

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
