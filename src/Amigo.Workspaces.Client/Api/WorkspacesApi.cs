namespace Amigo.Workspaces.Client.Api;

internal sealed class WorkspacesApi(HttpTransport transport) : IWorkspacesApi
{
    public Task<ApiResponse<WorkspacePage>> ListWorkspacesAsync(
        int? limit = null,
        long? continuationToken = null,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default
    ) => transport.SendForResponseAsync(WorkspaceRequests.List(limit, continuationToken, options), options, cancellationToken);

    public Task<ApiResponse<Workspace>> GetWorkspaceAsync(
        Guid workspaceId,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default
    ) => transport.SendForResponseAsync(WorkspaceRequests.Get(workspaceId, options), options, cancellationToken);

    public Task<ApiResponse<Workspace>> UpdateWorkspaceAsync(
        Guid workspaceId,
        UpdateWorkspaceRequest request,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default
    ) => transport.SendForResponseAsync(WorkspaceRequests.Update(workspaceId, request, options), options, cancellationToken);

    public Task<ApiResponse<ProvisionResult>> ProvisionWorkspaceAsync(
        Guid workspaceId,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default
    ) => transport.SendForResponseAsync(WorkspaceRequests.Provision(workspaceId, options), options, cancellationToken);

    public Task<ApiResponse<Workspace>> ArchiveWorkspaceAsync(
        Guid workspaceId,
        ArchiveWorkspaceRequest request,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default
    ) => transport.SendForResponseAsync(WorkspaceRequests.Archive(workspaceId, request, options), options, cancellationToken);

    public Task<ApiResponse<EnvironmentCheck>> CheckEnvironmentConversionAsync(
        Guid workspaceId,
        ConversionTarget target = ConversionTarget.Production,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default
    ) => transport.SendForResponseAsync(WorkspaceRequests.CheckConversion(workspaceId, target, options), options, cancellationToken);

    public Task<ApiResponse<Workspace>> ConvertWorkspaceEnvironmentAsync(
        Guid workspaceId,
        ConvertEnvironmentRequest request,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default
    ) => transport.SendForResponseAsync(WorkspaceRequests.Convert(workspaceId, request, options), options, cancellationToken);

    public Task<ApiResponse<TestCallerNumbers>> GetTestCallerNumbersAsync(
        Guid workspaceId,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default
    ) => transport.SendForResponseAsync(WorkspaceRequests.GetNumbers(workspaceId, options), options, cancellationToken);

    public Task<ApiResponse<TestCallerNumbers>> UpdateTestCallerNumbersAsync(
        Guid workspaceId,
        TestCallerNumbers request,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default
    ) => transport.SendForResponseAsync(WorkspaceRequests.UpdateNumbers(workspaceId, request, options), options, cancellationToken);
}
