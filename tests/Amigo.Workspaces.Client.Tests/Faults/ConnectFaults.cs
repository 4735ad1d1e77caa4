using System.Net;
using System.Net.Sockets;
using Amigo.Workspaces.Client.Tests.Support;

namespace Amigo.Workspaces.Client.Tests.Faults;

/// <summary>No connection comes about, so nothing is sent.</summary>
internal static class ConnectFaults
{
    public static IReadOnlyList<FaultCase> All { get; } =
    [
        new("The connection is refused", Endings.NotSent, _ => Task.FromResult(new FaultyService(UnusedAddress()))),
        new(
            "The name cannot be resolved",
            Endings.NotSent,
            // Set against the proxy that a machine may be set up with, which would resolve the name in our place.
            _ =>
                Task.FromResult(
                    new FaultyService(new Uri("https://nothing.invalid")) { Handler = new SocketsHttpHandler { UseProxy = false } }
                )
        ),
        new("The TLS handshake breaks off", Endings.NotSent, _ => BrokenHandshakeAsync()),
        new("The proxy makes no tunnel", Endings.NotSent, _ => RefusingProxyAsync()),
        new("The server's certificate is not trusted", Endings.Untrusted, _ => UntrustedAsync()),
    ];

    public static TheoryData<string, CallKind> Rows => FaultCase.Rows(All);

    private static Uri UnusedAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }

    private static Task<FaultyService> BrokenHandshakeAsync()
    {
        var server = RawServer.Start(_ => Task.CompletedTask);
        return Task.FromResult(new FaultyService(new UriBuilder(server.BaseAddress) { Scheme = "https" }.Uri, server));
    }

    private static Task<FaultyService> RefusingProxyAsync()
    {
        var proxy = RawServer.Answering("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        return Task.FromResult(
            new FaultyService(new Uri("https://nothing.invalid"), proxy)
            {
                Handler = new SocketsHttpHandler { Proxy = new WebProxy(proxy.BaseAddress) },
            }
        );
    }

    private static async Task<FaultyService> UntrustedAsync()
    {
        var server = await StubServer.StartAsync(
            (context, _) => StubServer.RespondAsync(context, 200, Given.WorkspaceJson),
            Certificates.SelfSigned()
        );
        return new FaultyService(server.BaseAddress, server);
    }
}
