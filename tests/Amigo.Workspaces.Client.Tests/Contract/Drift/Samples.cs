using System.Text.Json.Nodes;
using Amigo.Workspaces.Client.Tests.Support;

namespace Amigo.Workspaces.Client.Tests.Contract.Drift;

/// <summary>Arguments and answers that are right, for a probe to change one thing in.</summary>
internal static class Samples
{
    private static readonly Dictionary<Type, object> Arguments = new()
    {
        [typeof(Guid)] = Given.WorkspaceId,
        [typeof(int?)] = 25,
        [typeof(long?)] = 50L,
        [typeof(ConversionTarget)] = ConversionTarget.Staging,
        [typeof(CreateWorkspaceRequest)] = Given.CreateRequest with { BackendOrgId = "org-1" },
        [typeof(UpdateWorkspaceRequest)] = ApiCalls.UpdateRequest with { ConnectorType = ConnectorType.Epic },
        [typeof(ArchiveWorkspaceRequest)] = new ArchiveWorkspaceRequest { Slug = "acme-clinic" },
        [typeof(ConvertEnvironmentRequest)] = ApiCalls.ConvertRequest,
        [typeof(TestCallerNumbers)] = ApiCalls.Numbers,
    };

    private static readonly Dictionary<Type, string> Answers = new()
    {
        [typeof(Workspace)] = Given.WorkspaceJson,
        [typeof(WorkspacePage)] = $$"""{"items":[{{Given.WorkspaceJson}}],"has_more":true,"continuation_token":75,"total":120}""",
        [typeof(ProvisionResult)] = $$"""{"workspace":{{Given.WorkspaceJson}}}""",
        [typeof(EnvironmentCheck)] = """{"current":"staging","target":"production","warnings":["One."]}""",
        [typeof(TestCallerNumbers)] = """{"numbers":["+15550101"]}""",
    };

    public static object Argument(Type type) => Arguments[type];

    public static JsonNode Answer(Type type) => JsonNode.Parse(Answers[type])!;
}
