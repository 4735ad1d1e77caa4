namespace Amigo.Workspaces.Emulator.Tests.Support;

/// <summary>One valid request for each of the ten operations, on a staging workspace.</summary>
public sealed record OperationRequest(string Method, string Path, string? Body, WorkspaceRole LeastRole, int Success)
{
    public static readonly IReadOnlyList<string> Ids =
    [
        "list-workspaces",
        "get-workspace",
        "update-workspace",
        "provision-workspace",
        "archive-workspace",
        "check-environment-conversion",
        "convert-workspace-environment",
        "get-test-caller-numbers",
        "update-test-caller-numbers",
        "create-my-workspace",
    ];

    public static OperationRequest For(string operationId, Guid id, string slug)
    {
        var path = $"v1/workspaces/{id}";
        return operationId switch
        {
            "list-workspaces" => new("GET", "v1/workspaces", null, WorkspaceRole.Viewer, 200),
            "get-workspace" => new("GET", path, null, WorkspaceRole.Viewer, 200),
            "update-workspace" => new("PATCH", path, """{"name":"Renamed"}""", WorkspaceRole.Admin, 200),
            "provision-workspace" => new("POST", $"{path}/provision", null, WorkspaceRole.Admin, 200),
            "archive-workspace" => new("POST", $"{path}/archive", $$"""{"slug":"{{slug}}"}""", WorkspaceRole.Owner, 200),
            "check-environment-conversion" => new("GET", $"{path}/environment-check", null, WorkspaceRole.Viewer, 200),
            "convert-workspace-environment" => new(
                "POST",
                $"{path}/convert-environment",
                $$"""{"target":"production","confirm_slug":"{{slug}}"}""",
                WorkspaceRole.Admin,
                200
            ),
            "get-test-caller-numbers" => new("GET", $"{path}/test-caller-numbers", null, WorkspaceRole.Viewer, 200),
            "update-test-caller-numbers" => new(
                "PUT",
                $"{path}/test-caller-numbers",
                """{"numbers":["+15550101"]}""",
                WorkspaceRole.Admin,
                200
            ),
            "create-my-workspace" => new(
                "POST",
                "v1/me/workspaces",
                """{"slug":"brand-new","name":"Brand New","environment":"staging"}""",
                WorkspaceRole.Owner,
                201
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(operationId), operationId, "Not one of the ten."),
        };
    }
}
