using Refit;

namespace Amigo.Workspaces.Client.Api;

/// <summary>The requests of <see cref="IWorkspacesApi" />: verb, route, query and body of each operationId stand here and nowhere else.</summary>
internal interface IRefitWorkspacesApi
{
    [Get("/v1/workspaces")]
    Task<HttpRequestMessage> ListWorkspaces(int? limit, [AliasAs("continuation_token")] long? continuationToken);

    [Get("/v1/workspaces/{workspace_id}")]
    Task<HttpRequestMessage> GetWorkspace([AliasAs("workspace_id")] Guid workspaceId);

    [Patch("/v1/workspaces/{workspace_id}")]
    Task<HttpRequestMessage> UpdateWorkspace([AliasAs("workspace_id")] Guid workspaceId, [Body] UpdateWorkspaceRequest request);

    [Post("/v1/workspaces/{workspace_id}/provision")]
    Task<HttpRequestMessage> ProvisionWorkspace([AliasAs("workspace_id")] Guid workspaceId);

    [Post("/v1/workspaces/{workspace_id}/archive")]
    Task<HttpRequestMessage> ArchiveWorkspace([AliasAs("workspace_id")] Guid workspaceId, [Body] ArchiveWorkspaceRequest request);

    [Get("/v1/workspaces/{workspace_id}/environment-check")]
    Task<HttpRequestMessage> CheckEnvironmentConversion([AliasAs("workspace_id")] Guid workspaceId, ConversionTarget target);

    [Post("/v1/workspaces/{workspace_id}/convert-environment")]
    Task<HttpRequestMessage> ConvertWorkspaceEnvironment(
        [AliasAs("workspace_id")] Guid workspaceId,
        [Body] ConvertEnvironmentRequest request
    );

    [Get("/v1/workspaces/{workspace_id}/test-caller-numbers")]
    Task<HttpRequestMessage> GetTestCallerNumbers([AliasAs("workspace_id")] Guid workspaceId);

    [Put("/v1/workspaces/{workspace_id}/test-caller-numbers")]
    Task<HttpRequestMessage> UpdateTestCallerNumbers([AliasAs("workspace_id")] Guid workspaceId, [Body] TestCallerNumbers request);
}
