using System.Text.Json.Serialization;

namespace Amigo.Workspaces.Client;

/// <summary>
/// The phone numbers of a workspace's test callers: calls from them are marked as tests and kept out of the outbound sync to the health record.
/// </summary>
public sealed record TestCallerNumbers
{
    /// <summary>The numbers; a request may hold at most 100, none of them <see langword="null" />.</summary>
    [JsonPropertyName("numbers")]
    [JsonRequired]
    public IReadOnlyList<string> Numbers { get; init; } = [];
}
