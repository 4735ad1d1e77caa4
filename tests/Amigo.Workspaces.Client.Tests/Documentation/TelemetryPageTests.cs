using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Reflection;
using Amigo.Workspaces.Client.Tests.Support;
using Amigo.Workspaces.Emulator;
using Microsoft.Extensions.Logging;

namespace Amigo.Workspaces.Client.Tests.Documentation;

/// <summary>Holds docs/telemetry.md against what is emitted. Listeners hear the whole process.</summary>
[Collection(RunAlone.Name)]
public sealed class TelemetryPageTests
{
    private static readonly string Page = Repository.Read("docs/telemetry.md");

    [Fact]
    public void Every_log_event_is_told()
    {
        var events = typeof(Log)
            .GetMethods()
            .Select(method => method.GetCustomAttribute<LoggerMessageAttribute>())
            .OfType<LoggerMessageAttribute>()
            // An event without a level of its own gets one where it is logged.
            .Select(entry => $"| {entry.EventId} | `{entry.EventName}` | {(entry.Level == LogLevel.None ? "" : $"{entry.Level} |")}");

        events.Should().HaveCountGreaterThan(1);
        Page.Should().ContainAll(events).And.Contain($"The category is `{Product.Name}`");
    }

    [Fact]
    public async Task Every_tag_and_instrument_is_told()
    {
        var tags = new List<string>();
        using var traces = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Amigo.Workspaces.Client",
            Sample = (ref _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity => tags.AddRange(activity.TagObjects.Select(tag => tag.Key)),
        };
        ActivitySource.AddActivityListener(traces);
        var instruments = new List<string>();
        using var metrics = new MeterListener();
        metrics.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == "Amigo.Workspaces.Client")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        metrics.SetMeasurementEventCallback<double>((instrument, _, measured, _) => instruments.Add(Row(instrument, measured)));
        metrics.SetMeasurementEventCallback<long>((instrument, _, measured, _) => instruments.Add(Row(instrument, measured)));
        metrics.Start();

        await FailAsync();

        tags.Should().NotBeEmpty();
        Rows("http.", "url.", "server.", "error.").Should().BeEquivalentTo(tags);
        instruments.Should().HaveCount(2);
        Page.Should().ContainAll(instruments);
    }

    /// <summary>An operation that is retried and fails has every tag.</summary>
    private static async Task FailAsync()
    {
        await using var emulator = await WorkspacesEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        emulator.Inject(Fault.Status(503), times: 2);
        var key = emulator.CreateApiKey(WorkspaceRole.Viewer);
        using var client = Given.Client(
            emulator.BaseAddress,
            options =>
            {
                options.ApiKey = key;
                options.MaxRetries = 1;
            }
        );

        var get = () => client.GetAsync(Given.WorkspaceId, cancellationToken: TestContext.Current.CancellationToken);

        await get.Should().ThrowAsync<WorkspacesUnavailableException>();
    }

    private static IEnumerable<string> Rows(params string[] prefixes) =>
        Page.Split('\n')
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Split('`')[1])
            .Where(name => prefixes.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal)));

    private static string Row(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var kind = instrument is Histogram<double> ? "histogram" : "counter";
        return $"| `{instrument.Name}` ({kind}) | `{instrument.Unit}` | `{tags[0].Key}`, `{tags[1].Key}`";
    }
}
