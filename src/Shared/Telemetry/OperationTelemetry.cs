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

    public static Activity? Start(Call call)
    {
        var activity = Source.StartActivity(call.Operation.Id, ActivityKind.Client);
        if (activity is { IsAllDataRequested: true })
        {
            activity.SetTag("http.request.method", call.Operation.Method.Method);
            activity.SetTag("url.template", call.Operation.PathTemplate);
            activity.SetTag("server.address", call.Settings.Host);
        }

        return activity;
    }

    public static void Stop(Call call, Activity? activity, string outcome, int? status, bool succeeded)
    {
        if (Duration.Enabled)
        {
            Duration.Record(call.Elapsed.TotalSeconds, new(OperationTag, call.Operation.Id), new(OutcomeTag, outcome));
        }

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
}
