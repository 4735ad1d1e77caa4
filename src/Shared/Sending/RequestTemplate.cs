namespace WorkspaceClients.Sending;

/// <summary>What Refit built for a call. Every attempt sends a copy with the same bytes, whatever the caller changes meanwhile.</summary>
internal sealed class RequestTemplate
{
    private readonly byte[]? _body;

    /// <param name="built">The message that Refit built.</param>
    /// <param name="isWrite">Whether the operation writes.</param>
    public RequestTemplate(HttpRequestMessage built, bool isWrite)
    {
        Method = built.Method;
        Path = built.RequestUri!.OriginalString;
        Route = Platform.RouteOf(built);
        // SocketsHttpHandler sends a request without a body again by itself when the connection breaks, so a write always has one.
        _body = (built.Content as RequestContent)?.Bytes ?? (isWrite ? [] : null);
    }

    public HttpMethod Method { get; }

    /// <summary>The path and the query.</summary>
    public string Path { get; }

    /// <summary>The path with its parameters in braces.</summary>
    public string Route { get; }

    public HttpRequestMessage CreateMessage(Uri address) =>
        new(Method, address) { Content = _body is null ? null : new RequestContent(_body) };
}
