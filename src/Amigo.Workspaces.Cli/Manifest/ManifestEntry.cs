using Amigo.Workspaces.Client;

namespace Amigo.Workspaces.Cli.Manifest;

/// <summary>A workspace as the manifest wants it. What is <see langword="null" /> is left as it is.</summary>
internal sealed record ManifestEntry
{
    public required string Slug { get; init; }

    public string? Name { get; init; }

    public WorkspaceEnvironment? Environment { get; init; }

    public string? BackendOrgId { get; init; }

    public WorkspaceRegion? Region { get; init; }

    public ConnectorType? ConnectorType { get; init; }

    public bool IsProvisioned { get; init; }

    public IReadOnlyList<string>? TestCallerNumbers { get; init; }

    /// <summary>Where the numbers stand, as in <c>clinics.yaml:3: </c>.</summary>
    public string NumbersAt { get; init; } = "";
}
