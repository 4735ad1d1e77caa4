namespace WorkspaceClients.Sending;

/// <summary>What Refit built for a call: every attempt sends the same, whatever the caller or a handler changes meanwhile.</summary>
internal readonly struct RequestTemplate
{
    private readonly byte[]? _body;

    /// <param name="built">The message that Refit built.</param>
    /// <param name="isWrite">Whether the operation writes.</param>
    public RequestTemplate(HttpRequestMessage built, bool isWrite)
    {
        Method = built.Method;
        Route = Platform.TakeRoute(built);
        // SocketsHttpHandler sends a request without a body again by itself when the connection breaks, so a write always has one.
        _body = (built.Content as RequestContent)?.Bytes ?? (isWrite ? [] : null);
    }

    public HttpMethod Method { get; }

    /// <summary>The path with its parameters in braces.</summary>
    public string Route { get; }

    public HttpRequestMessage CreateMessage(Uri address) => Complete(new HttpRequestMessage(Method, address));

    /// <summary>Makes the message that Refit built the one to send.</summary>
    public HttpRequestMessage Complete(HttpRequestMessage built, Uri address)
    {
        built.RequestUri = address;
        return Complete(built);
    }

    private HttpRequestMessage Complete(HttpRequestMessage message)
    {
        if (_body is not null)
        {
            message.Content ??= new RequestContent(_body);
        }

        return message;
    }
}
