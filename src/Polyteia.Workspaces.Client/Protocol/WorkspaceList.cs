using System.Text.Json.Serialization;

namespace Polyteia.Workspaces.Client.Protocol;

/// <summary>The answer of <c>list_workspaces</c>.</summary>
internal sealed record WorkspaceList
{
    [JsonPropertyName("total")]
    [JsonRequired]
    public long Total { get; init; }

    /// <summary>An echo of the request, which need not be there.</summary>
    [JsonPropertyName("page")]
    public long? Page { get; init; }

    /// <summary>An echo of the request, which need not be there; smaller where the service gives smaller pages than it was asked for.</summary>
    [JsonPropertyName("size")]
    public long? Size { get; init; }

    [JsonPropertyName("items")]
    [JsonRequired]
    public IReadOnlyList<Workspace> Items { get; init; } = [];
}
