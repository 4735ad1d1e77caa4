namespace Amigo.Workspaces.Client.Protocol;

/// <summary>The names of this client, where its settings come from, and what differs from its siblings.</summary>
internal static class Product
{
    /// <summary>In the User-Agent, and of the activity source, the meter and the log category.</summary>
    public const string Name = "Amigo.Workspaces.Client";

    public const string MetricPrefix = "amigo.workspaces";

    public const string ConfigurationSection = "Amigo:Workspaces";

    public const string ApiKeyVariable = "AMIGO_API_KEY";

    public const string BaseAddressVariable = "AMIGO_BASE_URL";

    public const string BaseAddress = "https://api.platform.amigo.ai";

    public static Type ClientType => typeof(WorkspacesClient);

    public const string OptionsName = nameof(WorkspacesClientOptions);

    /// <summary>Every path begins with this, and some give a base address that ends with it.</summary>
    public const string PathPrefix = "/v1";
}
