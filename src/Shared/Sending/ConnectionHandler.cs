namespace WorkspaceClients.Sending;

/// <summary>Stands right above the handler that connects, and notes that a request has come through to it.</summary>
internal sealed class ConnectionHandler(HttpMessageHandler primary) : DelegatingHandler(primary)
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        (request.Content as RequestContent)?.ReachConnection();
        return base.SendAsync(request, cancellationToken);
    }
}
