using Amigo.Workspaces.Client.Validation;

namespace Amigo.Workspaces.Client.Api;

internal sealed class AccountApi(Sender sender) : IAccountApi
{
    private static readonly IRefitAccountApi Requests = RequestBuilder.For<IRefitAccountApi>(new RequestBodies());

    public Task<ApiResponse<Workspace>> CreateMyWorkspaceAsync(
        CreateWorkspaceRequest request,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        RequestGuard.Check(request, options);
        var message = Requests.CreateMyWorkspace(request).Built();
        return sender.SendAsync<Workspace>(
            new(Operations.CreateMyWorkspace, message, ResponseJson.Default.Workspace),
            options,
            cancellationToken
        );
    }
}
