using System.Net;

namespace WorkspaceClients.Sending;

/// <summary>The twin of Sending/Platform.cs, for .NET Framework: its handler speaks HTTP/1.1 only, so no version is asked for.</summary>
internal static class Platform
{
    public static HttpMessageHandler CreateHandler() => new RenewingHandler();

    public static void Configure(HttpMessageHandler handler, TimeSpan connectionLifetime)
    {
        if (handler is HttpClientHandler client)
        {
            client.AutomaticDecompression = DecompressionMethods.GZip;
        }

        if (handler is RenewingHandler renewing)
        {
            renewing.ConnectionLifetime = connectionLifetime;
        }
    }

    public static void TurnRedirectsOff(HttpMessageHandler handler)
    {
        if (handler is HttpClientHandler client)
        {
            client.AllowAutoRedirect = false;
        }
    }

    public static void PreferHttp2(HttpClient _) { }

    public static CancellationTokenSource CancelAfter(TimeSpan limit, TimeProvider timeProvider) =>
        timeProvider.CreateCancellationTokenSource(limit);

    public static void UseVersionOf(HttpClient _, HttpRequestMessage __) { }

    /// <summary>.NET Framework keeps the lifetime of connections by address.</summary>
    private sealed class RenewingHandler : HttpClientHandler
    {
        public TimeSpan ConnectionLifetime { get; set; } = Timeout.InfiniteTimeSpan;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            ServicePointManager.FindServicePoint(request.RequestUri).ConnectionLeaseTimeout = (int)ConnectionLifetime.TotalMilliseconds;
            return base.SendAsync(request, cancellationToken);
        }
    }
}
