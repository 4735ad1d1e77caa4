using System.Net;

namespace WorkspaceClients.Transport;

/// <summary>How we set up a connection, our own or one that the host's factory makes for us.</summary>
internal static class Connection
{
    private const DecompressionMethods Decompression = DecompressionMethods.GZip | DecompressionMethods.Brotli;

    /// <summary>Connections are renewed this often, so that changes of DNS are seen.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(2);

    public static SocketsHttpHandler CreateHandler()
    {
        var handler = new SocketsHttpHandler();
        Configure(handler);
        return handler;
    }

    /// <summary>Keeps what the host has set besides, such as a proxy. A handler of another kind is the host's own affair.</summary>
    public static void Configure(HttpMessageHandler handler)
    {
        TurnRedirectsOff(handler);
        switch (handler)
        {
            case SocketsHttpHandler sockets:
                sockets.AutomaticDecompression = Decompression;
                sockets.PooledConnectionLifetime = Lifetime;
                break;
            case HttpClientHandler client:
                client.AutomaticDecompression = Decompression;
                break;
        }
    }

    /// <summary>A redirect would carry a write to another address.</summary>
    public static void TurnRedirectsOff(HttpMessageHandler handler)
    {
        switch (handler)
        {
            case SocketsHttpHandler sockets:
                sockets.AllowAutoRedirect = false;
                break;
            case HttpClientHandler client:
                client.AllowAutoRedirect = false;
                break;
        }
    }

    public static void Configure(HttpClient client)
    {
        // Our own limits cover the body too, which this one does not.
        client.Timeout = Timeout.InfiniteTimeSpan;
        // For HTTP/2 where TLS offers it.
        client.DefaultRequestVersion = HttpVersion.Version20;
        client.DefaultVersionPolicy = HttpVersionPolicy.RequestVersionOrLower;
    }
}
