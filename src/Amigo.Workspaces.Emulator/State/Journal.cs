namespace Amigo.Workspaces.Emulator.State;

/// <summary>The requests in the order of arrival, answered or not: the latest of them, within a count and a size.</summary>
internal sealed class Journal
{
    public const int MaxRequests = 10_000;
    public const int MaxBytes = 32 * 1024 * 1024;

    private readonly object _gate = new();
    private readonly Queue<Entry> _entries = [];
    private long _bytes;
    private long _added;

    /// <summary>How many requests were dropped to stay within the bounds.</summary>
    public int Forgotten { get; private set; }

    public IReadOnlyList<RecordedRequest> Snapshot()
    {
        lock (_gate)
        {
            return _entries.Select(entry => entry.Request).ToList().AsReadOnly();
        }
    }

    public Entry Add(RecordedRequest request)
    {
        lock (_gate)
        {
            var entry = new Entry(this, request with { Number = ++_added });
            _entries.Enqueue(entry);
            _bytes += entry.Request.Size;
            Trim();
            return entry;
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            while (_entries.TryDequeue(out var entry))
            {
                entry.IsForgotten = true;
            }

            _bytes = 0;
            Forgotten = 0;
        }
    }

    private void Trim()
    {
        while (_entries.Count > MaxRequests || _bytes > MaxBytes)
        {
            var oldest = _entries.Dequeue();
            oldest.IsForgotten = true;
            _bytes -= oldest.Request.Size;
            Forgotten++;
        }
    }

    internal sealed class Entry(Journal journal, RecordedRequest request)
    {
        public RecordedRequest Request { get; private set; } = request;

        public bool IsForgotten { get; set; }

        public void Accepted(WorkspaceRole role, string body) => Replace(Request with { Role = role, Body = body });

        public void Struck(string fault) => Replace(Request with { Fault = fault });

        public void Answered(int statusCode, string body) => Replace(Request with { StatusCode = statusCode, ResponseBody = body });

        public void Ended(TimeSpan duration) => Replace(Request with { Duration = duration });

        private void Replace(RecordedRequest request)
        {
            lock (journal._gate)
            {
                if (!IsForgotten)
                {
                    journal._bytes += request.Size - Request.Size;
                }

                Request = request;
                journal.Trim();
            }
        }
    }
}
