using System.Text;
using System.Text.Json;

namespace Polyteia.Workspaces.Client;

/// <summary>A workspace of an organization, such as one for a department.</summary>
public sealed record Workspace
{
    /// <summary>The identifier that every operation on the workspace takes, as in <c>ws_cv33u4n0i6q45p93i930</c>. Opaque.</summary>
    public string Id { get; init; } = "";

    /// <summary>The organization that the workspace belongs to, as in <c>org_cv33u4n0i6q45p93i930</c>. Opaque.</summary>
    public string OrganizationId { get; init; } = "";

    /// <summary>When the workspace was created.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the workspace was last changed.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>The name that people read.</summary>
    public string Name { get; init; } = "";

    /// <summary>What the workspace is for; <see langword="null" /> when the service sent none.</summary>
    public string? Description { get; init; }

    /// <summary>
    /// The key value pairs that were attached to the workspace, exactly as the service sent them: nested values, the order of the keys and
    /// every digit of a number are kept. <see langword="null" /> when the service sent none.
    /// </summary>
    /// <remarks>
    /// Safe to read from several threads, and needs no disposal. <c>JsonObject.Create</c> makes an object of it that can be changed and sent back.
    /// Two workspaces are equal only when these are the same text.
    /// </remarks>
    public JsonElement? Attributes { get; init; }

    /// <summary>Whether every member of both is equal; the attributes are compared as text.</summary>
    /// <param name="other">The other workspace.</param>
    public bool Equals(Workspace? other) =>
        other is not null
        && string.Equals(Id, other.Id, StringComparison.Ordinal)
        && string.Equals(OrganizationId, other.OrganizationId, StringComparison.Ordinal)
        && CreatedAt == other.CreatedAt
        && UpdatedAt == other.UpdatedAt
        && string.Equals(Name, other.Name, StringComparison.Ordinal)
        && string.Equals(Description, other.Description, StringComparison.Ordinal)
        && string.Equals(TextOf(Attributes), TextOf(other.Attributes), StringComparison.Ordinal);

    /// <summary>A number that equal workspaces share.</summary>
    public override int GetHashCode() => (Id, UpdatedAt, Name).GetHashCode();

    // An element has no equality of its own.
    private static string? TextOf(JsonElement? attributes) =>
        attributes is { ValueKind: not JsonValueKind.Undefined } present ? present.GetRawText() : null;

    private bool PrintMembers(StringBuilder builder) =>
        RecordText.Print(
            builder,
            (nameof(Id), Id),
            (nameof(OrganizationId), OrganizationId),
            (nameof(CreatedAt), CreatedAt),
            (nameof(UpdatedAt), UpdatedAt),
            (nameof(Name), Name),
            (nameof(Description), Description),
            (nameof(Attributes), AttributesText)
        );

    private string AttributesText =>
        Attributes switch
        {
            null => "null",
            { ValueKind: JsonValueKind.Object } members => RecordText.CountOf(members.EnumerateObject().Count()),
            { ValueKind: var other } => other.ToString(),
        };
}
