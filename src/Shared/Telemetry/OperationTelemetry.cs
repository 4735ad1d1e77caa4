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
    public static Activity? Start(Call call)
    {
        var parent = Activity.Current;
        var activity = Source.StartActivity(call.Operation.Id, ActivityKind.Client, parent?.Context ?? default);
        if (activity is null)
        {
            return parent is not null && HasBaggage(parent) ? WithoutBaggage(parent) : null;
        }

        if (activity.IsAllDataRequested)
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

    private static bool HasBaggage(Activity activity)
    {
        foreach (var _ in activity.Baggage)
        {
            return true;
        }

        return false;
    }

    /// <summary>Nobody records this call: the activity only keeps the caller's trace and leaves the baggage behind.</summary>
    private static Activity WithoutBaggage(Activity parent)
    {
        var activity = new Activity(Product.Name);
        if (parent.IdFormat == ActivityIdFormat.W3C)
        {
            activity.SetParentId(parent.TraceId, parent.SpanId, parent.ActivityTraceFlags);
            activity.TraceStateString = parent.TraceStateString;
        }

        return activity.Start();
    }
}
