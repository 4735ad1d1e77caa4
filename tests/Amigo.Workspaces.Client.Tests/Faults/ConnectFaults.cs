using System.Net;
using System.Net.Sockets;
using Amigo.Workspaces.Client.Tests.Support;

namespace Amigo.Workspaces.Client.Tests.Faults;

/// <summary>No connection comes about, so nothing is sent.</summary>
internal static class ConnectFaults
{
    private static readonly TimeSpan AttemptTimeout = new WorkspacesClientOptions().AttemptTimeout;

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
        new("The server does not speak TLS", Endings.NotSent, _ => PlainAsync()),
        new("The connect never ends", Endings.NotSentInTime, NeverConnectingAsync),
        new("The TLS handshake never ends", Endings.NotSentInTime, EndlessHandshakeAsync),
        new("The server's certificate is not trusted", Endings.Untrusted, _ => UntrustedAsync()),
    ];

    public static TheoryData<string, CallKind> Rows => FaultCase.Rows(All);

    private static Uri UnusedAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }

    private static Task<FaultyService> BrokenHandshakeAsync() => Task.FromResult(OverTls(RawServer.Start(_ => Task.CompletedTask)));

    private static Task<FaultyService> PlainAsync() =>
        Task.FromResult(
            OverTls(
                RawServer.Start(async connection =>
                {
                    await connection.ReadFirstByteAsync();
                    await connection.WriteAsync("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
                    connection.EndSending();
                    await connection.StallAsync();
                })
            )
        );

    private static Task<FaultyService> NeverConnectingAsync(ManualTimeProvider clock)
    {
        var connecting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _ = EndAttemptsAsync(clock, connecting.Task);
        var handler = new SocketsHttpHandler
        {
            ConnectCallback = async (_, token) =>
            {
                connecting.TrySetResult();
                return await new TaskCompletionSource<Stream>().Task.WaitAsync(token);
            },
        };
        return Task.FromResult(new FaultyService(new Uri("http://127.0.0.1:1")) { Handler = handler });
    }

    private static Task<FaultyService> EndlessHandshakeAsync(ManualTimeProvider clock)
    {
        var connecting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _ = EndAttemptsAsync(clock, connecting.Task);
        var server = RawServer.Start(async connection =>
        {
            await connection.ReadFirstByteAsync();
            connecting.TrySetResult();
            await connection.StallAsync();
        });
        return Task.FromResult(OverTls(server));
    }

    /// <summary>Lets the limits of two attempts pass, once the first is connecting: the second may wait for the same connection.</summary>
    private static async Task EndAttemptsAsync(ManualTimeProvider clock, Task connecting)
    {
        await connecting;
        for (var attempt = 1; attempt <= 2; attempt++)
        {
            await clock.WhenTimerAsync(due => due == AttemptTimeout);
            clock.Advance(AttemptTimeout);
        }
    }

    private static FaultyService OverTls(RawServer server) => new(new UriBuilder(server.BaseAddress) { Scheme = "https" }.Uri, server);

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
