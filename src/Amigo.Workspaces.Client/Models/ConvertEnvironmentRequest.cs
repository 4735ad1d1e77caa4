using System.Text.Json.Serialization;

namespace Amigo.Workspaces.Client;

/// <summary>The request of <c>convert-workspace-environment</c>.</summary>
public sealed record ConvertEnvironmentRequest
{
    /// <summary>The environment to convert the workspace to.</summary>
    [JsonPropertyName("target")]
    public required ConversionTarget Target { get; init; }

    /// <summary>The workspace's own slug, which confirms that this is the one to convert.</summary>
    [JsonPropertyName("confirm_slug")]
    public required string ConfirmSlug { get; init; }
}
