using static WorkspaceClients.Retries.RetrySafety;

namespace Amigo.Workspaces.Client.Protocol;

/// <summary>What no contract says of its operations: whether each can be sent again. The rest stands in the Refit interfaces.</summary>
internal static class Operations
{
    public static readonly Operation ListWorkspaces = new("list-workspaces", Read);
    public static readonly Operation GetWorkspace = new("get-workspace", Read);
    public static readonly Operation UpdateWorkspace = new("update-workspace", Unsafe);
    public static readonly Operation ProvisionWorkspace = new("provision-workspace", Idempotent);
    public static readonly Operation ArchiveWorkspace = new("archive-workspace", Unsafe);
    public static readonly Operation CheckEnvironmentConversion = new("check-environment-conversion", Read);
    public static readonly Operation ConvertWorkspaceEnvironment = new("convert-workspace-environment", Unsafe);
    public static readonly Operation GetTestCallerNumbers = new("get-test-caller-numbers", Read);
    public static readonly Operation UpdateTestCallerNumbers = new("update-test-caller-numbers", Idempotent);
    public static readonly Operation CreateMyWorkspace = new("create-my-workspace", Unsafe);

    public static IReadOnlyList<Operation> All { get; } =
    [
        ListWorkspaces,
        GetWorkspace,
        UpdateWorkspace,
        ProvisionWorkspace,
        ArchiveWorkspace,
        CheckEnvironmentConversion,
        ConvertWorkspaceEnvironment,
        GetTestCallerNumbers,
        UpdateTestCallerNumbers,
        CreateMyWorkspace,
    ];
}
