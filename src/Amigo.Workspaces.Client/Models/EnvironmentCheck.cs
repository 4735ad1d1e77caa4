using System.Text.Json.Serialization;

namespace Amigo.Workspaces.Client;

/// <summary>The answer of <c>check-environment-conversion</c>: what a conversion would mean. The check itself changes nothing.</summary>
public sealed record EnvironmentCheck
{
    /// <summary>The environment that the workspace is in, as the service words it.</summary>
    [JsonPropertyName("current")]
    [JsonRequired]
    public string Current { get; init; } = "";

    /// <summary>The environment that was asked about, as the service words it.</summary>
    [JsonPropertyName("target")]
    [JsonRequired]
    public string Target { get; init; } = "";

    /// <summary>What a person should read before the workspace is converted; empty when there is nothing to say.</summary>
    [JsonPropertyName("warnings")]
    [JsonRequired]
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
