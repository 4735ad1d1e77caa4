using System.Text.Json.Serialization;

namespace Amigo.Workspaces.Client;

/// <summary>The answer of <c>provision-workspace</c>.</summary>
public sealed record ProvisionResult
{
    /// <summary>The workspace, now provisioned.</summary>
    [JsonPropertyName("workspace")]
    [JsonRequired]
    public Workspace Workspace { get; init; } = new();
}
