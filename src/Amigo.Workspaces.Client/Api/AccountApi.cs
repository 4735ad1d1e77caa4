using Amigo.Workspaces.Client.Validation;

namespace Amigo.Workspaces.Client.Api;

/// <inheritdoc cref="WorkspacesApi" />
internal sealed class AccountApi(Sender sender) : IAccountApi
{
    private static readonly IRefitAccountApi Requests = RequestBuilder.For<IRefitAccountApi>(new RequestBodies());

    public Task<ApiResponse<Workspace>> CreateMyWorkspaceAsync(
        CreateWorkspaceRequest request,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default
    ) => CreateMyWorkspace(request, options).SendAsync(cancellationToken);

    public Exchange<Workspace> CreateMyWorkspace(CreateWorkspaceRequest request, RequestOptions? options)
    {
        RequestGuard.Check(request, options);
        var message = Requests.CreateMyWorkspace(request).Built();
        return new(sender, new(Operations.CreateMyWorkspace, message, ResponseJson.Default.Workspace), options);
    }
}
