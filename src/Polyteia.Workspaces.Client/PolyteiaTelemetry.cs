namespace Polyteia.Workspaces.Client;

/// <summary>The names of this client's traces and metrics, for a listener or OpenTelemetry.</summary>
public static class PolyteiaTelemetry
{
    /// <summary>The name of the activity source, which creates one activity for each query or command.</summary>
    public const string ActivitySourceName = Product.Name;

    /// <summary>The name of the meter.</summary>
    public const string MeterName = Product.Name;
}
