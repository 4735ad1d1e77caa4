using Refit;

namespace WorkspaceClients.Sending;

/// <summary>Has Refit's generated code build requests from its interfaces. It sends none.</summary>
internal static class RequestBuilder
{
    /// <summary>Refit asks for a client, and uses it for nothing when a method returns the message.</summary>
    private static readonly HttpClient Unused = new(new SendsNothing());

    public static T For<T>(IHttpContentSerializer bodies)
        where T : class =>
        Platform.Generated<T>(Unused, new RefitSettings(bodies) { Buffered = true, UrlResolution = UrlResolutionMode.Rfc3986 });

    /// <summary>Refit builds at once: the task has always ended.</summary>
    public static HttpRequestMessage Built(this Task<HttpRequestMessage> building) => building.GetAwaiter().GetResult();

    private sealed class SendsNothing : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            throw new NotSupportedException();
    }
}
