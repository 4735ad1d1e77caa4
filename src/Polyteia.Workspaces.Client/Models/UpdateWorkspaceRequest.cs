using System.Text;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Polyteia.Workspaces.Client;

/// <summary>The request of <c>update_workspace</c>. A member that is not set is not sent; one that is set to <see langword="null" /> is sent as <c>null</c>.</summary>
/// <remarks>The vendor does not say what an explicit <c>null</c> means.</remarks>
public sealed record UpdateWorkspaceRequest
{
    /// <summary>
    /// The name that people read: 1 to 50 Unicode characters, counted as code points. The service asks for it in every update, so send the
    /// present name to keep it.
    /// </summary>
    public required string Name { get; init; }

    /// <summary>What the workspace is for: at most 255 Unicode characters, counted as code points.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> Description { get; init; }

    /// <summary>
    /// Key value pairs "to add to the workspace", in the vendor's words, which do not say what happens to other pairs. Read
    /// when the call is made: a later change to the object changes nothing.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<JsonObject?> Attributes { get; init; }

    /// <summary>Whether every member of both is equal; the attributes are compared value by value.</summary>
    /// <param name="other">The other request.</param>
    public bool Equals(UpdateWorkspaceRequest? other) =>
        other is not null
        && string.Equals(Name, other.Name, StringComparison.Ordinal)
        && Description == other.Description
        && Attributes.IsSet == other.Attributes.IsSet
        && JsonNode.DeepEquals(Attributes.Value, other.Attributes.Value);

    /// <summary>The hash code, equal for equal requests.</summary>
    public override int GetHashCode() => (Name, Description, Attributes.IsSet).GetHashCode();

    private bool PrintMembers(StringBuilder builder) =>
        RecordText.Print(
            builder,
            (nameof(Name), Name),
            (nameof(Description), Description),
            (nameof(Attributes), Attributes.Value is { } present ? RecordText.CountOf(present.Count) : Attributes)
        );
}
