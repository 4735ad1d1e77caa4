using Amigo.Workspaces.Client.Tests.Support;

namespace Amigo.Workspaces.Client.Tests.Behaviour;

/// <summary>One operation of the contract: what it must send, what the service answers, and how it is called through both layers.</summary>
internal sealed record OperationCall
{
    private const string PagePath = "/v1/workspaces";
    private const string WorkspacePath = "/v1/workspaces/0b0f7a2e-6a4b-4c9d-9a53-0c8c1f4d2e11";
    private const string NumbersJson = """{"numbers":["+15550100","+15550101"]}""";
    private const string PageJson = $$"""{"items":[{{Given.WorkspaceJson}}],"has_more":false,"continuation_token":null,"total":1}""";

    public required string Id { get; init; }
    public required string Method { get; init; }
    public required string Path { get; init; }
    public string Query { get; init; } = "";
    public string Body { get; init; } = "";
    public int Status { get; init; } = 200;
    public string Answer { get; init; } = Given.WorkspaceJson;
    public bool IsUnsafe { get; init; }
    public bool IsWrite => Method != "GET";

    /// <summary>What the plain layer returns for the answer.</summary>
    public object Value { get; init; } = Workspace;

    /// <summary>What the lower layer returns for the answer, where that is not the same.</summary>
    public object? RawValue { get; init; }

    public required Func<WorkspacesClient, RequestOptions?, CancellationToken, Task<object>> Plain { get; init; }

    public required Func<WorkspacesClient, RequestOptions?, CancellationToken, Task<ApiResponse<object>>> Raw { get; init; }

    public static TheoryData<string> Ids => [.. All.Select(call => call.Id)];

    public static TheoryData<string> UnsafeIds => [.. All.Where(call => call.IsUnsafe).Select(call => call.Id)];

    public static TheoryData<string> SafeIds => [.. All.Where(call => !call.IsUnsafe).Select(call => call.Id)];

    public static OperationCall Of(string id) => All.Single(call => call.Id == id);

    private static Workspace Workspace =>
        new()
        {
            Id = Given.WorkspaceId,
            Slug = "acme-clinic",
            Name = "Acme Clinic",
            Environment = WorkspaceEnvironment.Staging,
            BackendOrgId = "org-1",
            Region = WorkspaceRegion.UsEast1,
            ConnectorType = ConnectorType.Epic,
            ProvisionedAt = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero).AddTicks(1234560),
            CreatedAt = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddTicks(10),
            UpdatedAt = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero).AddTicks(1234560),
        };

    private static string[] Numbers => ["+15550100", "+15550101"];

    public static IReadOnlyList<OperationCall> All { get; } =
    [
        new()
        {
            Id = "list-workspaces",
            Method = "GET",
            Path = PagePath,
            Query = "?limit=100",
            Answer = PageJson,
            Value = new[] { Workspace },
            RawValue = new WorkspacePage { Items = [Workspace], Total = 1 },
            Plain = async (client, options, token) => await ItemsAsync(client.ListAsync(options: options), token),
            Raw = (client, options, token) => Boxed(client.Workspaces.ListWorkspacesAsync(100, null, options, token)),
        },
        new()
        {
            Id = "get-workspace",
            Method = "GET",
            Path = WorkspacePath,
            Plain = async (client, options, token) => await client.GetAsync(Given.WorkspaceId, options, token),
            Raw = (client, options, token) => Boxed(client.Workspaces.GetWorkspaceAsync(Given.WorkspaceId, options, token)),
        },
        new()
        {
            Id = "update-workspace",
            Method = "PATCH",
            Path = WorkspacePath,
            Body = """{"name":"New name","connector_type":null}""",
            IsUnsafe = true,
            Plain = async (client, options, token) => await client.UpdateAsync(Given.WorkspaceId, Update, options, token),
            Raw = (client, options, token) => Boxed(client.Workspaces.UpdateWorkspaceAsync(Given.WorkspaceId, Update, options, token)),
        },
        new()
        {
            Id = "provision-workspace",
            Method = "POST",
            Path = WorkspacePath + "/provision",
            Answer = $$"""{"workspace":{{Given.WorkspaceJson}}}""",
            RawValue = new ProvisionResult { Workspace = Workspace },
            Plain = async (client, options, token) => await client.ProvisionAsync(Given.WorkspaceId, options, token),
            Raw = (client, options, token) => Boxed(client.Workspaces.ProvisionWorkspaceAsync(Given.WorkspaceId, options, token)),
        },
        new()
        {
            Id = "archive-workspace",
            Method = "POST",
            Path = WorkspacePath + "/archive",
            Body = """{"slug":"acme-clinic"}""",
            IsUnsafe = true,
            Plain = async (client, options, token) => await client.ArchiveAsync(Given.WorkspaceId, "acme-clinic", options, token),
            Raw = (client, options, token) =>
                Boxed(client.Workspaces.ArchiveWorkspaceAsync(Given.WorkspaceId, new() { Slug = "acme-clinic" }, options, token)),
        },
        new()
        {
            Id = "check-environment-conversion",
            Method = "GET",
            Path = WorkspacePath + "/environment-check",
            Query = "?target=staging",
            Answer = """{"current":"production","target":"staging","warnings":["Live calls stop."]}""",
            Value = new EnvironmentCheck
            {
                Current = "production",
                Target = "staging",
                Warnings = ["Live calls stop."],
            },
            Plain = async (client, options, token) =>
                await client.CheckEnvironmentConversionAsync(Given.WorkspaceId, ConversionTarget.Staging, options, token),
            Raw = (client, options, token) =>
                Boxed(client.Workspaces.CheckEnvironmentConversionAsync(Given.WorkspaceId, ConversionTarget.Staging, options, token)),
        },
        new()
        {
            Id = "convert-workspace-environment",
            Method = "POST",
            Path = WorkspacePath + "/convert-environment",
            Body = """{"target":"production","confirm_slug":"acme-clinic"}""",
            IsUnsafe = true,
            Plain = async (client, options, token) =>
                await client.ConvertEnvironmentAsync(Given.WorkspaceId, ConversionTarget.Production, "acme-clinic", options, token),
            Raw = (client, options, token) =>
                Boxed(client.Workspaces.ConvertWorkspaceEnvironmentAsync(Given.WorkspaceId, Conversion, options, token)),
        },
        new()
        {
            Id = "get-test-caller-numbers",
            Method = "GET",
            Path = WorkspacePath + "/test-caller-numbers",
            Answer = NumbersJson,
            Value = Numbers,
            RawValue = new TestCallerNumbers { Numbers = Numbers },
            Plain = async (client, options, token) => await client.GetTestCallerNumbersAsync(Given.WorkspaceId, options, token),
            Raw = (client, options, token) => Boxed(client.Workspaces.GetTestCallerNumbersAsync(Given.WorkspaceId, options, token)),
        },
        new()
        {
            Id = "update-test-caller-numbers",
            Method = "PUT",
            Path = WorkspacePath + "/test-caller-numbers",
            Body = NumbersJson.Replace("+", "\\u002B", StringComparison.Ordinal),
            Answer = NumbersJson,
            Value = Numbers,
            RawValue = new TestCallerNumbers { Numbers = Numbers },
            Plain = async (client, options, token) =>
                await client.ReplaceTestCallerNumbersAsync(Given.WorkspaceId, Numbers, options, token),
            Raw = (client, options, token) =>
                Boxed(client.Workspaces.UpdateTestCallerNumbersAsync(Given.WorkspaceId, new() { Numbers = Numbers }, options, token)),
        },
        new()
        {
            Id = "create-my-workspace",
            Method = "POST",
            Path = "/v1/me/workspaces",
            Body = """{"slug":"acme-clinic","name":"Acme Clinic","environment":"staging"}""",
            Status = 201,
            IsUnsafe = true,
            Plain = async (client, options, token) => await client.CreateAsync(Given.CreateRequest, options, token),
            Raw = (client, options, token) => Boxed(client.Account.CreateMyWorkspaceAsync(Given.CreateRequest, options, token)),
        },
    ];

    private static UpdateWorkspaceRequest Update => new() { Name = "New name", ConnectorType = new Optional<ConnectorType?>(null) };

    private static ConvertEnvironmentRequest Conversion => new() { Target = ConversionTarget.Production, ConfirmSlug = "acme-clinic" };

    private static async Task<ApiResponse<object>> Boxed<T>(Task<ApiResponse<T>> call)
        where T : class
    {
        var response = await call;
        return new(response.Value, response.StatusCode, response.RequestId, response.RateLimit, response.Attempts, response.Headers);
    }

    private static async Task<List<Workspace>> ItemsAsync(AsyncPageable<Workspace> workspaces, CancellationToken cancellationToken)
    {
        var items = new List<Workspace>();
        await foreach (var workspace in workspaces.WithCancellation(cancellationToken))
        {
            items.Add(workspace);
        }

        return items;
    }
}
