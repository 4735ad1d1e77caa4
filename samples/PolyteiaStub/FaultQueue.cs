namespace PolyteiaStub;

/// <summary>The faults that wait for a request, in the order injected.</summary>
internal sealed class FaultQueue
{
    private readonly Lock _gate = new();
    private readonly List<(StubFault Fault, string? Query)> _pending = [];

    public void Add(StubFault fault, string? query, int times)
    {
        lock (_gate)
        {
            _pending.AddRange(Enumerable.Repeat((fault, query), times));
        }
    }

    public StubFault? Take(string query)
    {
        lock (_gate)
        {
            var index = _pending.FindIndex(pending =>
                pending.Query is null || string.Equals(pending.Query, query, StringComparison.Ordinal)
            );
            if (index < 0)
            {
                return null;
            }

            var (fault, _) = _pending[index];
            _pending.RemoveAt(index);
            return fault;
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _pending.Clear();
        }
    }
}
