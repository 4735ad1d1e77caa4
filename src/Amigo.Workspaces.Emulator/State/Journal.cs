namespace Amigo.Workspaces.Emulator.State;

/// <summary>Every request in the order of arrival, answered or not.</summary>
internal sealed class Journal
{
    private readonly object _gate = new();
    private readonly List<Entry> _entries = [];

    public IReadOnlyList<RecordedRequest> Snapshot()
    {
        lock (_gate)
        {
            return _entries.ConvertAll(entry => entry.Request).AsReadOnly();
        }
    }

    public Entry Add(RecordedRequest request)
    {
        var entry = new Entry(_gate, request);
        lock (_gate)
        {
            _entries.Add(entry);
        }

        return entry;
    }

    public void Clear()
    {
        lock (_gate)
        {
            _entries.Clear();
        }
    }

    internal sealed class Entry(object gate, RecordedRequest request)
    {
        public RecordedRequest Request { get; private set; } = request;

        public void BodyArrived(string body) => Replace(Request with { Body = body });

        public void Answered(int statusCode) => Replace(Request with { StatusCode = statusCode });

        private void Replace(RecordedRequest request)
        {
            lock (gate)
            {
                Request = request;
            }
        }
    }
}
