using System.Collections.ObjectModel;

namespace Amigo.Workspaces.Emulator.State;

/// <summary>
/// The workspaces of one organization and what was done to them. One lock makes each operation atomic: its checks, its change and the
/// record of it.
/// </summary>
internal sealed class WorkspaceStore(TimeProvider timeProvider)
{
    public const int MaxApplied = 100_000;

    private static readonly Outcome NotFound = Outcome.Rejected(404, "Workspace not found.");
    private static readonly Outcome SlugMismatch = Outcome.Rejected(422, "Workspace slug confirmation did not match.");

    private readonly object _gate = new();

    // In order of creation, which is the order of the list.
    private readonly List<EmulatedWorkspace> _workspaces = [];
    private readonly Dictionary<Guid, int> _positions = [];

    // Archived ones included: archiving preserves the data, so its slug stays taken.
    private readonly HashSet<string> _slugs = new(StringComparer.Ordinal);
    private readonly Queue<AppliedChange> _applied = [];
    private long _version;

    /// <summary>Grows with every change of a workspace.</summary>
    public long Version => Interlocked.Read(ref _version);

    public IReadOnlyList<EmulatedWorkspace> Snapshot()
    {
        lock (_gate)
        {
            return Array.AsReadOnly(_workspaces.ToArray());
        }
    }

    public IReadOnlyList<AppliedChange> Applied()
    {
        lock (_gate)
        {
            return Array.AsReadOnly(_applied.ToArray());
        }
    }

    public IReadOnlyList<EmulatedWorkspace> Seed(int count, Func<EmulatedWorkspace, EmulatedWorkspace> customize)
    {
        lock (_gate)
        {
            return AddAll(
                Enumerable
                    .Range(0, count)
                    .Select(_ => customize(SeedData.Workspace(_workspaces.Count, _slugs.Contains, timeProvider.Now())))
            );
        }
    }

    public IReadOnlyList<EmulatedWorkspace> Add(IEnumerable<EmulatedWorkspace> workspaces)
    {
        lock (_gate)
        {
            return AddAll(workspaces);
        }
    }

    /// <summary>Forgets everything, and begins again with these.</summary>
    public void Reset(IEnumerable<EmulatedWorkspace> workspaces)
    {
        lock (_gate)
        {
            RemoveFrom(0);
            _applied.Clear();
            AddAll(workspaces);
        }
    }

    public (IReadOnlyList<EmulatedWorkspace> Items, int Total) List(long offset, int limit)
    {
        lock (_gate)
        {
            var active = _workspaces.Where(workspace => workspace.ArchivedAt is null).ToList();
            var skipped = (int)Math.Clamp(offset, 0, active.Count);
            return (active.GetRange(skipped, Math.Min(limit, active.Count - skipped)), active.Count);
        }
    }

    public Outcome Find(Guid id)
    {
        lock (_gate)
        {
            return _positions.TryGetValue(id, out var position) && _workspaces[position].ArchivedAt is null
                ? Outcome.Of(_workspaces[position])
                : NotFound;
        }
    }

    public Outcome Create(string operationId, string slug, string name, string environment, string? backendOrgId)
    {
        lock (_gate)
        {
            var now = timeProvider.Now();
            var workspace = new EmulatedWorkspace
            {
                Id = Guid.NewGuid(),
                Slug = slug,
                Name = name,
                Environment = environment,
                BackendOrgId = backendOrgId,
                Region = KnownValues.OwnRegion,
                CreatedAt = now,
                UpdatedAt = now,
            };
            if (!TryAdd(workspace))
            {
                return Outcome.Rejected(409, "Workspace slug already taken.");
            }

            Record(new AppliedChange(operationId, workspace.Id, now));
            return Outcome.Of(workspace);
        }
    }

    public Outcome Update(string operationId, Guid id, WorkspaceUpdate update) =>
        Change(operationId, id, (workspace, _) => Outcome.Of(update.ApplyTo(workspace)));

    public Outcome Provision(string operationId, Guid id) =>
        Change(operationId, id, (workspace, now) => Outcome.Of(workspace with { ProvisionedAt = workspace.ProvisionedAt ?? now }));

    public Outcome SetTestCallerNumbers(string operationId, Guid id, IReadOnlyList<string> numbers) =>
        Change(operationId, id, (workspace, _) => Outcome.Of(workspace with { TestCallerNumbers = numbers }));

    public Outcome Archive(string operationId, Guid id, string confirmation) =>
        Change(
            operationId,
            id,
            (workspace, now) => IsConfirmed(workspace, confirmation) ? Outcome.Of(workspace with { ArchivedAt = now }) : SlugMismatch
        );

    public Outcome Convert(string operationId, Guid id, string target, string confirmation) =>
        Change(
            operationId,
            id,
            (workspace, _) =>
                !IsConfirmed(workspace, confirmation) ? SlugMismatch
                : EnvironmentConversion.Refusal(workspace, target) is { } refusal ? Outcome.Rejected(422, refusal)
                : Outcome.Of(workspace with { Environment = target })
        );

    private static bool IsConfirmed(EmulatedWorkspace workspace, string confirmation) =>
        string.Equals(workspace.Slug, confirmation, StringComparison.Ordinal);

    private Outcome Change(string operationId, Guid id, Func<EmulatedWorkspace, DateTimeOffset, Outcome> change)
    {
        lock (_gate)
        {
            var found = Find(id);
            if (found.Workspace is not { } current)
            {
                return found;
            }

            var now = timeProvider.Now();
            var outcome = change(current, now);
            if (outcome.Workspace is not { } changed)
            {
                return outcome;
            }

            Record(new AppliedChange(operationId, id, now));
            if (changed == current)
            {
                return outcome;
            }

            changed = changed with { UpdatedAt = now };
            _workspaces[_positions[id]] = changed;
            _version++;
            return Outcome.Of(changed);
        }
    }

    private bool TryAdd(EmulatedWorkspace workspace)
    {
        if (_positions.ContainsKey(workspace.Id) || !_slugs.Add(workspace.Slug))
        {
            return false;
        }

        _positions.Add(workspace.Id, _workspaces.Count);
        _workspaces.Add(workspace);
        _version++;
        return true;
    }

    // All or none.
    private ReadOnlyCollection<EmulatedWorkspace> AddAll(IEnumerable<EmulatedWorkspace> workspaces)
    {
        var start = _workspaces.Count;
        try
        {
            foreach (var workspace in workspaces)
            {
                if (!TryAdd(workspace))
                {
                    throw new ArgumentException(
                        $"Another workspace has the slug '{workspace.Slug}' or the id {workspace.Id}.",
                        nameof(workspaces)
                    );
                }
            }
        }
        catch
        {
            RemoveFrom(start);
            throw;
        }

        return _workspaces.GetRange(start, _workspaces.Count - start).AsReadOnly();
    }

    private void RemoveFrom(int start)
    {
        foreach (var workspace in _workspaces.Skip(start))
        {
            _positions.Remove(workspace.Id);
            _slugs.Remove(workspace.Slug);
        }

        _workspaces.RemoveRange(start, _workspaces.Count - start);
        _version++;
    }

    private void Record(AppliedChange change)
    {
        _applied.Enqueue(change);
        if (_applied.Count > MaxApplied)
        {
            _applied.Dequeue();
        }
    }
}
