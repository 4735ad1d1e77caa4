using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace WorkspaceClients.Tests.Proofs;

/// <summary>A service on loopback, over HTTP/1.1 and over HTTP/2 without TLS, that suffers faults and knows what it has carried out.</summary>
public sealed class WriteService : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ManualTimeProvider _clock;
    private ConcurrentQueue<WriteFault> _faults = new();
    private string _answer = "";
    private int _deliveries;
    private int _applied;

    private WriteService(WebApplication app, ManualTimeProvider clock)
    {
        _app = app;
        _clock = clock;
    }

    /// <summary>How many requests arrived since the last script began, without streams that were refused.</summary>
    public int Deliveries => Volatile.Read(ref _deliveries);

    public int Applied => Volatile.Read(ref _applied);

    public static async Task<WriteService> StartAsync(ManualTimeProvider clock)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1);
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2);
        });
        var service = new WriteService(builder.Build(), clock);
        service._app.Run(service.ServeAsync);
        await service._app.StartAsync();
        return service;
    }

    public Uri AddressOf(Version version) => new(_app.Urls.ElementAt(version.Major - 1));

    /// <summary>Begins a script: the writes that follow suffer the faults one after the other, and then none.</summary>
    public void Begin(string answer, IEnumerable<WriteFault> faults)
    {
        _answer = answer;
        _faults = new ConcurrentQueue<WriteFault>(faults);
        _deliveries = _applied = 0;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }

    private async Task ServeAsync(HttpContext context)
    {
        await context.Request.Body.CopyToAsync(Stream.Null);
        if (context.Request.Path == DuplicateWrites.WarmUpPath)
        {
            return;
        }

        var fault = _faults.TryDequeue(out var next) ? next : WriteFault.None;
        if (!fault.IsRefusedStream)
        {
            Interlocked.Increment(ref _deliveries);
        }

        if (fault.IsApplied)
        {
            Interlocked.Increment(ref _applied);
        }

        await fault.PlayAsync(new WriteScene(context, _answer, _clock));
    }
}
