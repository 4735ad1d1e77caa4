using System.Net;
using System.Runtime.CompilerServices;
using Refit;

namespace WorkspaceClients.Sending;

/// <summary>What .NET Framework does in another way; the twin of this file is in Compatibility.</summary>
internal static class Platform
{
    private const DecompressionMethods Decompression = DecompressionMethods.GZip | DecompressionMethods.Brotli;

    private static readonly HttpRequestOptionsKey<string> Route = new(HttpRequestMessageOptions.RelativePathTemplate);

    public static IWebProxy SystemProxy => HttpClient.DefaultProxy;

    public static HttpMessageHandler CreateHandler() => new SocketsHttpHandler();

    /// <summary>Whether a handler is the framework's own, which connects by itself.</summary>
    public static bool Connects(HttpMessageHandler handler) =>
        handler is SocketsHttpHandler || handler.GetType() == typeof(HttpClientHandler);

    /// <summary>Keeps other settings of the host, such as a proxy. Other kinds of handlers are left alone.</summary>
    /// <param name="handler">The handler.</param>
    /// <param name="connectionLifetime">How long a connection is used before it is renewed.</param>
    public static void Configure(HttpMessageHandler handler, TimeSpan connectionLifetime)
    {
        switch (handler)
        {
            case SocketsHttpHandler sockets:
                sockets.AutomaticDecompression = Decompression;
                sockets.PooledConnectionLifetime = connectionLifetime;
                break;
            case HttpClientHandler client:
                client.AutomaticDecompression = Decompression;
                break;
        }
    }

    /// <summary>
    /// Follows no redirects, keeps no cookies, and takes no proxy for plain http to a loopback address. A handler that is so already stays
    /// untouched: one that has sent something refuses any change.
    /// </summary>
    public static void Secure(HttpMessageHandler handler)
    {
        switch (handler)
        {
            case SocketsHttpHandler sockets
                when sockets.AllowAutoRedirect || sockets.UseCookies || (sockets.UseProxy && sockets.Proxy is null):
                sockets.AllowAutoRedirect = false;
                sockets.UseCookies = false;
                sockets.Proxy ??= new LoopbackBypass();
                break;
            case HttpClientHandler client when client.AllowAutoRedirect || client.UseCookies || (client.UseProxy && client.Proxy is null):
                client.AllowAutoRedirect = false;
                client.UseCookies = false;
                client.Proxy ??= new LoopbackBypass();
                break;
            case DelegatingHandler { InnerHandler: { } inner }:
                Secure(inner);
                break;
        }
    }

    /// <summary>HTTP/2 where TLS offers it.</summary>
    public static void PreferHttp2(HttpClient client)
    {
        client.DefaultRequestVersion = HttpVersion.Version20;
        client.DefaultVersionPolicy = HttpVersionPolicy.RequestVersionOrLower;
    }

    /// <summary>A source that cancels itself when the time is over.</summary>
    public static CancellationTokenSource CancelAfter(TimeSpan limit, TimeProvider timeProvider) => new(limit, timeProvider);

    public static Task Delay(TimeSpan time, TimeProvider timeProvider, CancellationToken cancellationToken) =>
        Task.Delay(time, timeProvider, cancellationToken);

    /// <summary>.NET Framework lets the headers of a write go ahead of its body unless it is told not to.</summary>
    public static void SendWhole(HttpRequestMessage _) { }

    /// <summary>Asks for the version of HTTP that a client of the host prefers, and without one for HTTP/2 where TLS offers it.</summary>
    public static void UseVersionOf(HttpMessageInvoker connections, HttpRequestMessage request) =>
        (request.Version, request.VersionPolicy) = connections is HttpClient client
            ? (client.DefaultRequestVersion, client.DefaultVersionPolicy)
            : (HttpVersion.Version20, HttpVersionPolicy.RequestVersionOrLower);

    /// <summary>The handler of a client; <see langword="null" /> where the framework has it under another name.</summary>
    public static HttpMessageHandler? HandlerOf(HttpClient client)
    {
        try
        {
            return Handler(client);
        }
        catch (MissingFieldException)
        {
            return null;
        }
    }

    public static T Generated<T>(HttpClient client, RefitSettings settings) => RestService.ForGenerated<T>(client, settings);

    /// <summary>Takes the route, its parameters in braces, from what Refit noted in a request. Handlers see none of these notes.</summary>
    public static string TakeRoute(HttpRequestMessage request)
    {
        var route = request.Options.TryGetValue(Route, out var noted) ? noted : "";
        ((IDictionary<string, object?>)request.Options).Clear();
        return route;
    }

    /// <summary>There is no public way to ask a client for its handler.</summary>
    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_handler")]
    private static extern ref HttpMessageHandler Handler(HttpMessageInvoker client);
}
