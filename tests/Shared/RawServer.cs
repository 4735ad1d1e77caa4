using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace WorkspaceClients.Tests;

/// <summary>A socket that answers with whatever bytes a test says, for what a web server cannot produce.</summary>
public sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<RawConnection, Task> _serve;
    private readonly Task _accepting;
    private int _connections;

    private RawServer(Func<RawConnection, Task> serve)
    {
        _serve = serve;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public Uri BaseAddress => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    /// <summary>How many connections were made.</summary>
    public int Connections => Volatile.Read(ref _connections);

    /// <param name="serve">Serves a connection, which is closed when it returns.</param>
    public static RawServer Start(Func<RawConnection, Task> serve) => new(serve);

    /// <summary>Reads each connection's request, and answers it with these bytes.</summary>
    public static RawServer Answering(string answer) =>
        Start(async connection =>
        {
            await connection.ReadRequestAsync();
            await connection.WriteAsync(answer);
        });

    /// <summary>Refuses new connections from now on; those that stand are served to their end.</summary>
    public void StopListening() => _listener.Stop();

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var serving = new List<Task>();
        try
        {
            while (true)
            {
                var socket = await _listener.AcceptSocketAsync(_stop.Token);
                serving.Add(ServeAsync(socket, Interlocked.Increment(ref _connections)));
            }
        }
        catch (Exception exception)
            when (exception is OperationCanceledException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The listener has stopped, perhaps between two connections.
            await Task.WhenAll(serving);
        }
    }

    private async Task ServeAsync(Socket socket, int number)
    {
        using var connection = new RawConnection(socket, number, _stop.Token);
        try
        {
            await _serve(connection);
        }
        catch (Exception exception)
            when (exception is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The client went away, or the test is over.
        }
    }
}

/// <summary>One connection to a <see cref="RawServer" />.</summary>
public sealed class RawConnection(Socket socket, int number, CancellationToken stop) : IDisposable
{
    private readonly NetworkStream _stream = new(socket, ownsSocket: true);

    /// <summary>The how manieth connection this is, from 1.</summary>
    public int Number => number;

    /// <summary>Ends with the test.</summary>
    public CancellationToken Stop => stop;

    /// <summary>Reads one request whole: the headers, and as much of a body as they announce.</summary>
    public async Task<string> ReadRequestAsync()
    {
        var text = new StringBuilder();
        var buffer = new byte[4096];
        while (!IsWhole(text.ToString()))
        {
            var read = await _stream.ReadAsync(buffer, stop);
            if (read == 0)
            {
                throw new IOException("The client closed the connection before its request was whole.");
            }

            text.Append(Encoding.UTF8.GetString(buffer, 0, read));
        }

        return text.ToString();
    }

    /// <summary>Reads so many bytes.</summary>
    public async Task<byte[]> ReadBytesAsync(int count)
    {
        var bytes = new byte[count];
        await _stream.ReadExactlyAsync(bytes, stop);
        return bytes;
    }

    /// <summary>Reads what has arrived, however little that is.</summary>
    public async Task<string> ReadTextAsync()
    {
        var buffer = new byte[4096];
        var read = await _stream.ReadAsync(buffer, stop);
        return read > 0 ? Encoding.UTF8.GetString(buffer, 0, read) : throw new IOException("The client closed the connection.");
    }

    /// <summary>Waits until the first byte of a request arrives, and reads no more than that.</summary>
    public async Task ReadFirstByteAsync() => await _stream.ReadExactlyAsync(new byte[1], stop);

    public async Task WriteAsync(string text)
    {
        await _stream.WriteAsync(Encoding.UTF8.GetBytes(text), stop);
        await _stream.FlushAsync(stop);
    }

    public Task WriteAsync(byte[] bytes) => _stream.WriteAsync(bytes, stop).AsTask();

    /// <summary>Waits until the client closes the connection, or the test is over.</summary>
    public async Task StallAsync()
    {
        var buffer = new byte[4096];
        while (await _stream.ReadAsync(buffer, stop) > 0) { }
    }

    /// <summary>Says that nothing more will come, and still takes what does.</summary>
    public void EndSending() => socket.Shutdown(SocketShutdown.Send);

    /// <summary>Resets the connection instead of closing it.</summary>
    public void Reset()
    {
        socket.LingerState = new LingerOption(enable: true, seconds: 0);
        socket.Close();
    }

    public void Dispose() => _stream.Dispose();

    private static bool IsWhole(string request)
    {
        var end = request.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (end < 0)
        {
            return false;
        }

        const string name = "Content-Length:";
        var at = request.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        var announced =
            at < 0 || at > end ? 0 : int.Parse(request.AsSpan((at + name.Length)..request.IndexOf('\r', at)), CultureInfo.InvariantCulture);
        return Encoding.UTF8.GetByteCount(request[(end + 4)..]) >= announced;
    }
}
