namespace Amigo.Workspaces.Client;

/// <summary>The names under which this client tells of itself, to give to a listener or to OpenTelemetry.</summary>
public static class WorkspacesTelemetry
{
    /// <summary>The name of the activity source, which makes one activity for each operation.</summary>
    public const string ActivitySourceName = Product.Name;

    /// <summary>The name of the meter.</summary>
    public const string MeterName = Product.Name;
}
