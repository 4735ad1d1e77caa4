using System.Text;
using System.Text.Json.Nodes;

namespace Polyteia.Workspaces.Client;

/// <summary>The request of <c>create_workspace</c>.</summary>
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

    /// <summary>Whether every member of both is equal; the attributes are compared value by value.</summary>
    /// <param name="other">The other request.</param>
    public bool Equals(CreateWorkspaceRequest? other) =>
        other is not null
        && string.Equals(OrganizationId, other.OrganizationId, StringComparison.Ordinal)
        && string.Equals(Name, other.Name, StringComparison.Ordinal)
        && string.Equals(Description, other.Description, StringComparison.Ordinal)
        && JsonNode.DeepEquals(Attributes, other.Attributes);

    /// <summary>The hash code, equal for equal requests.</summary>
    public override int GetHashCode() => (OrganizationId, Name, Description).GetHashCode();

    private bool PrintMembers(StringBuilder builder) =>
        RecordText.Print(
            builder,
            (nameof(OrganizationId), OrganizationId),
            (nameof(Name), Name),
            (nameof(Description), Description),
            (nameof(Attributes), Attributes is null ? null : RecordText.CountOf(Attributes.Count))
        );
}
