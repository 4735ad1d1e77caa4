using System.Text;

namespace Polyteia.Workspaces.Client;

/// <summary>One page of a sequence.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
/// <param name="Items">The items of the page, in their order.</param>
/// <param name="Number">Which page this is, from 1.</param>
/// <param name="Total">How many items there are in all, as the service said with this page.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, int Number, long Total)
{
    /// <summary>Whether every member of both is equal, the items one by one.</summary>
    /// <param name="other">The other page.</param>
    public bool Equals(Page<T>? other) =>
        other is not null && Number == other.Number && Total == other.Total && ListEquality.AreEqual(Items, other.Items);

    /// <summary>The hash code, equal for equal pages.</summary>
    public override int GetHashCode() => (Number, Total, ListEquality.HashOf(Items)).GetHashCode();

    private bool PrintMembers(StringBuilder builder) =>
        RecordText.Print(builder, (nameof(Items), RecordText.CountOf(Items.Count)), (nameof(Number), Number), (nameof(Total), Total));
}
