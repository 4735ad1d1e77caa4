using System.Net;
using System.Reflection;
using Refit;

namespace WorkspaceClients.Sending;

/// <summary>The twin of Sending/Platform.cs, for .NET Framework: its handler speaks HTTP/1.1 only, so no version is asked for.</summary>
internal static class Platform
{
    private static readonly string[] HandlerFields = ["handler", "_handler"];

    public static IWebProxy SystemProxy => WebRequest.DefaultWebProxy;

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

    public static bool Connects(HttpMessageHandler handler) => handler is RenewingHandler || handler.GetType() == typeof(HttpClientHandler);

    public static void Secure(HttpMessageHandler handler)
    {
        if (
            handler is HttpClientHandler client
            && (client.AllowAutoRedirect || client.UseCookies || (client.UseProxy && client.Proxy is null))
        )
        {
            client.AllowAutoRedirect = false;
            client.UseCookies = false;
            client.Proxy ??= new LoopbackBypass();
        }
        else if (handler is DelegatingHandler { InnerHandler: { } inner })
        {
            Secure(inner);
        }
    }

    public static void PreferHttp2(HttpClient _) { }

    public static CancellationTokenSource CancelAfter(TimeSpan limit, TimeProvider timeProvider) =>
        timeProvider.CreateCancellationTokenSource(limit);

    public static Task Delay(TimeSpan time, TimeProvider timeProvider, CancellationToken cancellationToken) =>
        timeProvider.Delay(time, cancellationToken);

    public static void SendWhole(HttpRequestMessage request) => request.Headers.ExpectContinue = false;

    public static void UseVersionOf(HttpMessageInvoker _, HttpRequestMessage __) { }

    /// <summary>.NET Framework and Mono have it under different names.</summary>
    public static HttpMessageHandler? HandlerOf(HttpClient client) =>
        HandlerFields
            .Select(name => typeof(HttpMessageInvoker).GetField(name, BindingFlags.Instance | BindingFlags.NonPublic)?.GetValue(client))
            .OfType<HttpMessageHandler>()
            .FirstOrDefault();

    public static T Generated<T>(HttpClient client, RefitSettings settings) => RestService.ForGenerated<T>(client, settings);

    public static string TakeRoute(HttpRequestMessage request)
    {
        var route = request.Properties.TryGetValue(HttpRequestMessageOptions.RelativePathTemplate, out var noted) ? (string)noted : "";
        request.Properties.Clear();
        return route;
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
