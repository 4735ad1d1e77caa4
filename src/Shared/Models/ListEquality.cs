namespace WorkspaceClients.Models;

/// <summary>Compares lists by their items, as a reader of a model expects.</summary>
internal static class ListEquality
{
    public static bool AreEqual<T>(IReadOnlyList<T>? one, IReadOnlyList<T>? other) =>
        ReferenceEquals(one, other) || (one is not null && other is not null && one.SequenceEqual(other));

    /// <summary>The length alone: equal lists share it, and a page need not be walked for it.</summary>
    public static int HashOf<T>(IReadOnlyList<T>? list) => list?.Count ?? 0;
}
