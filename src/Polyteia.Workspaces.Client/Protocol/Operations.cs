using static WorkspaceClients.Retries.RetrySafety;

namespace Polyteia.Workspaces.Client.Protocol;

/// <summary>
/// The queries and commands of the documentation, one row each. All of them are a POST to the same path, so the verb says nothing of what is
/// safe to repeat: queries read, an update that is done again changes nothing more, and the two others are done once.
/// </summary>
internal static class Operations
{
    public static readonly Operation GetWorkspace = new("get_workspace", Read);

    public static readonly Operation ListWorkspaces = new("list_workspaces", Read);

    public static readonly Operation CreateWorkspace = new("create_workspace", Unsafe);

    public static readonly Operation UpdateWorkspace = new("update_workspace", Idempotent);

    public static readonly Operation DeleteWorkspace = new("delete_workspace", Unsafe);

    public static IReadOnlyList<Operation> All { get; } = [GetWorkspace, ListWorkspaces, CreateWorkspace, UpdateWorkspace, DeleteWorkspace];
}
