using System.Text.Json;
using Amigo.Workspaces.Client.Transport;
using Amigo.Workspaces.Client.Validation;

namespace Amigo.Workspaces.Client.Api;

internal sealed class AccountApi(HttpTransport transport) : IAccountApi
{
    public Task<ApiResponse<Workspace>> CreateMyWorkspaceAsync(
        CreateWorkspaceRequest request,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        RequestGuard.Check(request, options);
        var operation = Operations.CreateMyWorkspace;
        var body = JsonSerializer.SerializeToUtf8Bytes(request, ApiJson.Default.CreateWorkspaceRequest);
        return transport.SendAsync(operation, operation.PathTemplate, body, ApiJson.Default.Workspace, options, cancellationToken);
    }
}
