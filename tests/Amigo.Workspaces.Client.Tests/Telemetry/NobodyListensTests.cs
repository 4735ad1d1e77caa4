using System.Diagnostics;
using System.Net;
using System.Text;
using Amigo.Workspaces.Client.Tests.Support;
using Microsoft.Extensions.Logging;

namespace Amigo.Workspaces.Client.Tests.Telemetry;

[Collection(RunAlone.Name)]
public class NobodyListensTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_activity_is_made()
    {
        using var handler = new InMemoryHandler();
        using var http = new HttpClient(handler);
        using var client = new WorkspacesClient(http, Given.Options(new Uri("http://127.0.0.1")));

        await client.GetAsync(Given.WorkspaceId, cancellationToken: Cancel);
        handler.SeenActivity.Should().BeNull();

        using var recorder = new TraceRecorder();
        await client.GetAsync(Given.WorkspaceId, cancellationToken: Cancel);
        handler.SeenActivity.Should().NotBeNull("the handler does see one when somebody listens");
    }

    [Fact]
    public async Task No_log_entry_is_composed()
    {
        using var handler = new InMemoryHandler();
        using var http = new HttpClient(handler);
        var log = new DeafLogger();
        using var client = new WorkspacesClient(http, Given.Options(new Uri("http://127.0.0.1")), log);

        await client.GetAsync(Given.WorkspaceId, cancellationToken: Cancel);
        handler.Status = HttpStatusCode.BadRequest;
        await Record.ExceptionAsync(() => client.GetAsync(Given.WorkspaceId, cancellationToken: Cancel));

        log.Asked.Should().BePositive();
        log.Written.Should().Be(0);
    }

    [Fact]
    public async Task A_call_allocates_the_same_with_no_logger_as_with_a_deaf_one_and_less_than_with_listeners()
    {
        using var handler = new InMemoryHandler();
        using var http = new HttpClient(handler);
        using var silent = new WorkspacesClient(http, Given.Options(new Uri("http://127.0.0.1")));
        using var deaf = new WorkspacesClient(http, Given.Options(new Uri("http://127.0.0.1")), new DeafLogger());

        var without = await AllocatedByAsync(silent);
        var withDeafLogger = await AllocatedByAsync(deaf);
        using var traces = new TraceRecorder();
        using var meters = new MeterRecorder();
        var withListeners = await AllocatedByAsync(silent);

        withDeafLogger.Should().Be(without);
        withListeners.Should().BeGreaterThan(without, "the measure does see an activity");
    }

    /// <summary>The least of several calls, because the first ones pay for what later ones reuse. Nothing in them leaves the thread.</summary>
    private static async Task<long> AllocatedByAsync(WorkspacesClient client)
    {
        var least = long.MaxValue;
        for (var i = 0; i < 200; i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var call = client.GetAsync(Given.WorkspaceId, cancellationToken: Cancel);
            var after = GC.GetAllocatedBytesForCurrentThread();
            call.IsCompletedSuccessfully.Should().BeTrue("the handler answers at once");
            await call;
            least = Math.Min(least, after - before);
        }

        return least;
    }

    private sealed class InMemoryHandler : HttpMessageHandler
    {
        private static readonly byte[] Body = Encoding.UTF8.GetBytes(Given.WorkspaceJson);

        public HttpStatusCode Status { get; set; } = HttpStatusCode.OK;

        public Activity? SeenActivity { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            SeenActivity = Activity.Current;
            return Task.FromResult(new HttpResponseMessage(Status) { Content = new ByteArrayContent(Body), RequestMessage = request });
        }
    }

    private sealed class DeafLogger : ILogger, ILoggerFactory
    {
        public int Asked { get; private set; }

        public int Written { get; private set; }

        public bool IsEnabled(LogLevel logLevel)
        {
            Asked++;
            return false;
        }

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => Written++;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public ILogger CreateLogger(string categoryName) => this;

        public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException("It hears nothing anyway.");

        public void Dispose() { }
    }
}
