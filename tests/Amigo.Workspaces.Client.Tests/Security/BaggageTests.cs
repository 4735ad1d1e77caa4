using System.Diagnostics;
using Amigo.Workspaces.Client.Tests.Support;

namespace Amigo.Workspaces.Client.Tests.Security;

/// <summary>The caller's activity may hold anything as baggage, such as a patient's name. Only its trace goes to the service.</summary>
[Collection(RunAlone.Name)]
public class BaggageTests
{
    private const string Patient = "Jane-Doe-1950";

    private static readonly ClientSource[] Sources = [ClientSource.Own, ClientSource.RegisteredWithHandler, ClientSource.Given];
    private static readonly ActivityIdFormat[] Formats = [ActivityIdFormat.W3C, ActivityIdFormat.Hierarchical];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Who may be listening to the client's activities.</summary>
    private static Dictionary<string, Func<IDisposable?>> Listeners { get; } =
        new()
        {
            ["nobody"] = () => null,
            ["who records"] = () => new TraceRecorder(),
            ["who records everything"] = () => new TraceRecorder(_ => true),
            ["who only passes on"] = () => new TraceRecorder(sampling: ActivitySamplingResult.PropagationData),
            ["who wants none"] = () => new TraceRecorder(sampling: ActivitySamplingResult.None),
            ["who throws when asked"] = () =>
                Throwing(listener => listener.Sample = (ref ActivityCreationOptions<ActivityContext> _) => throw Mine()),
            ["who throws at the start"] = () => Throwing(listener => listener.ActivityStarted = _ => throw Mine()),
        };

    public static TheoryData<string, ClientSource, ActivityIdFormat> EveryCase =>
        [.. from listener in Listeners.Keys from source in Sources from format in Formats select (listener, source, format)];

    [Theory]
    [MemberData(nameof(EveryCase))]
    public async Task A_patients_name_in_the_callers_baggage_is_not_sent(string listener, ClientSource source, ActivityIdFormat format)
    {
        await using var server = await StubServer.StartAsync((503, ""), (200, Given.WorkspaceJson));
        using var made = MadeClient.From(source, server.BaseAddress);
        using var listening = Listeners[listener]();
        using var outer = new Activity("visit").SetIdFormat(format).AddBaggage("patient", Patient).Start();
        using var inner = new Activity("booking").SetIdFormat(format).AddBaggage("relative", Patient).Start();
        inner.TraceStateString = "own=1";

        await made.Client.GetAsync(Given.WorkspaceId, cancellationToken: Cancel);

        server.Requests.Should().HaveCount(2);
        server.Requests.SelectMany(request => request.Headers).Should().NotContain(header => (header.Key + header.Value).Contains(Patient));
        Activity.Current.Should().BeSameAs(inner);
        inner.Baggage.Should().HaveCount(2, "the caller's own activity is the caller's");
        if (format == ActivityIdFormat.W3C)
        {
            server.Requests.Should().OnlyContain(request => request.Headers["traceparent"].Contains(inner.TraceId.ToHexString()));
        }
    }

    private static ActivityListener Throwing(Action<ActivityListener> change)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == TraceRecorder.Source,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
        };
        change(listener);
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    private static InvalidOperationException Mine() => new("The observer is broken.");
}
