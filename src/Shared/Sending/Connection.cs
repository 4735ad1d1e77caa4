namespace WorkspaceClients.Sending;

/// <summary>How we set up a connection, our own or one that the host's factory makes for us.</summary>
internal static class Connection
{
    /// <summary>Connections are renewed this often, so that changes of DNS are seen.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(2);

    public static HttpMessageHandler CreateHandler()
    {
        var handler = Platform.CreateHandler();
        Configure(handler);
        return handler;
    }

    /// <summary>Keeps what the host has set besides, such as a proxy. A handler of another kind is the host's own affair.</summary>
    public static void Configure(HttpMessageHandler handler)
    {
        TurnRedirectsOff(handler);
        Platform.Configure(handler, Lifetime);
    }

    /// <summary>A redirect would carry a write to another address.</summary>
    public static void TurnRedirectsOff(HttpMessageHandler handler) => Platform.TurnRedirectsOff(handler);

    public static void Configure(HttpClient client)
    {
        // Our own limits cover the body too, which this one does not.
        client.Timeout = Timeout.InfiniteTimeSpan;
        Platform.PreferHttp2(client);
    }
}
