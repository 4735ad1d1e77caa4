namespace Amigo.Workspaces.Emulator.State;

/// <summary>What a state file holds; a seed file holds the same, without the keys.</summary>
internal sealed record StateDocument
{
    /// <summary>The keys that were made, with their roles. Those that the options fix are not written down.</summary>
    public IReadOnlyDictionary<string, WorkspaceRole>? Keys { get; init; }

    public IReadOnlyList<WorkspaceDocument?>? Workspaces { get; init; }
}
