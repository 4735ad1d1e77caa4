using Amigo.Workspaces.Emulator.Faults;
using Amigo.Workspaces.Emulator.Http;

namespace Amigo.Workspaces.Emulator.State;

/// <summary>
/// The emulated service without its transport: what it holds, and what can be done to it from outside. The emulator, its control endpoint
/// and the fake client are three ways to the same members.
/// </summary>
internal sealed class EmulatedService : IDisposable
{
    private readonly object _savingGate = new();
    private readonly IReadOnlyList<EmulatedWorkspace> _initial;
    private readonly StateFile? _stateFile;
    private long _savedVersion;
    private bool _disposed;

    /// <exception cref="IOException">The state file cannot be used.</exception>
    public EmulatedService(WorkspacesEmulatorOptions options)
    {
        Clock = new EmulatorClock(options.TimeProvider);
        Store = new WorkspaceStore(Clock);
        Operations = new Operations(Store);
        RateLimiter = new RateLimiter(options.RateLimit, Clock);
        _initial = [.. options.Workspaces];
        Store.Reset(_initial);
        if (options.StateFile is not { } path)
        {
            Keys = new ApiKeys(options.ApiKeys, []);
            return;
        }

        _stateFile = StateFile.Open(path);
        try
        {
            Keys = new ApiKeys(options.ApiKeys, Load(path)?.Keys ?? new Dictionary<string, WorkspaceRole>(StringComparer.Ordinal));
            Save();
        }
        catch
        {
            _stateFile.Dispose();
            throw;
        }
    }

    public EmulatorClock Clock { get; }

    public WorkspaceStore Store { get; }

    public Operations Operations { get; }

    public RateLimiter RateLimiter { get; }

    public ApiKeys Keys { get; }

    public Journal Journal { get; } = new();

    public FaultQueue Faults { get; } = new();

    public string CreateApiKey(WorkspaceRole role)
    {
        if (!Enum.IsDefined(role))
        {
            throw new ArgumentOutOfRangeException(nameof(role), role, "There is no such role.");
        }

        var key = Keys.Create(role);
        Save();
        return key;
    }

    public IReadOnlyList<EmulatedWorkspace> Seed(int count, Func<EmulatedWorkspace, EmulatedWorkspace>? customize)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var added = Store.Seed(count, customize ?? (workspace => workspace));
        SaveChanges();
        return added;
    }

    public IReadOnlyList<EmulatedWorkspace> Seed(IEnumerable<EmulatedWorkspace> workspaces)
    {
        ArgumentNullException.ThrowIfNull(workspaces);
        var added = Store.Add(workspaces);
        SaveChanges();
        return added;
    }

    public void Inject(Fault fault, string? operationId, int times)
    {
        ArgumentNullException.ThrowIfNull(fault);
        if (
            operationId is not null
            && !Operations.Table.Any(operation => string.Equals(operation.Id, operationId, StringComparison.Ordinal))
        )
        {
            var known = string.Join(", ", Operations.Table.Select(operation => operation.Id));
            throw new ArgumentException($"There is no operation '{operationId}'. The operations are: {known}.", nameof(operationId));
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(times, 1);
        Faults.Add(new WaitingFault(fault, operationId, times));
    }

    public void Reset()
    {
        Faults.Clear();
        Journal.Clear();
        Clock.Restart();
        RateLimiter.Restart();
        Store.Reset(_initial);
        SaveChanges();
    }

    /// <summary>Writes the state file if a workspace has changed since it was written. One write serves all that wait for it.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void SaveChanges()
    {
        if (_stateFile is null)
        {
            return;
        }

        var wanted = Store.Version;
        lock (_savingGate)
        {
            if (_savedVersion < wanted)
            {
                Save();
            }
        }
    }

    /// <summary>Waits for a write of the state file, and lets another emulator have it.</summary>
    public void Dispose()
    {
        lock (_savingGate)
        {
            _disposed = true;
            _stateFile?.Dispose();
        }
    }

    private StateDocument? Load(string path)
    {
        try
        {
            var state = _stateFile!.Read();
            if (state is not null)
            {
                Store.Reset(WorkspaceDocument.ReadAll(state.Workspaces, Clock.Now()));
            }

            if (state?.Keys?.Keys.All(ApiKeys.IsValid) == false)
            {
                throw new FormatException("A key in it is not printable ASCII without spaces.");
            }

            return state;
        }
        catch (FormatException exception)
        {
            throw new IOException($"{path} is not a state file of the emulator. {exception.Message}", exception);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new IOException(exception.Message, exception);
        }
    }

    private void Save()
    {
        if (_stateFile is null)
        {
            return;
        }

        lock (_savingGate)
        {
            // A request that outlives its emulator would write what the next one has to itself.
            ObjectDisposedException.ThrowIf(_disposed, typeof(WorkspacesEmulator));
            var version = Store.Version;
            _stateFile.Write(new StateDocument { Keys = Keys.Made, Workspaces = [.. Store.Snapshot().Select(WorkspaceDocument.Of)] });
            _savedVersion = version;
        }
    }
}
