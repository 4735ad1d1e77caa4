using System.Net.Sockets;
using System.Text;

namespace Amigo.Workspaces.Emulator.Tests.Support;

/// <summary>HTTP by hand, to see what a connection really does.</summary>
public sealed class RawConnection : IDisposable
{
    private readonly TcpClient _client = new();
    private readonly StringBuilder _received = new();

    public string Received => _received.ToString();

    public string ReceivedHead => Received[..Received.IndexOf("\r\n\r\n", StringComparison.Ordinal)];

    public string ReceivedBody => Received[(Received.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];

    public int PromisedLength =>
        int.Parse(
            ReceivedHead.Split("\r\n").Single(line => line.StartsWith("Content-Length: ", StringComparison.Ordinal))[16..],
            System.Globalization.CultureInfo.InvariantCulture
        );

    public static async Task<RawConnection> SendAsync(
        Uri address,
        string method,
        string path,
        string key,
        CancellationToken cancellationToken,
        string moreHeaders = ""
    )
    {
        var connection = new RawConnection();
        await connection._client.ConnectAsync(address.Host, address.Port, cancellationToken);
        var request = $"{method} {path} HTTP/1.1\r\nHost: {address.Authority}\r\nAuthorization: Bearer {key}\r\n{moreHeaders}\r\n";
        await connection._client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request), cancellationToken);
        return connection;
    }

    public async Task<int> ReadAsync(CancellationToken cancellationToken)
    {
        var buffer = new byte[64 * 1024];
        var count = await _client.GetStream().ReadAsync(buffer, cancellationToken);
        _received.Append(Encoding.UTF8.GetString(buffer, 0, count));
        return count;
    }

    public async Task ReadToEndAsync(CancellationToken cancellationToken)
    {
        while (await ReadAsync(cancellationToken) > 0) { }
    }

    public async Task ReadUntilHalfTheBodyAsync(CancellationToken cancellationToken)
    {
        while (!Received.Contains("\r\n\r\n", StringComparison.Ordinal) || ReceivedBody.Length < PromisedLength / 2)
        {
            (await ReadAsync(cancellationToken)).Should().BePositive("half of the body must arrive");
        }
    }

    public void StopSending() => _client.Client.Shutdown(SocketShutdown.Send);

    public void Dispose() => _client.Dispose();
}
