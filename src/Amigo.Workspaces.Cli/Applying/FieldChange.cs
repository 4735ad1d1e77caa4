namespace Amigo.Workspaces.Cli.Applying;

/// <param name="Field">The member, as the API names it.</param>
/// <param name="From">What is there; <see langword="null" /> when nothing is.</param>
/// <param name="To">What the manifest wants.</param>
internal sealed record FieldChange(string Field, string? From, string To);
