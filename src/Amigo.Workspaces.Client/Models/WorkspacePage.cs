using System.Text;
using System.Text.Json.Serialization;

namespace Amigo.Workspaces.Client;

/// <summary>One answer of <c>list-workspaces</c>, as the service sent it.</summary>
public sealed record WorkspacePage
{
    /// <summary>The workspaces of this page, in the service's order.</summary>
    [JsonPropertyName("items")]
    [JsonRequired]
    public IReadOnlyList<Workspace> Items { get; init; } = [];

    /// <summary>Whether the service has more workspaces after this page.</summary>
    [JsonPropertyName("has_more")]
    [JsonRequired]
    public bool HasMore { get; init; }

    /// <summary>The token of the next page; <see langword="null" /> when the service sent none.</summary>
    [JsonPropertyName("continuation_token")]
    public long? ContinuationToken { get; init; }

    /// <summary>The total number of workspaces; <see langword="null" /> when the service does not say.</summary>
    [JsonPropertyName("total")]
    public long? Total { get; init; }

    /// <summary>Whether every member of both is equal, the workspaces one by one.</summary>
    /// <param name="other">The other page.</param>
    public bool Equals(WorkspacePage? other) =>
        other is not null
        && HasMore == other.HasMore
        && ContinuationToken == other.ContinuationToken
        && Total == other.Total
        && ListEquality.AreEqual(Items, other.Items);

    /// <summary>The hash code, equal for equal pages.</summary>
    public override int GetHashCode() => (HasMore, ContinuationToken, Total, ListEquality.HashOf(Items)).GetHashCode();

    private bool PrintMembers(StringBuilder builder) =>
        RecordText.Print(
            builder,
            (nameof(Items), RecordText.CountOf(Items.Count)),
            (nameof(HasMore), HasMore),
            (nameof(ContinuationToken), ContinuationToken),
            (nameof(Total), Total)
        );
}
