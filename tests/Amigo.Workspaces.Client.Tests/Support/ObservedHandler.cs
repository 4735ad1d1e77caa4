namespace Amigo.Workspaces.Client.Tests.Support;

/// <summary>Real connections that tell when the headers of an answer have arrived, before the body is read.</summary>
internal sealed class ObservedHandler(Action headersArrived) : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false })
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        headersArrived();
        return response;
    }
}
