namespace WorkspaceClients.Sending;

/// <summary>How we set up a connection, our own or one that the host's factory makes for us.</summary>
internal static class Connection
{
    /// <summary>Connections are renewed this often, to follow DNS changes.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(2);

    public static HttpMessageHandler CreateHandler()
    {
        var handler = Platform.CreateHandler();
        Configure(handler);
        Platform.Secure(handler);
        return handler;
    }

    /// <summary>Whether a client's only handler is the framework's own, so that what it says of its connection can be believed.</summary>
    public static bool ConnectsAlone(HttpClient client) => Platform.HandlerOf(client) is { } handler && Platform.Connects(handler);

    /// <summary>Keeps other settings of the host. Other kinds of handlers are left alone.</summary>
    public static void Configure(HttpMessageHandler handler) => Platform.Configure(handler, Lifetime);

    /// <summary>
    /// A redirect would carry a write to another address, a cookie one tenant's session to another tenant, and a proxy a key in clear.
    /// </summary>
    /// <returns>The handler, or one around it that notes what reaches the connection when it is one that connects.</returns>
    public static HttpMessageHandler Secure(HttpMessageHandler handler)
    {
        Platform.Secure(handler);
        return Platform.Connects(handler) ? new ConnectionHandler(handler) : handler;
    }

    public static void Configure(HttpClient client)
    {
        // Our own limits cover the body too, which this one does not.
        client.Timeout = Timeout.InfiniteTimeSpan;
        Platform.PreferHttp2(client);
    }

    /// <summary>Sends, and ends when the headers of the answer are there.</summary>
    public static Task<HttpResponseMessage> SendAsync(
        HttpMessageInvoker connections,
        HttpRequestMessage request,
        CancellationToken cancellationToken
    ) =>
        connections is HttpClient client
            ? client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
            : connections.SendAsync(request, cancellationToken);

    /// <summary>Whether the headers of a write go ahead of its body, and a service may act on them alone.</summary>
    public static bool ExpectsContinue(HttpMessageInvoker connections) =>
        connections is HttpClient { DefaultRequestHeaders.ExpectContinue: true };
}
