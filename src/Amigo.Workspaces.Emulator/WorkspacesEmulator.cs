using System.Net;
using Amigo.Workspaces.Emulator.Faults;
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
/// that lives as long as the emulator. All members may be used from any thread.
/// </summary>
public sealed class WorkspacesEmulator : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly ApiKeys _keys = new();
    private readonly Journal _journal = new();
    private readonly FaultQueue _faults = new();
    private readonly WorkspaceStore _store;
    private readonly Operations _operations;
    private readonly RequestPipeline _pipeline;
    private readonly KestrelServer _server;
    private int _disposed;

    private WorkspacesEmulator(WorkspacesEmulatorOptions options)
    {
        _store = new WorkspaceStore(options.TimeProvider);
        _operations = new Operations(_store);
        _pipeline = new RequestPipeline(
            _operations,
            _keys,
            _journal,
            _faults,
            new RateLimiter(options.RateLimit, options.TimeProvider),
            options.TimeProvider,
            _stopping.Token
        );
        _server = CreateServer(options.Port);
    }

    /// <summary>Where it listens, such as <c>http://127.0.0.1:5000/</c>.</summary>
    public Uri BaseAddress => new(_server.Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    /// <summary>The requests so far, in the order of their arrival: a snapshot. A request is in it before its answer is sent.</summary>
    public IReadOnlyList<RecordedRequest> Requests => _journal.Snapshot();

    /// <summary>All workspaces in the order of their creation, archived ones too: a snapshot.</summary>
    public IReadOnlyList<EmulatedWorkspace> Workspaces => _store.Snapshot();

    /// <summary>
    /// Every write that a request really carried out, in order: a snapshot. One that changed nothing counts too, such as provisioning
    /// a second time; refused writes and seeding do not.
    /// </summary>
    public IReadOnlyList<AppliedChange> Applied => _store.Applied();

    /// <summary>Starts an emulator without workspaces or keys.</summary>
    /// <param name="options">How it runs; null for a free port and the system's clock.</param>
    /// <param name="cancellationToken">Gives up the start.</param>
    /// <returns>The running emulator. Dispose it to stop it.</returns>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<WorkspacesEmulator> StartAsync(
        WorkspacesEmulatorOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        options ??= new WorkspacesEmulatorOptions();
        Validate(options);
        var emulator = new WorkspacesEmulator(options);
        try
        {
            await emulator._server.StartAsync(emulator._pipeline, cancellationToken).ConfigureAwait(false);
            return emulator;
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
    public string CreateApiKey(WorkspaceRole role)
    {
        if (!Enum.IsDefined(role))
        {
            throw new ArgumentOutOfRangeException(nameof(role), role, "There is no such role.");
        }

        return _keys.Create(role);
    }

    /// <summary>Adds workspaces with plausible names, unique slugs, and mixed environments, regions and connector types.</summary>
    /// <param name="count">How many; at least 0.</param>
    /// <param name="customize">
    /// Changes each before it is added, with <c>with</c>; null to leave them as they are. It may use values that the contract does not know.
    /// </param>
    /// <returns>The workspaces that were added.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    /// <exception cref="ArgumentException"><paramref name="customize"/> gave a slug or an id that another workspace has.</exception>
    public IReadOnlyList<EmulatedWorkspace> Seed(int count, Func<EmulatedWorkspace, EmulatedWorkspace>? customize = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return _store.Seed(count, customize ?? (workspace => workspace));
    }

    /// <summary>Lets the next matching requests suffer a fault. Faults strike in the order injected, one per request.</summary>
    /// <param name="fault">What goes wrong.</param>
    /// <param name="operationId">The operation that it waits for, such as <c>get-workspace</c>; null for any of the ten.</param>
    /// <param name="times">How many requests it strikes; at least 1.</param>
    /// <exception cref="ArgumentException">There is no such operation, or <paramref name="times"/> is below 1.</exception>
    public void Inject(Fault fault, string? operationId = null, int times = 1)
    {
        ArgumentNullException.ThrowIfNull(fault);
        if (
            operationId is not null
            && !_operations.Table.Any(operation => string.Equals(operation.Id, operationId, StringComparison.Ordinal))
        )
        {
            var known = string.Join(", ", _operations.Table.Select(operation => operation.Id));
            throw new ArgumentException($"There is no operation '{operationId}'. The operations are: {known}.", nameof(operationId));
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(times, 1);
        _faults.Add(fault, operationId, times);
    }

    /// <summary>Forgets the faults that have not struck yet.</summary>
    public void ClearFaults() => _faults.Clear();

    /// <summary>Forgets the requests so far. The workspaces and what was applied stay.</summary>
    public void ClearRequests() => _journal.Clear();

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
        _stopping.Dispose();
    }

    private static void Validate(WorkspacesEmulatorOptions options)
    {
        if (options.TimeProvider is null)
        {
            throw new ArgumentException("TimeProvider is null.", nameof(options));
        }

        if (options.Port is < IPEndPoint.MinPort or > IPEndPoint.MaxPort)
        {
            throw new ArgumentException(FormattableString.Invariant($"Port is {options.Port}; it must be 0 to 65535."), nameof(options));
        }

        if (options.RateLimit < 1)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"RateLimit is {options.RateLimit}; it must be at least 1."),
                nameof(options)
            );
        }
    }

    // The bare server rather than a host: a host would take over signals and read settings that belong to the program under test.
    private static KestrelServer CreateServer(int port)
    {
        var options = new KestrelServerOptions { AddServerHeader = false };
        options.Listen(IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http1);

        // Stalled answers are slow on purpose.
        options.Limits.MinResponseDataRate = null;
        options.Limits.MinRequestBodyDataRate = null;
        return new KestrelServer(
            Options.Create(options),
            new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance),
            NullLoggerFactory.Instance
        );
    }
}
