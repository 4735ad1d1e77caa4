using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace WebApi;

/// <summary>Sends the client's traces and metrics to a collector, when OTEL_EXPORTER_OTLP_ENDPOINT names one.</summary>
/// <remarks>With the package OpenTelemetry.Extensions.Hosting it is AddOpenTelemetry().WithTracing(…).WithMetrics(…), and no class.</remarks>
internal sealed class Telemetry : IHostedService
{
    private const string Client = "Amigo.Workspaces.Client";

    private readonly TracerProvider _traces = Sdk.CreateTracerProviderBuilder().AddSource(Client).AddOtlpExporter().Build();
    private readonly MeterProvider _metrics = Sdk.CreateMeterProviderBuilder().AddMeter(Client).AddOtlpExporter().Build();

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Disposing of the providers sends what is left.</summary>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        _traces.Dispose();
        _metrics.Dispose();
        return Task.CompletedTask;
    }
}

internal static class TelemetryRegistration
{
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        if (!string.IsNullOrEmpty(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
        {
            builder.Services.AddHostedService<Telemetry>();
        }
    }
}
