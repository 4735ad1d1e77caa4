using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Polyteia.Workspaces.Client;

namespace Callers.Version_0_1_0;

/// <summary>What callers of the Polyteia client write, with every documented member and argument name. It only has to compile.</summary>
internal static class PolyteiaCallers
{
    public static void Clients(HttpClient http, ILoggerFactory loggers, IServiceCollection services, IConfiguration configuration)
    {
        PolyteiaWorkspacesClientOptions options = PolyteiaWorkspacesClientOptions.FromEnvironment();
        using var plain = new PolyteiaWorkspacesClient(apiKey: "key");
        using var owned = new PolyteiaWorkspacesClient(options: options, loggerFactory: null);
        using var given = new PolyteiaWorkspacesClient(httpClient: http, options: options, loggerFactory: loggers);
        IPolyteiaWorkspacesClient client = given;
        IHttpClientBuilder bare = services.AddPolyteiaWorkspacesClient();
        IHttpClientBuilder byDelegate = services.AddPolyteiaWorkspacesClient(configure: options => options.ApiKey = "key");
        IHttpClientBuilder bySection = services.AddPolyteiaWorkspacesClient(section: configuration.GetSection("Polyteia:Workspaces"));
        IHttpClientBuilder keyed = services.AddKeyedPolyteiaWorkspacesClient(key: "north", configure: options => options.ApiKey = "key");
        _ = (plain, owned, client, bare, byDelegate, bySection, keyed);
    }

    public static async Task OperationsAsync(IPolyteiaWorkspacesClient client, CancellationToken token)
    {
        RequestOptions options = new()
        {
            ApiKey = "key",
            Timeout = TimeSpan.FromSeconds(5),
            MaxRetries = 0,
            SkipValidation = true,
            Headers = new Dictionary<string, string> { ["X-Trace"] = "1" },
        };
        Workspace read = await client.GetAsync(id: "w-1", options: options, cancellationToken: token);
        Workspace created = await client.CreateAsync(
            request: new CreateWorkspaceRequest
            {
                OrganizationId = "o-1",
                Name = "Acme Clinic",
                Description = null,
                Attributes = new JsonObject(),
            },
            options: options,
            cancellationToken: token
        );
        Workspace updated = await client.UpdateAsync(
            id: "w-1",
            request: new UpdateWorkspaceRequest
            {
                Name = "Acme",
                Description = null,
                Attributes = default,
            },
            options: options,
            cancellationToken: token
        );
        await client.DeleteAsync(id: "w-1", confirmName: "Acme", options: options, cancellationToken: token);
        await client.DeleteWithoutConfirmationAsync(id: "w-1", options: options, cancellationToken: token);
        ListWorkspacesOptions list = new() { Page = 1, PageSize = 50 };
        await foreach (Page<Workspace> page in client.ListAsync(list: list, options: options, cancellationToken: token).AsPages(token))
        {
            (IReadOnlyList<Workspace> items, int number, long total) = page;
            _ = (items, number, total);
        }

        _ = (read, created, updated, AsyncPageable<Workspace>.FromPages(pages: []));
    }

    public static void Answers(Workspace workspace)
    {
        (string id, string organization, string name, string? description) = (
            workspace.Id,
            workspace.OrganizationId,
            workspace.Name,
            workspace.Description
        );
        (DateTimeOffset created, DateTimeOffset updated, JsonElement? attributes) = (
            workspace.CreatedAt,
            workspace.UpdatedAt,
            workspace.Attributes
        );
        _ = (id, organization, name, description, created, updated, attributes);
    }

    public static PolyteiaException[] Failures(Exception cause) =>
        [
            new PolyteiaApiException(message: "…", innerException: cause)
            {
                Operation = "get_workspace",
                Attempts = 1,
                RequestId = "req-1",
                MayHaveBeenApplied = true,
                StatusCode = HttpStatusCode.Conflict,
                ErrorCode = "…",
                Detail = "…",
                ResponseBody = "…",
                RateLimit = new RateLimit(null, null, null),
                RetryAfter = TimeSpan.FromSeconds(1),
            },
            new PolyteiaBadRequestException("…"),
            new PolyteiaUnauthorizedException("…"),
            new PolyteiaForbiddenException("…"),
            new PolyteiaNotFoundException("…"),
            new PolyteiaConflictException("…"),
            new PolyteiaValidationException("…") { Issues = [new ValidationIssue(Path: "…", Message: "…", Type: "…")] },
            new PolyteiaRateLimitException("…"),
            new PolyteiaServerException("…"),
            new PolyteiaUnavailableException("…"),
            new PolyteiaConnectionException("…"),
            new PolyteiaTimeoutException("…") { Timeout = TimeSpan.FromSeconds(30) },
            new PolyteiaResponseException("…"),
            new PolyteiaDeletionDeclinedException("…") { Workspace = new Workspace() },
        ];
}
