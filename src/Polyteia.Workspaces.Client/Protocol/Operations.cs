using static WorkspaceClients.Retries.RetrySafety;

namespace Polyteia.Workspaces.Client.Protocol;

/// <summary>
/// The queries and commands of the documentation, one row each. All of them are a POST to the same path, so the verb says nothing of what is
/// safe to repeat: queries read, an update that is done again changes nothing more, and the two others are done once.
/// </summary>
internal static class Operations
{
    public static readonly Operation GetWorkspace = Query("get_workspace");

    public static readonly Operation ListWorkspaces = Query("list_workspaces");

    public static readonly Operation CreateWorkspace = Command("create_workspace", Unsafe);

    public static readonly Operation UpdateWorkspace = Command("update_workspace", Idempotent);

    public static readonly Operation DeleteWorkspace = Command("delete_workspace", Unsafe);

    public static IReadOnlyList<Operation> All { get; } = [GetWorkspace, ListWorkspaces, CreateWorkspace, UpdateWorkspace, DeleteWorkspace];

    private static Operation Query(string name) => new(name, HttpMethod.Post, Product.PathPrefix, Idempotent, isWrite: false);

    private static Operation Command(string name, RetrySafety safety) =>
        new(name, HttpMethod.Post, Product.PathPrefix, safety, isWrite: true);
}
