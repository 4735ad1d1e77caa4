using System.Text;

namespace Amigo.Workspaces.Client;

/// <summary>One page of a sequence.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
/// <param name="Items">The items of the page, in their order.</param>
/// <param name="ContinuationToken">Where the next page begins, to resume from later; <see langword="null" /> on the last page.</param>
/// <param name="Total">The total number of items; <see langword="null" /> when the service does not say.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, long? ContinuationToken, long? Total)
{
    /// <summary>Whether every member of both is equal, the items one by one.</summary>
    /// <param name="other">The other page.</param>
    public bool Equals(Page<T>? other) =>
        other is not null
        && ContinuationToken == other.ContinuationToken
        && Total == other.Total
        && ListEquality.AreEqual(Items, other.Items);

    /// <summary>The hash code, equal for equal pages.</summary>
    public override int GetHashCode() => (ContinuationToken, Total, ListEquality.HashOf(Items)).GetHashCode();

    private bool PrintMembers(StringBuilder builder) =>
        RecordText.Print(
            builder,
            (nameof(Items), RecordText.CountOf(Items.Count)),
            (nameof(ContinuationToken), ContinuationToken),
            (nameof(Total), Total)
        );
}
