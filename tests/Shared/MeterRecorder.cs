using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace WorkspaceClients.Tests;

/// <summary>One value that an instrument was given.</summary>
public sealed record Measured(Instrument Instrument, double Value, IReadOnlyDictionary<string, object?> Tags)
{
    public string Name => Instrument.Name;
}

/// <summary>Hears the instruments of the meters that it asks for. Only for tests that run alone.</summary>
public sealed class MeterRecorder : IDisposable
{
    private readonly ConcurrentQueue<Measured> _measured = new();
    private readonly MeterListener _listener = new();

    public MeterRecorder(Func<string, bool>? meters = null)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if ((meters ?? (name => name == "Amigo.Workspaces.Client"))(instrument.Meter.Name))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Record(instrument, value, tags));
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Record(instrument, value, tags));
        _listener.Start();
    }

    public IReadOnlyList<Measured> All => [.. _measured];

    public void Dispose() => _listener.Dispose();

    private void Record(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        _measured.Enqueue(new Measured(instrument, value, tags.ToArray().ToDictionary(tag => tag.Key, tag => tag.Value)));
}
