using System.Text.Json.Serialization;

namespace Amigo.Workspaces.Client;

/// <summary>The request of <c>archive-workspace</c>.</summary>
public sealed record ArchiveWorkspaceRequest
{
    /// <summary>The workspace's own slug, which confirms that this is the one to archive.</summary>
    [JsonPropertyName("slug")]
    public required string Slug { get; init; }
}
