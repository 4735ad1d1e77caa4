using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace WorkspaceClients.Telemetry;

/// <summary>Traces and metrics. Without a listener a call pays a few nanoseconds for them.</summary>
internal static class OperationTelemetry
{
    private const string OperationTag = "operation";
    private const string OutcomeTag = "outcome";

    private static readonly ActivitySource Source = new(Product.Name);
    private static readonly Meter Meter = new(Product.Name);

    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>(
        Product.MetricPrefix + ".operation.duration",
        unit: "s",
        description: "How long operations took, retries and waits included."
    );

    private static readonly Counter<long> Retries = Meter.CreateCounter<long>(
        Product.MetricPrefix + ".retries",
        unit: "{retry}",
        description: "How many attempts were made after a first one had failed."
    );

    /// <summary>
    /// Starts the activity of a call, under the caller's own, but without the caller's baggage: HttpClient would send that to the service, and
    /// it may hold anything.
    /// </summary>
    /// <returns>The activity; <see langword="null" /> when nobody records the call.</returns>
    public static Activity? Start(Call call)
    {
        var parent = Activity.Current;
        if (parent is { IdFormat: not ActivityIdFormat.W3C })
        {
            // Its trace cannot be passed on without it, and while it is current its baggage is inherited.
            Activity.Current = null;
        }

        var activity = Source.StartActivity(call.Operation.Id, ActivityKind.Client, parent?.Context ?? default);
        if (activity is { IsAllDataRequested: true })
        {
            activity.SetTag("http.request.method", call.Request.Method.Method);
            activity.SetTag("url.template", call.Request.Route);
            activity.SetTag("server.address", call.Settings.Host);
        }

        return activity;
    }

    public static void Measure(Call call, string outcome)
    {
        if (Duration.Enabled)
        {
            Duration.Record(call.Elapsed.TotalSeconds, new(OperationTag, call.Operation.Id), new(OutcomeTag, outcome));
        }
    }

    public static void Stop(Call call, Activity? activity, string outcome, int? status, bool succeeded)
    {
        if (activity is null)
        {
            return;
        }

        if (status is not null)
        {
            activity.SetTag("http.response.status_code", status);
        }

        if (call.Attempts > 1)
        {
            activity.SetTag("http.request.resend_count", call.Attempts - 1);
        }

        if (!succeeded)
        {
            activity.SetTag("error.type", outcome);
            activity.SetStatus(ActivityStatusCode.Error);
        }

        activity.Stop();
    }

    public static void Retried(Operation operation, string outcome) =>
        Retries.Add(1, new(OperationTag, operation.Id), new(OutcomeTag, outcome));

    /// <summary>
    /// For a call that nobody records: an activity that keeps the caller's trace and leaves the baggage behind; <see langword="null" /> when
    /// there is none.
    /// </summary>
    public static Activity? LeaveBaggage()
    {
        if (Activity.Current is not { } parent || !HasBaggage(parent))
        {
            return null;
        }

        var activity = new Activity(Product.Name);
        activity.SetParentId(parent.TraceId, parent.SpanId, parent.ActivityTraceFlags);
        activity.TraceStateString = parent.TraceStateString;
        return activity.Start();
    }

    private static bool HasBaggage(Activity activity)
    {
        foreach (var _ in activity.Baggage)
        {
            return true;
        }

        return false;
    }
}
