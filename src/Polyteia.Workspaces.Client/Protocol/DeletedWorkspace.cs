using System.Text.Json.Serialization;

namespace Polyteia.Workspaces.Client.Protocol;

/// <summary>The answer of <c>delete_workspace</c>.</summary>
internal sealed record DeletedWorkspace
{
    [JsonPropertyName("id")]
    [JsonRequired]
    public string Id { get; init; } = null!;
}
