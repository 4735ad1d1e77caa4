using System.Diagnostics;
using System.Diagnostics.Metrics;
using Amigo.Workspaces.Client.Tests.Support;
using Microsoft.Extensions.Logging;

namespace Amigo.Workspaces.Client.Tests.Telemetry;

/// <summary>Whoever watches a call and fails never changes how it ends.</summary>
[Collection(RunAlone.Name)]
public class ThrowingObserverTests
{
    private const string Framework = "System.Net.Http";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Watches the instruments and activities of a source, and throws wherever it can.</summary>
    private static Dictionary<string, Func<string, IDisposable>> Observers { get; } =
        new()
        {
            ["a sampler"] = source =>
                Listen(source, listener => listener.Sample = (ref ActivityCreationOptions<ActivityContext> _) => throw Mine()),
            ["who sees a start"] = source => Listen(source, listener => listener.ActivityStarted = _ => throw Mine()),
            ["who sees an end"] = source => Listen(source, listener => listener.ActivityStopped = _ => throw Mine()),
            ["who measures"] = meter => Measure(meter, _ => true),
            ["who measures durations"] = meter => Measure(meter, instrument => instrument is Histogram<double>),
        };

    public static TheoryData<string> Names => [.. Observers.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_listener_that_throws_changes_no_call(string observer)
    {
        using var listener = Observers[observer](TraceRecorder.Source);
        using var log = new LogBook();

        await EveryEndingIsAsEverAsync(log);

        log.Entries.Should().NotBeEmpty("the logger should still be told");
    }

    [Theory]
    [InlineData("IsEnabled")]
    [InlineData("Log")]
    public async Task A_logger_that_throws_changes_no_call(string where)
    {
        using var traces = new TraceRecorder();
        using var meters = new MeterRecorder();
        using var log = new ThrowingLog(where);

        await EveryEndingIsAsEverAsync(log);

        traces.Stopped.Should().HaveCount(4);
        meters.All.Where(measured => measured.Name.EndsWith(".duration", StringComparison.Ordinal)).Should().HaveCount(4);
    }

    [Fact]
    public async Task A_meter_listener_that_throws_costs_no_activity_its_end()
    {
        using var meters = Measure(TraceRecorder.Source, _ => true);
        using var traces = new TraceRecorder();

        await EveryEndingIsAsEverAsync(null);

        traces.Stopped.Should().HaveCount(4);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Who_breaks_the_frameworks_own_sending_gets_our_exception_which_says_whether_a_write_may_have_been_applied(
        string observer
    )
    {
        await using var server = await StubServer.StartAsync(201, Given.WorkspaceJson);
        using var client = Given.Client(server.BaseAddress);
        using var listener = Observers[observer](Framework);

        var thrown = await Record.ExceptionAsync(() => client.CreateAsync(Given.CreateRequest, cancellationToken: Cancel));

        server.Requests.Count.Should().BeLessThanOrEqualTo(1);
        if (thrown is not null)
        {
            var failure = thrown.Should().BeOfType<WorkspacesConnectionException>().Which;
            (failure.Attempts, failure.MayHaveBeenApplied).Should().Be((1, server.Requests.Count == 1));
        }
    }

    /// <summary>A success, a success after a retry, a refusal and a failure of the caller's own.</summary>
    private static async Task EveryEndingIsAsEverAsync(ILoggerFactory? log)
    {
        await using var server = await StubServer.StartAsync((201, Given.WorkspaceJson), (429, ""), (201, Given.WorkspaceJson), (409, ""));
        using var client = new WorkspacesClient(Given.Options(server.BaseAddress), log);

        (await client.CreateAsync(Given.CreateRequest, cancellationToken: Cancel)).Slug.Should().Be("acme-clinic");
        (await client.Account.CreateMyWorkspaceAsync(Given.CreateRequest, cancellationToken: Cancel)).Attempts.Should().Be(2);
        var refused = () => client.CreateAsync(Given.CreateRequest, cancellationToken: Cancel);
        await refused.Should().ThrowAsync<WorkspacesConflictException>();
        var cancelled = () => client.CreateAsync(Given.CreateRequest, cancellationToken: new CancellationToken(canceled: true));
        await cancelled.Should().ThrowAsync<OperationCanceledException>();

        server.Requests.Should().HaveCount(4);
    }

    private static ActivityListener Listen(string source, Action<ActivityListener> change)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = one => one.Name == source,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
        };
        change(listener);
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    private static MeterListener Measure(string meter, Func<Instrument, bool> instruments)
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == meter && instruments(instrument))
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<double>((_, _, _, _) => throw Mine());
        listener.SetMeasurementEventCallback<long>((_, _, _, _) => throw Mine());
        listener.Start();
        return listener;
    }

    private static InvalidOperationException Mine() => new("The observer is broken.");

    private sealed class ThrowingLog(string where) : ILoggerFactory, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public void AddProvider(ILoggerProvider provider) => throw Mine();

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => throw Mine();

        public bool IsEnabled(LogLevel logLevel) => where == "IsEnabled" ? throw Mine() : true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => throw Mine();

        public void Dispose() { }
    }
}
