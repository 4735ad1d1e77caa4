namespace WorkspaceClients.Sending;

/// <summary>Stands right above the handler that connects, and notes that a request has come through to it.</summary>
internal sealed class ConnectionHandler(HttpMessageHandler primary) : DelegatingHandler(primary)
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is RequestContent body)
        {
            // A handler of the host may have set it. The headers would go ahead, and the framework send again what was not continued.
            request.Headers.ExpectContinue = false;
            body.ReachConnection();
        }

        return base.SendAsync(request, cancellationToken);
    }
}
