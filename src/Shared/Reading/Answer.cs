using System.Net;

namespace WorkspaceClients.Reading;

/// <summary>What the service answered with, as it was read.</summary>
internal readonly record struct Answer<T>(T Value, HttpResponseMessage Response, int Attempts, Secrets Secrets)
{
    public HttpStatusCode StatusCode => Response.StatusCode;

    public ResponseHeaders Headers => ResponseHeaders.Of(Response, Secrets);
}
