using Amigo.Workspaces.Cli.Manifest;
using Amigo.Workspaces.Client;

namespace Amigo.Workspaces.Cli.Applying;

/// <summary>What it takes to make one workspace what the manifest wants.</summary>
/// <param name="Entry">What the manifest wants.</param>
/// <param name="Current">The workspace as it is; <see langword="null" /> when it is missing.</param>
/// <param name="Numbers">Its test caller numbers; <see langword="null" /> when the manifest says nothing of them.</param>
/// <param name="Changes">Member by member; for a workspace that is missing, all that it will have.</param>
/// <param name="Refusals">What the manifest wants and an apply never does, with what to do instead.</param>
internal sealed record PlannedWorkspace(
    ManifestEntry Entry,
    Workspace? Current,
    IReadOnlyList<string>? Numbers,
    IReadOnlyList<FieldChange> Changes,
    IReadOnlyList<string> Refusals
)
{
    public string Slug => Entry.Slug;

    public WorkspaceEnvironment Environment => Current?.Environment ?? Entry.Environment ?? new WorkspaceEnvironment("");

    public PlannedAction Action =>
        Refusals.Count > 0 ? PlannedAction.Refused
        : Current is null ? PlannedAction.Create
        : Changes.Count > 0 ? PlannedAction.Change
        : PlannedAction.Unchanged;

    public bool Touches(string field) => Changes.Any(change => string.Equals(change.Field, field, StringComparison.Ordinal));
}
