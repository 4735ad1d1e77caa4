using System.Text.Json.Serialization;

namespace Amigo.Workspaces.Cli.Profiles;

/// <summary>A key and the service that it is for. A class, because a record would print the key.</summary>
internal sealed class Profile
{
    [JsonPropertyName("api_key")]
    public required string ApiKey { get; init; }

    [JsonPropertyName("base_url")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? BaseUrl { get; init; }
}
