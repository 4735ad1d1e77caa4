namespace Amigo.Workspaces.Client.Api;

internal sealed class AccountApi(HttpTransport transport) : IAccountApi
{
    public Task<ApiResponse<Workspace>> CreateMyWorkspaceAsync(
        CreateWorkspaceRequest request,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default
    ) => transport.SendForResponseAsync(WorkspaceRequests.Create(request, options), options, cancellationToken);
}
