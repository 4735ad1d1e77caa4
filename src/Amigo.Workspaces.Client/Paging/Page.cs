namespace Amigo.Workspaces.Client;

/// <summary>One page of a sequence.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
/// <param name="Items">The items of the page, in their order.</param>
/// <param name="ContinuationToken">Where the next page begins, to resume from later; <see langword="null" /> on the last page.</param>
/// <param name="Total">How many items there are in all; <see langword="null" /> when the service does not say.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, long? ContinuationToken, long? Total);
