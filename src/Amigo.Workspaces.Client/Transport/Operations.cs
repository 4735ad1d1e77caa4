using static Amigo.Workspaces.Client.Transport.RetrySafety;

namespace Amigo.Workspaces.Client.Transport;

/// <summary>The operations of the contract, one row each.</summary>
internal static class Operations
{
    public static readonly Operation ListWorkspaces = new("list-workspaces", HttpMethod.Get, "/v1/workspaces", Idempotent);

    public static readonly Operation GetWorkspace = new("get-workspace", HttpMethod.Get, "/v1/workspaces/{workspace_id}", Idempotent);

    public static readonly Operation UpdateWorkspace = new("update-workspace", HttpMethod.Patch, "/v1/workspaces/{workspace_id}", Unsafe);

    public static readonly Operation ProvisionWorkspace = new(
        "provision-workspace",
        HttpMethod.Post,
        "/v1/workspaces/{workspace_id}/provision",
        Idempotent
    );

    public static readonly Operation ArchiveWorkspace = new(
        "archive-workspace",
        HttpMethod.Post,
        "/v1/workspaces/{workspace_id}/archive",
        Unsafe
    );

    public static readonly Operation CheckEnvironmentConversion = new(
        "check-environment-conversion",
        HttpMethod.Get,
        "/v1/workspaces/{workspace_id}/environment-check",
        Idempotent
    );

    public static readonly Operation ConvertWorkspaceEnvironment = new(
        "convert-workspace-environment",
        HttpMethod.Post,
        "/v1/workspaces/{workspace_id}/convert-environment",
        Unsafe
    );

    public static readonly Operation GetTestCallerNumbers = new(
        "get-test-caller-numbers",
        HttpMethod.Get,
        "/v1/workspaces/{workspace_id}/test-caller-numbers",
        Idempotent
    );

    public static readonly Operation UpdateTestCallerNumbers = new(
        "update-test-caller-numbers",
        HttpMethod.Put,
        "/v1/workspaces/{workspace_id}/test-caller-numbers",
        Idempotent
    );

    public static readonly Operation CreateMyWorkspace = new("create-my-workspace", HttpMethod.Post, "/v1/me/workspaces", Unsafe);

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
