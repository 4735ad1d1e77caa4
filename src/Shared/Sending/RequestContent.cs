using System.Net;

namespace WorkspaceClients.Sending;

/// <summary>
/// The body of one attempt, which knows whether anybody has read it. Nobody can send a write without its body, so an unread body at our own
/// connection proves that nothing was sent.
/// </summary>
internal sealed class RequestContent : HttpContent
{
    private const int Unread = 0;
    private const int Read = 1;
    private const int Closed = 2;

    private int _state;
    private volatile bool _hasReachedConnection;

    public RequestContent(byte[] bytes)
    {
        Bytes = bytes;
        if (bytes.Length > 0)
        {
            Headers.TryAddWithoutValidation("Content-Type", "application/json");
        }
    }

    public byte[] Bytes { get; }

    /// <summary>The request has passed every handler of the host.</summary>
    public void ReachConnection() => _hasReachedConnection = true;

    /// <summary>Whether nothing was sent. From then on nothing can be: a handler that was left behind finds the body closed.</summary>
    public bool ProvesNothingWasSent() => _hasReachedConnection && Interlocked.CompareExchange(ref _state, Closed, Unread) != Read;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        BeginReading();
        return stream.WriteAsync(Bytes, 0, Bytes.Length);
    }

    protected override Task<Stream> CreateContentReadStreamAsync()
    {
        BeginReading();
        return Task.FromResult<Stream>(new MemoryStream(Bytes, writable: false));
    }

    protected override bool TryComputeLength(out long length)
    {
        length = Bytes.Length;
        return true;
    }

    private void BeginReading()
    {
        if (Interlocked.CompareExchange(ref _state, Read, Unread) == Closed)
        {
            throw new InvalidOperationException("The attempt that this body belongs to is over.");
        }
    }
}
