namespace Amigo.Workspaces.Emulator.Faults;

/// <summary>The faults that wait for a request, in the order injected.</summary>
internal sealed class FaultQueue
{
    private readonly object _gate = new();
    private readonly List<Pending> _pending = [];

    public void Add(Fault fault, string? operationId, int times)
    {
        lock (_gate)
        {
            _pending.Add(new Pending(fault, operationId, times));
        }
    }

    public Fault? Take(string operationId)
    {
        lock (_gate)
        {
            var index = _pending.FindIndex(pending =>
                pending.OperationId is null || string.Equals(pending.OperationId, operationId, StringComparison.Ordinal)
            );
            if (index < 0)
            {
                return null;
            }

            var taken = _pending[index];
            if (taken.Times > 1)
            {
                _pending[index] = taken with { Times = taken.Times - 1 };
            }
            else
            {
                _pending.RemoveAt(index);
            }

            return taken.Fault;
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _pending.Clear();
        }
    }

    private sealed record Pending(Fault Fault, string? OperationId, int Times);
}
