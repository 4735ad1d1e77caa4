using System.Text;
using Amigo.Workspaces.Client.Tests.Support;

namespace Amigo.Workspaces.Client.Tests.Properties;

/// <summary>An answer to one operation.</summary>
internal sealed record AnswerCase(string OperationId, int Status, byte[] Body)
{
    public override string ToString() =>
        $"{OperationId} answered {Status} with {Body.Length} bytes: {Encoding.Latin1.GetString(Body)} ({Convert.ToHexString(Body)})";
}

/// <summary>What the operations look like from both sides: how to call one, and what it should be answered with.</summary>
internal static class AnswerCases
{
    public static readonly int[] Successes = [200, 201, 202, 203, 204, 206, 299];

    public static readonly int[] Errors =
    [
        300,
        301,
        302,
        304,
        307,
        400,
        401,
        402,
        403,
        404,
        405,
        408,
        409,
        410,
        413,
        418,
        422,
        429,
        451,
        499,
        500,
        501,
        502,
        503,
        504,
        520,
        599,
    ];

    public static readonly IReadOnlyDictionary<string, Func<WorkspacesClient, Task<object>>> Calls = new Dictionary<
        string,
        Func<WorkspacesClient, Task<object>>
    >
    {
        ["list-workspaces"] = async client => (await client.Workspaces.ListWorkspacesAsync()).Value,
        ["get-workspace"] = async client => (await client.Workspaces.GetWorkspaceAsync(Given.WorkspaceId)).Value,
        ["update-workspace"] = async client => (await client.Workspaces.UpdateWorkspaceAsync(Given.WorkspaceId, new())).Value,
        ["provision-workspace"] = async client => (await client.Workspaces.ProvisionWorkspaceAsync(Given.WorkspaceId)).Value,
        ["archive-workspace"] = async client =>
            (await client.Workspaces.ArchiveWorkspaceAsync(Given.WorkspaceId, new ArchiveWorkspaceRequest { Slug = "acme-clinic" })).Value,
        ["check-environment-conversion"] = async client =>
            (await client.Workspaces.CheckEnvironmentConversionAsync(Given.WorkspaceId)).Value,
        ["convert-workspace-environment"] = async client =>
            (
                await client.Workspaces.ConvertWorkspaceEnvironmentAsync(
                    Given.WorkspaceId,
                    new ConvertEnvironmentRequest { Target = ConversionTarget.Staging, ConfirmSlug = "acme-clinic" }
                )
            ).Value,
        ["get-test-caller-numbers"] = async client => (await client.Workspaces.GetTestCallerNumbersAsync(Given.WorkspaceId)).Value,
        ["update-test-caller-numbers"] = async client =>
            (await client.Workspaces.UpdateTestCallerNumbersAsync(Given.WorkspaceId, new TestCallerNumbers())).Value,
        ["create-my-workspace"] = async client => (await client.Account.CreateMyWorkspaceAsync(Given.CreateRequest)).Value,
    };

    public static readonly string[] ErrorBodies =
    [
        """{"detail":"Workspace not found."}""",
        """{"detail":"Slug taken.","error_code":"slug_taken","request_id":"req-1","message":"Slug taken."}""",
        """{"detail":[{"type":"missing","loc":["body","numbers",1],"msg":"Field required","input":{"a":["+15550100"]},"ctx":{"n":2}}]}""",
        """{"detail":{"message":"No","error_code":4031}}""",
        """{"message":"Forbidden"}""",
        "<html><body><h1>502 Bad Gateway</h1></body></html>",
    ];

    public static string ValidBody(string operationId) =>
        operationId switch
        {
            "list-workspaces" =>
                $$"""{"items":[{{Given.WorkspaceJson}},{{Given.WorkspaceJson}}],"has_more":true,"continuation_token":2,"total":40}""",
            "provision-workspace" => $$"""{"workspace":{{Given.WorkspaceJson}}}""",
            "check-environment-conversion" => """{"current":"staging","target":"production","warnings":["No BAA","ünïcode"]}""",
            "get-test-caller-numbers" or "update-test-caller-numbers" => """{"numbers":["+15550100","\u002b15550101"]}""",
            _ => Given.WorkspaceJson,
        };
}
