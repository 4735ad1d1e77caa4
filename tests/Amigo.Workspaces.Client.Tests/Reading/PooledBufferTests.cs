using System.Net;
using System.Runtime.InteropServices;
using System.Text;
using Amigo.Workspaces.Client.Tests.Support;

namespace Amigo.Workspaces.Client.Tests.Reading;

/// <summary>A buffer goes back to the pool empty: the next to use it may read for another tenant. Other tests use the same pool.</summary>
[Collection(RunAlone.Name)]
public class PooledBufferTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(HttpStatusCode.OK, 700)]
    [InlineData(HttpStatusCode.OK, 300_000)]
    [InlineData(HttpStatusCode.Conflict, 700)]
    [InlineData(HttpStatusCode.Conflict, 300_000)]
    public async Task Nothing_of_an_answer_is_left_in_it(HttpStatusCode status, int length)
    {
        var body = new ObservedBody(Encoding.UTF8.GetBytes(Given.WorkspaceJson.PadRight(length)), failAtEnd: false);

        await Record.ExceptionAsync(() => GetAsync(status, body));

        body.Filled.Should().NotBeEmpty().And.OnlyContain(filled => filled.Key.Take(filled.Value).All(one => one == 0));
    }

    [Theory]
    [InlineData(HttpStatusCode.OK)]
    [InlineData(HttpStatusCode.Conflict)]
    public async Task Nothing_is_left_of_what_was_read_when_the_answer_breaks_off(HttpStatusCode status)
    {
        var body = new ObservedBody(Encoding.UTF8.GetBytes(Given.WorkspaceJson), failAtEnd: true);

        await Record.ExceptionAsync(() => GetAsync(status, body));

        body.Filled.Should().NotBeEmpty().And.OnlyContain(filled => filled.Key.Take(filled.Value).All(one => one == 0));
    }

    private static async Task GetAsync(HttpStatusCode status, ObservedBody body)
    {
        using var http = new HttpClient(new Answering(status, body));
        using var client = new WorkspacesClient(http, Given.Options(new Uri("https://api.example"), options => options.MaxRetries = 0));
        await client.GetAsync(Given.WorkspaceId, cancellationToken: Cancellation);
    }

    private sealed class Answering(HttpStatusCode status, Stream body) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(status) { RequestMessage = request, Content = new StreamContent(body) });
    }

    /// <summary>Keeps every buffer that it is asked to fill, and how far it did. What lies beyond may be anybody's.</summary>
    private sealed class ObservedBody(byte[] bytes, bool failAtEnd) : MemoryStream(bytes)
    {
        private readonly byte[] _bytes = bytes;

        public Dictionary<byte[], int> Filled { get; } = [];

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            MemoryMarshal.TryGetArray<byte>(buffer, out var segment).Should().BeTrue();
            // By hand: the stream itself would read by way of the same pool.
            var some = _bytes.AsSpan((int)Position);
            some = some[..Math.Min(some.Length, buffer.Length)];
            some.CopyTo(buffer.Span);
            Filled[segment.Array!] = segment.Offset + some.Length;
            Position += some.Length;
            return failAtEnd ? throw new IOException("The connection was reset.") : new(some.Length);
        }
    }
}
