using System.Net;

namespace WorkspaceClients.Sending;

/// <summary>What .NET Framework does in another way; the twin of this file is in Compatibility.</summary>
internal static class Platform
{
    private const DecompressionMethods Decompression = DecompressionMethods.GZip | DecompressionMethods.Brotli;

    public static HttpMessageHandler CreateHandler() => new SocketsHttpHandler();

    /// <summary>Keeps what the host has set besides, such as a proxy. A handler of another kind is the host's own affair.</summary>
    /// <param name="handler">The handler.</param>
    /// <param name="connectionLifetime">How long a connection is used before it is renewed.</param>
    public static void Configure(HttpMessageHandler handler, TimeSpan connectionLifetime)
    {
        switch (handler)
        {
            case SocketsHttpHandler sockets:
                sockets.AutomaticDecompression = Decompression;
                sockets.PooledConnectionLifetime = connectionLifetime;
                break;
            case HttpClientHandler client:
                client.AutomaticDecompression = Decompression;
                break;
        }
    }

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

    /// <summary>HTTP/2 where TLS offers it.</summary>
    public static void PreferHttp2(HttpClient client)
    {
        client.DefaultRequestVersion = HttpVersion.Version20;
        client.DefaultVersionPolicy = HttpVersionPolicy.RequestVersionOrLower;
    }

    /// <summary>A source that cancels itself when the time is over.</summary>
    public static CancellationTokenSource CancelAfter(TimeSpan limit, TimeProvider timeProvider) => new(limit, timeProvider);

    public static void UseVersionOf(HttpClient client, HttpRequestMessage request)
    {
        request.Version = client.DefaultRequestVersion;
        request.VersionPolicy = client.DefaultVersionPolicy;
    }
}
