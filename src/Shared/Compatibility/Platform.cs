using System.Net;
using System.Reflection;

namespace WorkspaceClients.Sending;

/// <summary>
/// The twin of Sending/Platform.cs, for .NET Framework. It may also run on a newer framework, whose handlers it knows by the names of
/// their properties only.
/// </summary>
internal static class Platform
{
    private static readonly Type? SocketsHandler = Type.GetType("System.Net.Http.SocketsHttpHandler, System.Net.Http");

    private static readonly PropertyInfo? ClientVersion = typeof(HttpClient).GetProperty("DefaultRequestVersion");
    private static readonly PropertyInfo? ClientPolicy = typeof(HttpClient).GetProperty("DefaultVersionPolicy");
    private static readonly PropertyInfo? RequestPolicy = typeof(HttpRequestMessage).GetProperty("VersionPolicy");

    /// <summary>Newer frameworks read Brotli too, for which this one has no name.</summary>
    private static readonly DecompressionMethods Decompression = SocketsHandler is null
        ? DecompressionMethods.GZip
        : DecompressionMethods.GZip | (DecompressionMethods)4;

    public static HttpMessageHandler CreateHandler() =>
        SocketsHandler is null ? new RenewingHandler() : (HttpMessageHandler)Activator.CreateInstance(SocketsHandler)!;

    public static void Configure(HttpMessageHandler handler, TimeSpan connectionLifetime)
    {
        Set(handler, nameof(HttpClientHandler.AutomaticDecompression), Decompression);
        Set(handler, "PooledConnectionLifetime", connectionLifetime);
        if (handler is RenewingHandler renewing)
        {
            renewing.ConnectionLifetime = connectionLifetime;
        }
    }

    public static void TurnRedirectsOff(HttpMessageHandler handler) => Set(handler, nameof(HttpClientHandler.AllowAutoRedirect), false);

    /// <summary>.NET Framework has no HTTP/2, and a client no version of its own.</summary>
    public static void PreferHttp2(HttpClient client) => ClientVersion?.SetValue(client, new Version(2, 0));

    public static CancellationTokenSource CancelAfter(TimeSpan limit, TimeProvider timeProvider) =>
        timeProvider.CreateCancellationTokenSource(limit);

    public static void UseVersionOf(HttpClient client, HttpRequestMessage request)
    {
        if (ClientVersion is not null)
        {
            request.Version = (Version)ClientVersion.GetValue(client)!;
            RequestPolicy?.SetValue(request, ClientPolicy?.GetValue(client));
        }
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
