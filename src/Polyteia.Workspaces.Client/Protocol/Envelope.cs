using System.Text.Json.Serialization;

namespace Polyteia.Workspaces.Client.Protocol;

/// <summary>The envelope of every answer.</summary>
internal sealed record Envelope<T>
    where T : class
{
    [JsonPropertyName("data")]
    [JsonRequired]
    public T Data { get; init; } = null!;
}
