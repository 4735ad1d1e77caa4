using System.Net;
using System.Net.Sockets;
using Amigo.Workspaces.Emulator.Control;
using Amigo.Workspaces.Emulator.Http;
using Amigo.Workspaces.Emulator.State;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Amigo.Workspaces.Emulator;

/// <summary>
/// Stands in for the workspace operations of the Amigo Platform API: real HTTP on loopback, the service's shapes and rules, and state
/// that lives as long as the emulator, or as its state file. All members may be used from any thread.
/// </summary>
/// <remarks>
/// At <c>/</c> it shows a page with its workspaces, requests and faults, at <c>/health</c> that it is up, and at <c>/openapi.json</c> the
/// contract. All that this class does to a running emulator can be done over HTTP too, under <c>/_emulator</c>.
/// </remarks>
public sealed class WorkspacesEmulator : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly EmulatedService _service;
    private readonly EmulatorApplication _application;
    private readonly KestrelServer _server;
    private int _disposed;

    private WorkspacesEmulator(WorkspacesEmulatorOptions options)
    {
        _service = new EmulatedService(options);
        _application = new EmulatorApplication(
            new RequestPipeline(_service, options.Latency, options.OnRequest, _stopping.Token),
            new ControlEndpoint(_service, options.ControlKey),
            new Cors(options.CorsOrigins)
        );
        _server = CreateServer(new IPEndPoint(options.Address, options.Port));
    }

    /// <summary>Where this machine reaches it, such as <c>http://127.0.0.1:5000/</c>.</summary>
    public Uri BaseAddress
    {
        get
        {
            var address = new UriBuilder(_server.Features.Get<IServerAddressesFeature>()!.Addresses.Single());
            address.Host = address.Host switch
            {
                "0.0.0.0" => "127.0.0.1",
                "[::]" => "[::1]",
                var host => host,
            };
            return address.Uri;
        }
    }

    /// <summary>
    /// The requests so far, in the order of their arrival: a snapshot. A request is in it before its answer is sent. The oldest are
    /// forgotten when there are more than 10,000, or when they take more than 32 MB.
    /// </summary>
    public IReadOnlyList<RecordedRequest> Requests => _service.Journal.Snapshot();

    /// <summary>How many requests <see cref="Requests"/> has forgotten since it was last cleared.</summary>
    public int ForgottenRequests => _service.Journal.Forgotten;

    /// <summary>All workspaces in the order of their creation, archived ones too: a snapshot.</summary>
    public IReadOnlyList<EmulatedWorkspace> Workspaces => _service.Store.Snapshot();

    /// <summary>
    /// Every write that a request really carried out, in order, at most the latest 100,000: a snapshot. One that changed nothing counts
    /// too, such as provisioning a second time; refused writes and seeding do not.
    /// </summary>
    public IReadOnlyList<AppliedChange> Applied => _service.Store.Applied();

    /// <summary>The faults that wait for a request, in the order injected: a snapshot.</summary>
    public IReadOnlyList<WaitingFault> WaitingFaults => _service.Faults.Snapshot();

    /// <summary>The emulator's clock.</summary>
    public DateTimeOffset Now => _service.Clock.GetUtcNow();

    /// <summary>Starts an emulator: without workspaces or keys, unless the options have some.</summary>
    /// <param name="options">How it runs; null for a free port and the system's clock.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <returns>The running emulator. Dispose it to stop it.</returns>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    /// <exception cref="IOException">The port is taken, or the state file cannot be used.</exception>
    public static async Task<WorkspacesEmulator> StartAsync(
        WorkspacesEmulatorOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        options ??= new WorkspacesEmulatorOptions();
        if (options.Problems().FirstOrDefault() is { } problem)
        {
            throw new ArgumentException(problem, nameof(options));
        }

        var emulator = new WorkspacesEmulator(options);
        try
        {
            await emulator._server.StartAsync(emulator._application, cancellationToken).ConfigureAwait(false);
            return emulator;
        }
        catch (SocketException exception)
        {
            await emulator.DisposeAsync().ConfigureAwait(false);
            throw new IOException($"Cannot listen on {new IPEndPoint(options.Address, options.Port)}: {exception.Message}", exception);
        }
        catch
        {
            await emulator.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Makes a key of a new account. All keys see all workspaces; the role decides what they may do.</summary>
    /// <param name="role">The role of the account.</param>
    /// <returns>The key: <c>emu_</c> and 32 hexadecimal digits.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such role.</exception>
    /// <exception cref="IOException">The state file cannot be written.</exception>
    public string CreateApiKey(WorkspaceRole role) => _service.CreateApiKey(role);

    /// <summary>Adds workspaces with plausible names, unique slugs, and mixed environments, regions and connector types: all, or none.</summary>
    /// <param name="count">How many; at least 0.</param>
    /// <param name="customize">
    /// Changes each before it is added, with <c>with</c>; null to leave them as they are. It may use values that the contract does not know.
    /// </param>
    /// <returns>The workspaces that were added.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    /// <exception cref="ArgumentException"><paramref name="customize"/> gave a slug or an id that another workspace has.</exception>
    /// <exception cref="IOException">The state file cannot be written.</exception>
    public IReadOnlyList<EmulatedWorkspace> Seed(int count, Func<EmulatedWorkspace, EmulatedWorkspace>? customize = null) =>
        _service.Seed(count, customize);

    /// <summary>Adds workspaces: all, or none.</summary>
    /// <param name="workspaces">The workspaces. They may have values that the contract does not know.</param>
    /// <returns>The workspaces that were added.</returns>
    /// <exception cref="ArgumentException">A slug or an id is there already.</exception>
    /// <exception cref="IOException">The state file cannot be written.</exception>
    public IReadOnlyList<EmulatedWorkspace> Seed(IEnumerable<EmulatedWorkspace> workspaces) => _service.Seed(workspaces);

    /// <summary>Makes the next matching requests fail. Faults strike in the order injected, one per request.</summary>
    /// <param name="fault">What goes wrong.</param>
    /// <param name="operationId">The operation that it waits for, such as <c>get-workspace</c>; null for any of the ten.</param>
    /// <param name="times">How many requests it strikes; at least 1.</param>
    /// <exception cref="ArgumentException">There is no such operation, or <paramref name="times"/> is below 1.</exception>
    public void Inject(Fault fault, string? operationId = null, int times = 1) => _service.Inject(fault, operationId, times);

    /// <summary>Forgets the faults that have not struck yet.</summary>
    public void ClearFaults() => _service.Faults.Clear();

    /// <summary>Forgets the requests so far. The workspaces and what was applied stay.</summary>
    public void ClearRequests() => _service.Journal.Clear();

    /// <summary>Moves the clock forward: dates and rate-limit windows follow, and a wait that has begun does not.</summary>
    /// <param name="by">How far: zero to ten years.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is negative or too far.</exception>
    public void AdvanceClock(TimeSpan by) => _service.Clock.Advance(by);

    /// <summary>
    /// Goes back to the workspaces of <see cref="WorkspacesEmulatorOptions.Workspaces"/>, and forgets the requests, what was applied, the
    /// faults, the rate-limit window and how far the clock was moved. The keys stay.
    /// </summary>
    /// <exception cref="IOException">The state file cannot be written.</exception>
    public void Reset() => _service.Reset();

    // A key of that role that is there already, or a new one.
    internal string KeyOf(WorkspaceRole role) => _service.Keys.Of(role) ?? _service.CreateApiKey(role);

    /// <summary>Stops at once, breaking off what is still being answered. What was recorded stays readable.</summary>
    /// <returns>A task that ends when the port is free.</returns>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        await _stopping.CancelAsync().ConfigureAwait(false);

        // Cancelled from the start: connections that a caller keeps open are closed without waiting for it.
        await _server.StopAsync(new CancellationToken(canceled: true)).ConfigureAwait(false);
        _server.Dispose();
        _service.Dispose();
        _stopping.Dispose();
    }

    /// <summary>Its address, and how many workspaces it has.</summary>
    public override string ToString() => $"{nameof(WorkspacesEmulator)} at {BaseAddress}, {Workspaces.Count} workspace(s)";

    // The bare server rather than a host: a host would take over signals and read settings that belong to the program under test.
    private static KestrelServer CreateServer(IPEndPoint address)
    {
        var options = new KestrelServerOptions { AddServerHeader = false };
        options.Listen(address, listen => listen.Protocols = HttpProtocols.Http1);

        // Stalled answers are slow on purpose.
        options.Limits.MinResponseDataRate = null;
        options.Limits.MinRequestBodyDataRate = null;

        // Bodies have a limit of ours, whose answer is one of the service's.
        options.Limits.MaxRequestBodySize = null;
        return new KestrelServer(
            Options.Create(options),
            new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance),
            NullLoggerFactory.Instance
        );
    }
}
