using System.Buffers;
using System.Runtime.CompilerServices;

namespace WorkspaceClients.Sending;

/// <summary>The body of one answer in a pooled buffer. What has arrived stays readable when the rest does not come.</summary>
internal sealed class ResponseBody : IDisposable
{
    /// <summary>A larger body is refused before it fills memory.</summary>
    public const int MaxBytes = 16 * 1024 * 1024;

    private const int InitialBytes = 4 * 1024;

    private byte[] _buffer = [];
    private int _length;

    public bool IsTooLarge { get; private set; }

    public ReadOnlyMemory<byte> Memory => _buffer.AsMemory(0, _length);

    public ReadOnlySpan<byte> Span => _buffer.AsSpan(0, _length);

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public async ValueTask ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        var announced = content.Headers.ContentLength;
        if (announced > MaxBytes)
        {
            IsTooLarge = true;
            return;
        }

        // One byte more than announced, so that the end is seen without growing.
        _buffer = ArrayPool<byte>.Shared.Rent(announced is { } bytes ? (int)bytes + 1 : InitialBytes);
        // Ends with the answer that it belongs to.
        var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        int read;
        while ((read = await stream.ReadAsync(_buffer.AsMemory(_length), cancellationToken).ConfigureAwait(false)) > 0)
        {
            _length += read;
            if (_length > MaxBytes)
            {
                IsTooLarge = true;
                return;
            }

            GrowWhenFull();
        }
    }

    public void Dispose()
    {
        if (_buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = [];
            _length = 0;
        }
    }

    private void GrowWhenFull()
    {
        if (_length < _buffer.Length)
        {
            return;
        }

        var larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
        _buffer.AsSpan(0, _length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
