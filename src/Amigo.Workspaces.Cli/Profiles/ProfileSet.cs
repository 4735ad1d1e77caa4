using System.Text.Json.Serialization;

namespace Amigo.Workspaces.Cli.Profiles;

/// <summary>What the profile file holds.</summary>
internal sealed class ProfileSet
{
    [JsonPropertyName("current")]
    public string? Current { get; set; }

    [JsonPropertyName("profiles")]
    public SortedDictionary<string, Profile> Profiles { get; init; } = new(StringComparer.Ordinal);
}
