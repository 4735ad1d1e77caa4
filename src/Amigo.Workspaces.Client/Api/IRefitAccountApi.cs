using Refit;

namespace Amigo.Workspaces.Client.Api;

/// <summary>The requests of <see cref="IAccountApi" />: verb, route, query and body of each operationId stand here and nowhere else.</summary>
internal interface IRefitAccountApi
{
    [Post("/v1/me/workspaces")]
    Task<HttpRequestMessage> CreateMyWorkspace([Body] CreateWorkspaceRequest request);
}
