using Refit;

namespace Polyteia.Workspaces.Client.Api;

/// <summary>The requests of the vendor's queries and commands: all are a POST to one path, and the body says which one.</summary>
internal interface IRefitWorkspacesApi
{
    [Post("/api")]
    Task<HttpRequestMessage> GetWorkspace([Body] GetWorkspaceQuery query);

    [Post("/api")]
    Task<HttpRequestMessage> ListWorkspaces([Body] ListWorkspacesQuery query);

    [Post("/api")]
    Task<HttpRequestMessage> CreateWorkspace([Body] CreateWorkspaceCommand command);

    [Post("/api")]
    Task<HttpRequestMessage> UpdateWorkspace([Body] UpdateWorkspaceCommand command);

    [Post("/api")]
    Task<HttpRequestMessage> DeleteWorkspace([Body] DeleteWorkspaceCommand command);
}
