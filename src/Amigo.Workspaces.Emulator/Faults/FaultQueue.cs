namespace Amigo.Workspaces.Emulator.Faults;

/// <summary>The faults that wait for a request, in the order injected.</summary>
internal sealed class FaultQueue
{
    private readonly object _gate = new();
    private readonly List<WaitingFault> _waiting = [];

    public IReadOnlyList<WaitingFault> Snapshot()
    {
        lock (_gate)
        {
            return Array.AsReadOnly(_waiting.ToArray());
        }
    }

    public void Add(WaitingFault fault)
    {
        lock (_gate)
        {
            _waiting.Add(fault);
        }
    }

    public Fault? Take(string operationId)
    {
        lock (_gate)
        {
            var index = _waiting.FindIndex(waiting =>
                waiting.OperationId is null || string.Equals(waiting.OperationId, operationId, StringComparison.Ordinal)
            );
            if (index < 0)
            {
                return null;
            }

            var taken = _waiting[index];
            if (taken.Times > 1)
            {
                _waiting[index] = taken with { Times = taken.Times - 1 };
            }
            else
            {
                _waiting.RemoveAt(index);
            }

            return taken.Fault;
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _waiting.Clear();
        }
    }
}
