using System.Text.Json.Nodes;

namespace Polyteia.Workspaces.Client;

/// <summary>What <c>create_workspace</c> needs to know.</summary>
public sealed record CreateWorkspaceRequest
{
    /// <summary>The organization to create the workspace in; not empty, without control characters.</summary>
    public required string OrganizationId { get; init; }

    /// <summary>The name that people read: 1 to 50 Unicode characters, counted as code points.</summary>
    public required string Name { get; init; }

    /// <summary>What the workspace is for: at most 255 Unicode characters, counted as code points; left out when <see langword="null" />.</summary>
    public string? Description { get; init; }

    /// <summary>
    /// Key value pairs to attach to the workspace, with any JSON inside; left out when <see langword="null" />. Read when the call is made:
    /// a later change to the object changes nothing.
    /// </summary>
    public JsonObject? Attributes { get; init; }
}
