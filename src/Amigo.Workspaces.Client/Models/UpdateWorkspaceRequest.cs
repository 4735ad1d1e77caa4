using System.Text.Json.Serialization;

namespace Amigo.Workspaces.Client;

/// <summary>The request of <c>update-workspace</c>. A member that is not set is not sent, and stays as it is.</summary>
/// <remarks>The contract allows an explicit <see langword="null" /> for every member and does not say what it means.</remarks>
public sealed record UpdateWorkspaceRequest
{
    /// <summary>The name that people read; not blank.</summary>
    [JsonPropertyName("name")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    [JsonConverter(typeof(OptionalConverter<string?>))]
    public Optional<string?> Name { get; init; }

    /// <summary>What the workspace is used for; one of the known environments.</summary>
    [JsonPropertyName("environment")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    [JsonConverter(typeof(OptionalConverter<WorkspaceEnvironment?>))]
    public Optional<WorkspaceEnvironment?> Environment { get; init; }

    /// <summary>Where the workspace lives; one of the known regions. The service says elsewhere that a workspace cannot change its region.</summary>
    [JsonPropertyName("region")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    [JsonConverter(typeof(OptionalConverter<WorkspaceRegion?>))]
    public Optional<WorkspaceRegion?> Region { get; init; }

    /// <summary>The health record system to connect; one of the known connector types.</summary>
    [JsonPropertyName("connector_type")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    [JsonConverter(typeof(OptionalConverter<ConnectorType?>))]
    public Optional<ConnectorType?> ConnectorType { get; init; }
}
