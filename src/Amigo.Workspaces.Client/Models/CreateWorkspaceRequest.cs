using System.Text.Json.Serialization;

namespace Amigo.Workspaces.Client;

/// <summary>The request of <c>create-my-workspace</c>. The service chooses the region.</summary>
public sealed record CreateWorkspaceRequest
{
    /// <summary>The short name, unique among all workspaces: 2 to 63 of <c>a-z</c>, <c>0-9</c> and <c>-</c>; see <see cref="WorkspaceSlug" />.</summary>
    [JsonPropertyName("slug")]
    public required string Slug { get; init; }

    /// <summary>The name that people read; not blank.</summary>
    [JsonPropertyName("name")]
    public required string Name { get; init; }

    /// <summary>What the workspace is used for. It has no default, because it decides whether live calls are routed to it.</summary>
    [JsonPropertyName("environment")]
    public required WorkspaceEnvironment Environment { get; init; }

    /// <summary>The organization of the Classic API that the workspace belongs to; not blank; left out when <see langword="null" />.</summary>
    [JsonPropertyName("backend_org_id")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? BackendOrgId { get; init; }
}
