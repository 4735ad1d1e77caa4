using static Amigo.Workspaces.Client.Tests.Support.Given;

namespace Amigo.Workspaces.Client.Tests.Contract;

/// <summary>A valid call of each of the ten operations, with every member of its request set.</summary>
internal static class ApiCalls
{
    private const string Slug = "acme-clinic";

    public static readonly ApiCall List = new(
        "list-workspaces",
        "GET",
        "/v1/workspaces?limit=25&continuation_token=50",
        null,
        MayRepeat: true,
        (client, options, cancel) => ApiAnswer.Of(client.Workspaces.ListWorkspacesAsync(25, 50, options, cancel))
    );

    public static readonly ApiCall Get = new(
        "get-workspace",
        "GET",
        PathOf(),
        null,
        MayRepeat: true,
        (client, options, cancel) => ApiAnswer.Of(client.Workspaces.GetWorkspaceAsync(WorkspaceId, options, cancel))
    );

    public static readonly UpdateWorkspaceRequest UpdateRequest = new()
    {
        Name = "Acme Clinic North",
        Environment = WorkspaceEnvironment.Production,
        Region = WorkspaceRegion.EuCentral1,
        ConnectorType = (ConnectorType?)null,
    };

    public static readonly ApiCall Update = new(
        "update-workspace",
        "PATCH",
        PathOf(),
        """{"name":"Acme Clinic North","environment":"production","region":"eu-central-1","connector_type":null}""",
        MayRepeat: false,
        (client, options, cancel) => ApiAnswer.Of(client.Workspaces.UpdateWorkspaceAsync(WorkspaceId, UpdateRequest, options, cancel))
    );

    public static readonly ApiCall Provision = new(
        "provision-workspace",
        "POST",
        PathOf("/provision"),
        null,
        MayRepeat: true,
        (client, options, cancel) => ApiAnswer.Of(client.Workspaces.ProvisionWorkspaceAsync(WorkspaceId, options, cancel))
    );

    public static readonly ApiCall Archive = new(
        "archive-workspace",
        "POST",
        PathOf("/archive"),
        """{"slug":"acme-clinic"}""",
        MayRepeat: false,
        (client, options, cancel) =>
            ApiAnswer.Of(client.Workspaces.ArchiveWorkspaceAsync(WorkspaceId, new ArchiveWorkspaceRequest { Slug = Slug }, options, cancel))
    );

    public static readonly ApiCall Check = new(
        "check-environment-conversion",
        "GET",
        PathOf("/environment-check?target=production"),
        null,
        MayRepeat: true,
        (client, options, cancel) =>
            ApiAnswer.Of(client.Workspaces.CheckEnvironmentConversionAsync(WorkspaceId, ConversionTarget.Production, options, cancel))
    );

    public static readonly ConvertEnvironmentRequest ConvertRequest = new() { Target = ConversionTarget.Production, ConfirmSlug = Slug };

    public static readonly ApiCall Convert = new(
        "convert-workspace-environment",
        "POST",
        PathOf("/convert-environment"),
        """{"target":"production","confirm_slug":"acme-clinic"}""",
        MayRepeat: false,
        (client, options, cancel) =>
            ApiAnswer.Of(client.Workspaces.ConvertWorkspaceEnvironmentAsync(WorkspaceId, ConvertRequest, options, cancel))
    );

    public static readonly ApiCall GetNumbers = new(
        "get-test-caller-numbers",
        "GET",
        PathOf("/test-caller-numbers"),
        null,
        MayRepeat: true,
        (client, options, cancel) => ApiAnswer.Of(client.Workspaces.GetTestCallerNumbersAsync(WorkspaceId, options, cancel))
    );

    public static readonly TestCallerNumbers Numbers = new() { Numbers = ["+15550101", "+15550102"] };

    public static readonly ApiCall UpdateNumbers = new(
        "update-test-caller-numbers",
        "PUT",
        PathOf("/test-caller-numbers"),
        """{"numbers":["+15550101","+15550102"]}""",
        MayRepeat: true,
        (client, options, cancel) => ApiAnswer.Of(client.Workspaces.UpdateTestCallerNumbersAsync(WorkspaceId, Numbers, options, cancel))
    );

    public static readonly ApiCall Create = new(
        "create-my-workspace",
        "POST",
        "/v1/me/workspaces",
        """{"slug":"acme-clinic","name":"Acme Clinic","environment":"staging","backend_org_id":"org-1"}""",
        MayRepeat: false,
        (client, options, cancel) =>
            ApiAnswer.Of(client.Account.CreateMyWorkspaceAsync(CreateRequest with { BackendOrgId = "org-1" }, options, cancel))
    );

    public static IReadOnlyList<ApiCall> All { get; } =
    [List, Get, Update, Provision, Archive, Check, Convert, GetNumbers, UpdateNumbers, Create];

    /// <summary>The operationIds, for theories.</summary>
    public static TheoryData<string> OperationIds { get; } = [.. All.Select(call => call.OperationId)];

    public static ApiCall Of(string operationId) => All.Single(call => call.OperationId == operationId);

    private static string PathOf(string rest = "") => $"/v1/workspaces/{WorkspaceId}{rest}";
}
