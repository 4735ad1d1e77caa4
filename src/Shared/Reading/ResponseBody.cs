using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace WorkspaceClients.Reading;

/// <summary>
/// The body of one answer in a pooled buffer that grows with what arrives, whatever length was announced. What has arrived stays readable when
/// the rest does not come. The buffer goes back to the pool empty: the next to use it may be another tenant.
/// </summary>
internal sealed class ResponseBody : IDisposable
{
    /// <summary>A larger success is refused before it fills memory.</summary>
    public const int MaxBytes = 16 * 1024 * 1024;

    /// <summary>No more than this is read of an error.</summary>
    public const int MaxErrorBytes = 64 * 1024;

    private const int InitialBytes = 4 * 1024;
    private const int MaxInitialBytes = 64 * 1024;

    private static readonly IdlePool<ResponseBody> Idle = new();

    private byte[] _buffer = [];
    private int _length;
    private bool _isWhole;
    private Task<int>? _reading;

    private ResponseBody() { }

    public bool IsTooLarge { get; private set; }

    public ReadOnlyMemory<byte> Memory => _buffer.AsMemory(0, _length);

    public ReadOnlySpan<byte> Span => _buffer.AsSpan(0, _length);

    public static ResponseBody Take() => Idle.Take() ?? new ResponseBody();

    /// <summary>Reads a success whole, and of an error the beginning, as far as it comes.</summary>
    public ValueTask ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (!response.IsSuccessStatusCode)
        {
            return ReadBestEffortAsync(response.Content, cancellationToken);
        }

        IsTooLarge = AnnouncedLength(response.Content) > MaxBytes;
        return IsTooLarge ? default : ReadAsync(response.Content, MaxBytes, cancellationToken);
    }

    /// <summary>A body that stalls or breaks off never hides the status: the part that arrived is used.</summary>
    private async ValueTask ReadBestEffortAsync(HttpContent content, CancellationToken cancellationToken)
    {
        try
        {
            await ReadAsync(content, MaxErrorBytes, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception)
        {
            // The status is known, and worth more than why its body did not come.
        }
    }

    public void Dispose()
    {
        if (_reading is { IsCompleted: false })
        {
            // A read that was left behind may still write into the buffer, so nobody else may have it.
            LeftBehind.Abandon(_reading);
            return;
        }

        // A read that failed may have left something beyond what counts.
        Return(_buffer, _isWhole ? _length : _buffer.Length);
        _buffer = [];
        _length = 0;
        _isWhole = false;
        _reading = null;
        IsTooLarge = false;
        Idle.TryKeep(this);
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask ReadAsync(HttpContent content, int limit, CancellationToken cancellationToken)
    {
        // One byte more than announced, so that the end is seen without growing.
        var size = AnnouncedLength(content) is { } bytes ? (int)Math.Min(bytes, MaxInitialBytes - 1) + 1 : InitialBytes;
        _buffer = ArrayPool<byte>.Shared.Rent(size);
        var opening = content.ReadAsStreamAsync(cancellationToken);
        try
        {
            // Ends with the answer that it belongs to. A content of the host's own may take long to give it, and ignore its token.
            var stream = await opening.OrCancelled(cancellationToken).ConfigureAwait(false);
            int read;
            while ((read = await ReadSomeAsync(stream, limit, cancellationToken).ConfigureAwait(false)) > 0)
            {
                _length += read;
                if (_length > limit)
                {
                    IsTooLarge = true;
                    _length = limit;
                    return;
                }

                GrowWhenFull();
            }

            _isWhole = true;
        }
        finally
        {
            LeftBehind.Abandon(opening);
        }
    }

    /// <summary>Asks for one byte beyond the limit, and no more.</summary>
    private ValueTask<int> ReadSomeAsync(Stream stream, int limit, CancellationToken cancellationToken)
    {
        var read = stream.ReadAsync(_buffer.AsMemory(_length, Math.Min(_buffer.Length, limit + 1) - _length), cancellationToken);
        if (read.IsCompleted)
        {
            return read;
        }

        _reading = read.AsTask();
        return new ValueTask<int>(_reading.OrCancelled(cancellationToken));
    }

    /// <summary>As the header says it. The property of the same name would keep what it parses, and buffer what has no length.</summary>
    private static long? AnnouncedLength(HttpContent content)
    {
        if (content.Headers.NonValidated.TryGetValues("Content-Length", out var values))
        {
            foreach (var value in values)
            {
                return long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var length) ? length : null;
            }
        }

        return null;
    }

    private void GrowWhenFull()
    {
        if (_length < _buffer.Length)
        {
            return;
        }

        var larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
        Span.CopyTo(larger);
        Return(_buffer, _length);
        _buffer = larger;
    }

    private static void Return(byte[] buffer, int used)
    {
        if (buffer.Length > 0)
        {
            buffer.AsSpan(0, used).Clear();
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
