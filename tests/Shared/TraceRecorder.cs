using System.Collections.Concurrent;
using System.Diagnostics;

namespace WorkspaceClients.Tests;

/// <summary>Hears the activities of the sources that it asks for. Only for tests that run alone.</summary>
public sealed class TraceRecorder : IDisposable
{
    public const string Source = "Amigo.Workspaces.Client";

    private readonly ConcurrentQueue<Activity> _stopped = new();
    private readonly ActivityListener _listener;

    public TraceRecorder(Func<string, bool>? sources = null, ActivitySamplingResult sampling = ActivitySamplingResult.AllDataAndRecorded)
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => (sources ?? (name => name == Source))(source.Name),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => sampling,
            ActivityStopped = _stopped.Enqueue,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public IReadOnlyList<Activity> Stopped => [.. _stopped];

    public Activity Only => Stopped.Should().ContainSingle().Subject;

    public void Dispose() => _listener.Dispose();
}
