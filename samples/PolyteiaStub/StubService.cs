using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace PolyteiaStub;

/// <summary>
/// Stands in for the workspaces of Polyteia: the documented queries and commands over real HTTP on loopback, with state that lives as long as
/// the stub. All members may be used from any thread.
/// </summary>
public sealed class StubService : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly WorkspaceStore _store;
    private readonly Endpoint _endpoint;
    private readonly ConcurrentBag<string> _keys;
    private readonly FaultQueue _faults;

    private StubService(WebApplication app, WorkspaceStore store, Endpoint endpoint, ConcurrentBag<string> keys, FaultQueue faults)
    {
        _app = app;
        _store = store;
        _endpoint = endpoint;
        _keys = keys;
        _faults = faults;
    }

    /// <summary>Where it listens.</summary>
    public Uri BaseAddress => new(_app.Urls.Single());

    /// <summary>The requests so far: a snapshot.</summary>
    public IReadOnlyList<StubRequest> Requests => _endpoint.Requests;

    /// <summary>The workspaces in the order of their creation: a snapshot.</summary>
    public IReadOnlyList<StubWorkspace> Workspaces => _store.Workspaces;

    /// <summary>The name of every command that was really carried out, in order: a snapshot.</summary>
    public IReadOnlyList<string> Applied => _store.Applied;

    /// <summary>Starts a stub without workspaces or keys.</summary>
    /// <param name="port">The port; 0 for a free one.</param>
    /// <param name="cancellationToken">Gives up the start.</param>
    public static async Task<StubService> StartAsync(int port = 0, CancellationToken cancellationToken = default)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Listen(IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http1)
        );

        var store = new WorkspaceStore();
        var keys = new ConcurrentBag<string>();
        var faults = new FaultQueue();
        var endpoint = new Endpoint(store, keys, faults);
        var app = builder.Build();
        app.Run(endpoint.ServeAsync);
        await app.StartAsync(cancellationToken);
        return new StubService(app, store, endpoint, keys, faults);
    }

    /// <summary>Makes a key that sees and may do everything.</summary>
    public string CreateApiKey()
    {
        var key = WorkspaceStore.NewId("stub");
        _keys.Add(key);
        return key;
    }

    /// <summary>Adds workspaces named "Department 1" and so on.</summary>
    /// <param name="count">How many.</param>
    /// <param name="customize">Changes each before it is added.</param>
    public IReadOnlyList<StubWorkspace> Seed(int count, Func<StubWorkspace, StubWorkspace>? customize = null)
    {
        var first = _store.Workspaces.Count + 1;
        return
        [
            .. Enumerable
                .Range(first, count)
                .Select(WorkspaceStore.Example)
                .Select(workspace => _store.Add(customize is null ? workspace : customize(workspace))),
        ];
    }

    /// <summary>Lets the next matching requests suffer a fault, one each, in the order injected.</summary>
    /// <param name="fault">What goes wrong.</param>
    /// <param name="query">The query or command that it waits for; <see langword="null" /> for any.</param>
    /// <param name="times">How many requests it strikes.</param>
    public void Inject(StubFault fault, string? query = null, int times = 1) => _faults.Add(fault, query, times);

    /// <summary>Forgets the faults that have not struck yet.</summary>
    public void ClearFaults() => _faults.Clear();

    /// <summary>Stops at once.</summary>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }
}
