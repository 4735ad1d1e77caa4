using System.Net;
using System.Reflection;

namespace WorkspaceClients.Transport;

/// <summary>
/// The twin of Transport/Platform.cs, for .NET Framework. It may also run on a newer framework, whose handlers it knows by the names of
/// their properties only.
/// </summary>
internal static class Platform
{
    private static readonly Type? SocketsHandler = Type.GetType("System.Net.Http.SocketsHttpHandler, System.Net.Http");

    public static HttpMessageHandler CreateHandler() =>
        SocketsHandler is null ? new RenewingHandler() : (HttpMessageHandler)Activator.CreateInstance(SocketsHandler)!;

    public static void Configure(HttpMessageHandler handler, TimeSpan connectionLifetime)
    {
        Set(handler, nameof(HttpClientHandler.AutomaticDecompression), DecompressionMethods.GZip);
        Set(handler, "PooledConnectionLifetime", connectionLifetime);
        if (handler is RenewingHandler renewing)
        {
            renewing.ConnectionLifetime = connectionLifetime;
        }
    }

    public static void TurnRedirectsOff(HttpMessageHandler handler) => Set(handler, nameof(HttpClientHandler.AllowAutoRedirect), false);

    public static void PreferHttp2(HttpClient client)
    {
        // .NET Framework has no HTTP/2.
    }

    public static CancellationTokenSource CancelAfter(TimeSpan limit, TimeProvider timeProvider) =>
        timeProvider.CreateCancellationTokenSource(limit);

    public static void UseVersionOf(HttpClient client, HttpRequestMessage request)
    {
        // A client has no version of its own.
    }

    private static void Set(HttpMessageHandler handler, string property, object value)
    {
        if (handler is HttpClientHandler || SocketsHandler?.IsInstanceOfType(handler) == true)
        {
            handler.GetType().GetProperty(property, BindingFlags.Public | BindingFlags.Instance)?.SetValue(handler, value);
        }
    }

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
