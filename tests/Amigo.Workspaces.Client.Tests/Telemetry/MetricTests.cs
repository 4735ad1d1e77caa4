using Amigo.Workspaces.Client.Tests.Support;

namespace Amigo.Workspaces.Client.Tests.Telemetry;

[Collection(RunAlone.Name)]
public class MetricTests
{
    private const string Duration = "amigo.workspaces.operation.duration";
    private const string Retries = "amigo.workspaces.retries";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(200, Given.WorkspaceJson, "success")]
    [InlineData(404, "{}", "404")]
    [InlineData(599, "{}", "599")]
    [InlineData(200, "[]", "invalid_response")]
    public async Task A_call_is_measured_once_with_its_operation_and_outcome(int status, string body, string outcome)
    {
        await using var server = await StubServer.StartAsync(status, body);
        using var client = Given.Client(server.BaseAddress);
        using var recorder = new MeterRecorder();

        await Record.ExceptionAsync(() => client.GetAsync(Given.WorkspaceId, cancellationToken: Cancel));

        var measured = recorder.All.Should().ContainSingle().Subject;
        measured.Name.Should().Be(Duration);
        measured.Instrument.Unit.Should().Be("s");
        measured.Instrument.Description.Should().StartWith("How long operations took");
        measured.Tags.Should().Equal(new Dictionary<string, object?> { ["operation"] = "get-workspace", ["outcome"] = outcome });
    }

    [Fact]
    public async Task The_duration_is_in_seconds_and_covers_waits_and_retries()
    {
        await using var server = await StubServer.StartAsync(
            (context, number) =>
                number == 1
                    ? StubServer.RespondAsync(context, 503, "{}", ("Retry-After", "7"))
                    : StubServer.RespondAsync(context, 200, Given.WorkspaceJson)
        );
        var clock = new ManualTimeProvider();
        using var client = Given.Client(server.BaseAddress, options => options.TimeProvider = clock);
        using var recorder = new MeterRecorder();

        var call = client.GetAsync(Given.WorkspaceId, cancellationToken: Cancel);
        await clock.WhenTimerAsync(due => due == TimeSpan.FromSeconds(7));
        clock.Advance(TimeSpan.FromSeconds(7));
        await call;

        recorder.All.Should().ContainSingle(measured => measured.Name == Duration).Which.Value.Should().Be(7);
    }

    [Fact]
    public async Task Every_retry_is_counted_with_what_it_followed()
    {
        await using var server = await StubServer.StartAsync((503, "{}"), (429, "{}"), (200, Given.WorkspaceJson));
        using var client = Given.Client(server.BaseAddress);
        using var recorder = new MeterRecorder();

        await client.GetAsync(Given.WorkspaceId, cancellationToken: Cancel);

        var retries = recorder.All.Where(measured => measured.Name == Retries).ToList();
        retries.Should().OnlyContain(measured => measured.Value == 1 && (string?)measured.Tags["operation"] == "get-workspace");
        retries.Select(measured => measured.Tags["outcome"]).Should().Equal("503", "429");
        retries[0].Instrument.Unit.Should().Be("{retry}");
        retries[0].Instrument.Description.Should().StartWith("How many attempts");
    }

    [Fact]
    public async Task A_write_that_is_not_tried_again_counts_no_retry()
    {
        await using var server = await StubServer.StartAsync(503, "{}");
        using var client = Given.Client(server.BaseAddress);
        using var recorder = new MeterRecorder();

        await Record.ExceptionAsync(() => client.CreateAsync(Given.CreateRequest, cancellationToken: Cancel));

        recorder.All.Should().ContainSingle().Which.Name.Should().Be(Duration);
    }

    [Fact]
    public async Task A_cancelled_call_and_a_timeout_are_told_apart()
    {
        await using var server = RawServer.Start(connection => connection.StallAsync());
        var clock = new ManualTimeProvider();
        using var client = Given.Client(server.BaseAddress, options => (options.TimeProvider, options.MaxRetries) = (clock, 0));
        using var recorder = new MeterRecorder();
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(Cancel);

        var timed = client.GetAsync(Given.WorkspaceId, cancellationToken: Cancel);
        await clock.WhenTimerAsync(due => due == TimeSpan.FromSeconds(30));
        clock.Advance(TimeSpan.FromSeconds(30));
        await Record.ExceptionAsync(() => timed);
        var cancelled = client.GetAsync(Given.WorkspaceId, cancellationToken: cancellation.Token);
        await cancellation.CancelAsync();
        await Record.ExceptionAsync(() => cancelled);

        recorder.All.Select(measured => measured.Tags["outcome"]).Should().Equal("timeout", "canceled");
    }
}
