using System.Net;
using Amigo.Workspaces.Client;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Callers.Version_0_1_0;

/// <summary>
/// What callers write, with every documented constructor, member and argument name. It only has to compile: a name or a type that changes breaks
/// this file before it breaks anybody's program. Every result is held in a variable of its documented type.
/// </summary>
internal static class ClientCallers
{
    public static void Clients(HttpClient http, ILoggerFactory loggers)
    {
        using var plain = new WorkspacesClient(apiKey: "key");
        using var owned = new WorkspacesClient(options: new WorkspacesClientOptions(), loggerFactory: null);
        using var given = new WorkspacesClient(httpClient: http, options: Options(), loggerFactory: loggers);
        Interfaces(given, given);
        _ = (plain, owned);
    }

    public static void Interfaces(IWorkspacesClient client, IDisposable disposable)
    {
        IWorkspacesApi workspaces = client.Workspaces;
        IAccountApi account = client.Account;
        _ = (workspaces, account, disposable);
    }

    public static WorkspacesClientOptions Options()
    {
        WorkspacesClientOptions options = WorkspacesClientOptions.FromEnvironment();
        string? key = options.ApiKey = "key";
        Func<CancellationToken, ValueTask<string>>? provider = options.ApiKeyProvider = null;
        Uri address = options.BaseAddress = new Uri("https://api.platform.amigo.ai");
        TimeSpan attempt = options.AttemptTimeout = TimeSpan.FromSeconds(30);
        TimeSpan total = options.TotalTimeout = TimeSpan.FromSeconds(100);
        int retries = options.MaxRetries = 2;
        TimeSpan delay = options.RetryBaseDelay = TimeSpan.FromMilliseconds(250);
        TimeSpan longest = options.MaxRetryDelay = TimeSpan.FromSeconds(30);
        string? application = options.ApplicationName = null;
        TimeProvider time = options.TimeProvider = TimeProvider.System;
        _ = (key, provider, address, attempt, total, retries, delay, longest, application, time);
        return options;
    }

    public static void Registration(IServiceCollection services, IConfiguration configuration)
    {
        IHttpClientBuilder bare = services.AddWorkspacesClient();
        IHttpClientBuilder byDelegate = services.AddWorkspacesClient(configure: options => options.ApiKey = "key");
        IHttpClientBuilder bySection = services.AddWorkspacesClient(section: configuration.GetSection("Amigo:Workspaces"));
        IHttpClientBuilder keyed = services.AddKeyedWorkspacesClient(key: "north", configure: options => options.ApiKey = "key");
        _ = (bare, byDelegate, bySection, keyed);
    }

    public static async Task OperationsAsync(IWorkspacesApi api, IAccountApi account, Guid id, CancellationToken token)
    {
        RequestOptions options = new()
        {
            ApiKey = "key",
            Timeout = TimeSpan.FromSeconds(5),
            MaxRetries = 0,
            SkipValidation = true,
            Headers = new Dictionary<string, string> { ["X-Trace"] = "1" },
        };
        ApiResponse<WorkspacePage> page = await api.ListWorkspacesAsync(limit: 5, continuationToken: 5L, options, cancellationToken: token);
        ApiResponse<Workspace> read = await api.GetWorkspaceAsync(workspaceId: id, options: options, cancellationToken: token);
        ApiResponse<Workspace> updated = await api.UpdateWorkspaceAsync(id, request: Update(), options, token);
        ApiResponse<ProvisionResult> provisioned = await api.ProvisionWorkspaceAsync(workspaceId: id, options, token);
        ApiResponse<Workspace> archived = await api.ArchiveWorkspaceAsync(id, request: new() { Slug = "acme" }, options, token);
        ApiResponse<EnvironmentCheck> check = await api.CheckEnvironmentConversionAsync(
            id,
            target: ConversionTarget.Staging,
            options,
            token
        );
        ApiResponse<Workspace> converted = await api.ConvertWorkspaceEnvironmentAsync(
            workspaceId: id,
            request: new ConvertEnvironmentRequest { Target = ConversionTarget.Production, ConfirmSlug = "acme" },
            options: options,
            cancellationToken: token
        );
        ApiResponse<TestCallerNumbers> numbers = await api.GetTestCallerNumbersAsync(id, options, token);
        ApiResponse<TestCallerNumbers> set = await api.UpdateTestCallerNumbersAsync(
            id,
            request: new() { Numbers = ["+15550100"] },
            options,
            token
        );
        ApiResponse<Workspace> created = await account.CreateMyWorkspaceAsync(
            request: Create(),
            options: options,
            cancellationToken: token
        );
        _ = (page, read, updated, provisioned, archived, check, converted, numbers, set, created);
    }

    public static async Task WorkflowsAsync(IWorkspacesClient client, Guid id, RequestOptions options, CancellationToken token)
    {
        Workspace created = await client.CreateAsync(request: Create(), options: options, cancellationToken: token);
        Workspace ensured = await client.EnsureCreatedAsync(request: Create(), options: options, cancellationToken: token);
        Workspace read = await client.GetAsync(workspaceId: id, options: options, cancellationToken: token);
        Workspace? found = await client.FindBySlugAsync(slug: "acme", options: options, cancellationToken: token);
        Workspace updated = await client.UpdateAsync(workspaceId: id, request: Update(), options: options, cancellationToken: token);
        Workspace provisioned = await client.ProvisionAsync(workspaceId: id, options: options, cancellationToken: token);
        Workspace archived = await client.ArchiveAsync(workspaceId: id, confirmSlug: "acme", options: options, cancellationToken: token);
        EnvironmentCheck check = await client.CheckEnvironmentConversionAsync(
            workspaceId: id,
            target: ConversionTarget.Staging,
            options,
            token
        );
        Workspace converted = await client.ConvertEnvironmentAsync(
            id,
            target: ConversionTarget.Staging,
            confirmSlug: "acme",
            options,
            token
        );
        Workspace approved = await client.ConvertEnvironmentAsync(
            workspaceId: id,
            target: ConversionTarget.Production,
            confirmSlug: "acme",
            approve: (EnvironmentCheck shown, CancellationToken _) => new ValueTask<bool>(shown.Warnings.Count == 0),
            options: options,
            cancellationToken: token
        );
        IReadOnlyList<string> numbers = await client.GetTestCallerNumbersAsync(workspaceId: id, options: options, cancellationToken: token);
        IReadOnlyList<string> replaced = await client.ReplaceTestCallerNumbersAsync(workspaceId: id, numbers: numbers, options, token);
        IReadOnlyList<string> added = await client.AddTestCallerNumbersAsync(workspaceId: id, numbers: numbers, options, token);
        IReadOnlyList<string> left = await client.RemoveTestCallerNumbersAsync(workspaceId: id, numbers: numbers, options, token);
        _ = (created, ensured, read, found, updated, provisioned, archived, check, converted, approved, replaced, added, left);
    }

    public static async Task PagingAsync(IWorkspacesClient client, CancellationToken token)
    {
        ListWorkspacesOptions list = new()
        {
            PageSize = 50,
            ContinuationToken = 100,
            ReadAhead = 1,
        };
        AsyncPageable<Workspace> all = client.ListAsync(list: list, options: null);
        await foreach (Workspace workspace in client.ListAsync().WithCancellation(token))
        {
            _ = workspace.Slug;
        }

        await foreach (Page<Workspace> page in all.AsPages(cancellationToken: token))
        {
            (IReadOnlyList<Workspace> items, long? next, long? total) = page;
            _ = (items, next, total);
        }

        _ = AsyncPageable<Workspace>.FromPages(pages: [new Page<Workspace>(Items: [], ContinuationToken: null, Total: 0)]);
    }

    public static void Answers(Workspace workspace)
    {
        ApiResponse<Workspace> response = new(
            value: workspace,
            statusCode: HttpStatusCode.Created,
            requestId: "req-1",
            rateLimit: new RateLimit(Limit: 10, Remaining: 9, Reset: DateTimeOffset.FromUnixTimeSeconds(0)),
            attempts: 2,
            headers: new Dictionary<string, IReadOnlyList<string>> { ["x-request-id"] = ["req-1"] }
        );
        Workspace value = response.Value;
        HttpStatusCode status = response.StatusCode;
        string? requestId = response.RequestId;
        (int? limit, int? remaining, DateTimeOffset? reset) = response.RateLimit!;
        int attempts = response.Attempts;
        IReadOnlyDictionary<string, IReadOnlyList<string>> headers = response.Headers;
        _ = (value, status, requestId, limit, remaining, reset, attempts, headers);
        _ = new ApiResponse<Workspace>(workspace);
    }

    public static void Models()
    {
        Workspace workspace = new()
        {
            Id = Guid.Empty,
            Slug = WorkspaceSlug.FromName(name: "Acme Clinic"),
            Name = "Acme Clinic",
            Environment = WorkspaceEnvironment.Development,
            BackendOrgId = null,
            Region = WorkspaceRegion.UsEast1,
            ConnectorType = ConnectorType.Epic,
            ProvisionedAt = null,
            CreatedAt = DateTimeOffset.FromUnixTimeSeconds(0),
            UpdatedAt = DateTimeOffset.FromUnixTimeSeconds(0),
        };
        WorkspacePage page = new()
        {
            Items = [workspace],
            HasMore = true,
            ContinuationToken = 1,
            Total = 2,
        };
        ProvisionResult provisioned = new() { Workspace = workspace };
        EnvironmentCheck check = new()
        {
            Current = "staging",
            Target = "production",
            Warnings = ["…"],
        };
        bool valid = WorkspaceSlug.IsValid(slug: "acme") && WorkspaceSlug.MinLength == 2 && WorkspaceSlug.MaxLength == 63;
        WorkspaceRegion[] regions = [WorkspaceRegion.ApSoutheast2, WorkspaceRegion.EuCentral1, WorkspaceRegion.CaCentral1, new("mars-1")];
        ConnectorType[] connectors =
        [
            ConnectorType.Cerner,
            ConnectorType.Allscripts,
            ConnectorType.FhirStore,
            ConnectorType.Athenahealth,
            ConnectorType.Charmhealth,
            ConnectorType.EClinicalWorks,
            ConnectorType.Meditab,
            new ConnectorType(Value: "hubspot"),
        ];
        string wire = new WorkspaceEnvironment(Value: "production").Value;
        _ = (page, provisioned, check, valid, regions, connectors, wire);
    }

    public static WorkspacesException[] Failures(Exception cause) =>
        [
            new WorkspacesApiException(message: "…", innerException: cause)
            {
                Operation = "get-workspace",
                Attempts = 1,
                RequestId = "req-1",
                MayHaveBeenApplied = true,
                StatusCode = HttpStatusCode.Conflict,
                ErrorCode = "slug_taken",
                Detail = "…",
                ResponseBody = "…",
                RateLimit = new RateLimit(null, null, null),
                RetryAfter = TimeSpan.FromSeconds(1),
            },
            new WorkspacesBadRequestException("…"),
            new WorkspacesUnauthorizedException("…"),
            new WorkspacesForbiddenException("…"),
            new WorkspacesNotFoundException("…"),
            new WorkspacesConflictException("…"),
            new WorkspacesValidationException("…") { Issues = [new ValidationIssue(Path: "body.numbers[1]", Message: "…", Type: "…")] },
            new WorkspacesRateLimitException("…"),
            new WorkspacesServerException("…"),
            new WorkspacesUnavailableException("…"),
            new WorkspacesConnectionException("…"),
            new WorkspacesTimeoutException("…") { Timeout = TimeSpan.FromSeconds(30) },
            new WorkspacesResponseException("…"),
            new ConversionDeclinedException("…") { Check = new EnvironmentCheck() },
        ];

    private static CreateWorkspaceRequest Create() =>
        new()
        {
            Slug = "acme",
            Name = "Acme Clinic",
            Environment = WorkspaceEnvironment.Staging,
            BackendOrgId = "org-1",
        };

    private static UpdateWorkspaceRequest Update() =>
        new()
        {
            Name = "Acme",
            Environment = WorkspaceEnvironment.Production,
            Region = new Optional<WorkspaceRegion?>(value: null),
            ConnectorType = default,
        };
}
