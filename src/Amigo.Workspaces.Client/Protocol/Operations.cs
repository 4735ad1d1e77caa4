using static WorkspaceClients.Retries.RetrySafety;

namespace Amigo.Workspaces.Client.Protocol;

/// <summary>The operations of the contract, one row each.</summary>
internal static class Operations
{
    public static readonly WorkspaceOperation ListWorkspaces = new("list-workspaces", HttpMethod.Get, "/v1/workspaces", Idempotent);

    public static readonly WorkspaceOperation GetWorkspace = new(
        "get-workspace",
        HttpMethod.Get,
        "/v1/workspaces/{workspace_id}",
        Idempotent
    );

    public static readonly WorkspaceOperation UpdateWorkspace = new(
        "update-workspace",
        HttpMethod.Patch,
        "/v1/workspaces/{workspace_id}",
        Unsafe
    );

    public static readonly WorkspaceOperation ProvisionWorkspace = new(
        "provision-workspace",
        HttpMethod.Post,
        "/v1/workspaces/{workspace_id}/provision",
        Idempotent
    );

    public static readonly WorkspaceOperation ArchiveWorkspace = new(
        "archive-workspace",
        HttpMethod.Post,
        "/v1/workspaces/{workspace_id}/archive",
        Unsafe
    );

    public static readonly WorkspaceOperation CheckEnvironmentConversion = new(
        "check-environment-conversion",
        HttpMethod.Get,
        "/v1/workspaces/{workspace_id}/environment-check",
        Idempotent
    );

    public static readonly WorkspaceOperation ConvertWorkspaceEnvironment = new(
        "convert-workspace-environment",
        HttpMethod.Post,
        "/v1/workspaces/{workspace_id}/convert-environment",
        Unsafe
    );

    public static readonly WorkspaceOperation GetTestCallerNumbers = new(
        "get-test-caller-numbers",
        HttpMethod.Get,
        "/v1/workspaces/{workspace_id}/test-caller-numbers",
        Idempotent
    );

    public static readonly WorkspaceOperation UpdateTestCallerNumbers = new(
        "update-test-caller-numbers",
        HttpMethod.Put,
        "/v1/workspaces/{workspace_id}/test-caller-numbers",
        Idempotent
    );

    public static readonly WorkspaceOperation CreateMyWorkspace = new("create-my-workspace", HttpMethod.Post, "/v1/me/workspaces", Unsafe);

    public static IReadOnlyList<WorkspaceOperation> All { get; } =
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
