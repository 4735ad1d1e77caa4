namespace Polyteia.Workspaces.Client;

/// <summary>One page of a sequence.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
/// <param name="Items">The items of the page, in their order.</param>
/// <param name="Number">Which page this is, from 1.</param>
/// <param name="Total">How many items there are in all, as the service said with this page.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, int Number, long Total);
