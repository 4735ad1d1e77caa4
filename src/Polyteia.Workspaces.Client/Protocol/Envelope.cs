using System.Text.Json.Serialization;

namespace Polyteia.Workspaces.Client.Protocol;

/// <summary>What every answer comes in.</summary>
internal sealed record Envelope<T>
    where T : class
{
    [JsonPropertyName("data")]
    [JsonRequired]
    public T Data { get; init; } = null!;
}
