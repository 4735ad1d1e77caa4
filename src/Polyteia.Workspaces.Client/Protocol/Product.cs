namespace Polyteia.Workspaces.Client.Protocol;

/// <summary>The names of this client, where its settings come from, and what differs from its siblings.</summary>
internal static class Product
{
    /// <summary>In the User-Agent, and of the activity source, the meter and the log category.</summary>
    public const string Name = "Polyteia.Workspaces.Client";

    public const string MetricPrefix = "polyteia.workspaces";

    public const string ConfigurationSection = "Polyteia:Workspaces";

    public const string ApiKeyVariable = "POLYTEIA_API_KEY";

    public const string BaseAddressVariable = "POLYTEIA_BASE_URL";

    public const string BaseAddress = "https://app.polyteia.com";

    public static Type ClientType => typeof(PolyteiaWorkspacesClient);

    public const string OptionsName = nameof(PolyteiaWorkspacesClientOptions);

    /// <summary>The one path there is; a base address may already end with it.</summary>
    public const string PathPrefix = "/api";
}
