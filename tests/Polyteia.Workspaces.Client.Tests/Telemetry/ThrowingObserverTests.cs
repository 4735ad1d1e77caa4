using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Polyteia.Workspaces.Client.Tests.Telemetry;

/// <summary>Whoever watches a call and fails never changes how it ends.</summary>
[Collection(RunAlone.Name)]
public class ThrowingObserverTests
{
    private const string Name = "Polyteia.Workspaces.Client";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static Dictionary<string, Func<IDisposable>> Listeners { get; } =
        new()
        {
            ["a sampler"] = () => Listen(listener => listener.Sample = (ref ActivityCreationOptions<ActivityContext> _) => throw Mine()),
            ["who sees a start"] = () => Listen(listener => listener.ActivityStarted = _ => throw Mine()),
            ["who sees an end"] = () => Listen(listener => listener.ActivityStopped = _ => throw Mine()),
            ["who measures"] = Measure,
        };

    public static TheoryData<string> Names => [.. Listeners.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_listener_that_throws_changes_no_call(string who)
    {
        using var listener = Listeners[who]();
        using var log = new LogBook();

        await EveryEndingIsAsEverAsync(log);

        log.Entries.Should().NotBeEmpty("the logger should still be told");
    }

    [Theory]
    [InlineData("IsEnabled")]
    [InlineData("Log")]
    public async Task A_logger_that_throws_changes_no_call(string where)
    {
        using var log = new ThrowingLog(where);

        await EveryEndingIsAsEverAsync(log);
    }

    [Theory]
    [InlineData("key-new", "Bearer key-new")]
    [InlineData("not a key", "Bearer " + Given.Key)]
    public async Task A_logger_that_throws_changes_no_reload(string key, string sent)
    {
        await using var server = await StubServer.StartAsync(200, Given.WorkspaceAnswer);
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
                new Dictionary<string, string?> { ["ApiKey"] = Given.Key, ["BaseAddress"] = server.BaseAddress.ToString() }
            )
            .Build();
        using var log = new ThrowingLog("Log");
        await using var services = new ServiceCollection()
            .AddSingleton<ILoggerFactory>(log)
            .AddPolyteiaWorkspacesClient(configuration)
            .Services.BuildServiceProvider();
        var client = services.GetRequiredService<IPolyteiaWorkspacesClient>();

        configuration["ApiKey"] = key;
        configuration.Invoking(root => root.Reload()).Should().NotThrow();
        await client.GetAsync(Given.Id, cancellationToken: Cancel);

        server.Requests.Single().Headers["Authorization"].Should().Be(sent);
    }

    [Fact]
    public async Task A_logger_that_throws_changes_no_failure_for_which_no_retries_are_left()
    {
        await using var server = await StubServer.StartAsync(503, "");
        using var log = new ThrowingLog("Log");
        using var client = new PolyteiaWorkspacesClient(Given.Options(server.BaseAddress, options => options.MaxRetries = 1000), log);

        (await QueryCall.Of("get_workspace").FailAsync(client)).Should().BeOfType<PolyteiaUnavailableException>();
    }

    /// <summary>A success, a success after a retry, a refusal and a failure of the caller's own.</summary>
    private static async Task EveryEndingIsAsEverAsync(ILoggerFactory log)
    {
        await using var server = await StubServer.StartAsync(
            (200, Given.WorkspaceAnswer),
            (429, ""),
            (200, Given.WorkspaceAnswer),
            (409, "")
        );
        using var client = new PolyteiaWorkspacesClient(Given.Options(server.BaseAddress), log);
        var create = QueryCall.Of("create_workspace");

        await create.SendAsync(client);
        await create.SendAsync(client);
        (await create.FailAsync(client)).Should().BeOfType<PolyteiaConflictException>();
        var cancelled = () => create.Send(client, null, new CancellationToken(canceled: true));
        await cancelled.Should().ThrowAsync<OperationCanceledException>();

        server.Requests.Should().HaveCount(4);
    }

    private static ActivityListener Listen(Action<ActivityListener> change)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
        };
        change(listener);
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    private static MeterListener Measure()
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == Name)
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
