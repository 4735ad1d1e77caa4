using System.Text.Json;
using Amigo.Workspaces.Client.Tests.Support;
using WireMock.ResponseBuilders;

namespace Amigo.Workspaces.Client.Tests.Contract.Stubs;

/// <summary>What the service answers on an operation with a status that the contract documents for it.</summary>
internal sealed record DocumentedAnswer(string OperationId, int Status, string Body)
{
    private const string Unauthorized = """{"detail":"Missing or invalid API key."}""";
    private const string Forbidden = """{"detail":"Insufficient permissions."}""";
    private const string NotFound = """{"detail":"Workspace not found."}""";
    private const string SlugMismatch = """{"detail":"Workspace slug confirmation did not match."}""";
    private const string Numbers = """{"numbers":["+15550101","+15550102"]}""";

    /// <summary>Has values that the client does not know, and every null that the contract allows.</summary>
    private const string Lakeview = """
        {
          "id": "7c1de2a4-52f1-4b7b-8f5e-3a2b7a1f9c02",
          "slug": "lakeview",
          "name": "Zoë's Clinic",
          "environment": "research",
          "backend_org_id": null,
          "region": "sa-east-1",
          "connector_type": null,
          "provisioned_at": null,
          "created_at": "2026-01-01T00:00:00.000001Z",
          "updated_at": "2026-01-02T03:04:05.123456Z"
        }
        """;

    public static IReadOnlyList<DocumentedAnswer> All { get; } =
    [
        .. Of(
            "list-workspaces",
            (200, $$"""{"items":[{{Given.WorkspaceJson}},{{Lakeview}}],"has_more":true,"continuation_token":75,"total":120}"""),
            (401, Unauthorized),
            (403, Forbidden),
            (
                422,
                """
                {"detail":[
                  {"type":"less_than_equal","loc":["query","limit"],"msg":"Input should be less than or equal to 100","input":"250","ctx":{"le":100}},
                  {"type":"int_parsing","loc":["query","continuation_token"],"msg":"Input should be a valid integer","input":"x"}
                ]}
                """
            )
        ),
        .. Of("get-workspace", (200, Given.WorkspaceJson), (401, Unauthorized), (403, Forbidden), (404, NotFound)),
        .. Of(
            "update-workspace",
            (
                200,
                AcmeWith(
                    ("Acme Clinic", "Acme Clinic North"),
                    ("staging", "production"),
                    ("us-east-1", "eu-central-1"),
                    ("\"epic\"", "null")
                )
            ),
            (401, Unauthorized),
            (403, Forbidden),
            (404, NotFound),
            (
                422,
                """
                {"detail":[{"type":"string_too_short","loc":["body","name"],"msg":"String should have at least 1 character","input":"","ctx":{"min_length":1}}]}
                """
            )
        ),
        .. Of(
            "provision-workspace",
            (200, $$"""{"workspace":{{Given.WorkspaceJson}}}"""),
            (401, Unauthorized),
            (403, Forbidden),
            (404, NotFound)
        ),
        .. Of(
            "archive-workspace",
            (200, Given.WorkspaceJson),
            (401, Unauthorized),
            (403, """{"detail":"Only owners can archive a workspace."}"""),
            (404, NotFound),
            (422, SlugMismatch)
        ),
        .. Of(
            "check-environment-conversion",
            (
                200,
                """{"current":"staging","target":"production","warnings":["No connector is configured.","Test caller numbers are still set."]}"""
            ),
            (401, Unauthorized),
            (403, Forbidden),
            (
                422,
                """
                {"detail":[{"type":"literal_error","loc":["query","target"],"msg":"Input should be 'production' or 'staging'","input":"qa","ctx":{"expected":"'production' or 'staging'"}}]}
                """
            )
        ),
        .. Of(
            "convert-workspace-environment",
            (200, AcmeWith(("staging", "production"))),
            (401, Unauthorized),
            (403, Forbidden),
            (404, NotFound),
            (422, SlugMismatch)
        ),
        .. Of("get-test-caller-numbers", (200, Numbers)),
        .. Of(
            "update-test-caller-numbers",
            (200, Numbers),
            (422, """{"detail":[{"type":"string_type","loc":["body","numbers",1],"msg":"Input should be a valid string","input":7}]}""")
        ),
        .. Of(
            "create-my-workspace",
            (201, Given.WorkspaceJson),
            (403, """{"detail":"Insufficient permissions or unsupported principal type."}"""),
            (409, """{"detail":"Workspace slug already taken."}"""),
            (
                422,
                """
                {"detail":[{"type":"string_pattern_mismatch","loc":["body","slug"],"msg":"String should match pattern '^[a-z0-9]+$'","input":"Acme!","ctx":{"pattern":"^[a-z0-9]+$"}}]}
                """
            ),
            (503, """{"detail":"Identity service unavailable."}""")
        ),
    ];

    public static DocumentedAnswer SuccessOf(string operationId) =>
        All.Single(answer => answer.OperationId == operationId && answer.Status < 300);

    public static DocumentedAnswer Of(string operationId, int status) =>
        All.Single(answer => (answer.OperationId, answer.Status) == (operationId, status));

    public JsonElement Json => JsonElement.Parse(Body);

    public string RequestId => $"req-{OperationId}-{Status}";

    public IResponseBuilder Response =>
        StubbedService
            .Json(Status, Body)
            .WithHeader("x-request-id", RequestId)
            .WithHeader("X-RateLimit-Limit", "100")
            .WithHeader("X-RateLimit-Remaining", "42")
            .WithHeader("X-RateLimit-Reset", "1795305600");

    public override string ToString() => $"{OperationId} {Status}";

    private static IEnumerable<DocumentedAnswer> Of(string operationId, params (int Status, string Body)[] answers) =>
        answers.Select(answer => new DocumentedAnswer(operationId, answer.Status, answer.Body));

    private static string AcmeWith(params (string Old, string New)[] changes) =>
        changes.Aggregate(Given.WorkspaceJson, (json, change) => json.Replace(change.Old, change.New, StringComparison.Ordinal));
}
