using System.Text.Json.Serialization.Metadata;
using Polyteia.Workspaces.Client.Validation;

namespace Polyteia.Workspaces.Client.Protocol;

/// <summary>The requests of the queries and commands, held against the documentation: one method for each.</summary>
internal static class WorkspaceRequests
{
    private static ApiJson Json => ApiJson.Default;

    public static Request<Envelope<Workspace>> Get(string id, RequestOptions? options)
    {
        RequestGuard.CheckId(id, options, nameof(id));
        return Of(Operations.GetWorkspace, RequestBody.Get(id), Json.EnvelopeWorkspace);
    }

    /// <summary>The page is counted on from one that was held against its rule.</summary>
    public static Request<Envelope<WorkspaceList>> List(int page, int size) =>
        Of(Operations.ListWorkspaces, RequestBody.List(page, size), Json.EnvelopeWorkspaceList);

    public static Request<Envelope<Workspace>> Create(CreateWorkspaceRequest request, RequestOptions? options)
    {
        RequestGuard.Check(request, options);
        return Of(Operations.CreateWorkspace, RequestBody.Create(request), Json.EnvelopeWorkspace);
    }

    public static Request<Envelope<Workspace>> Update(string id, UpdateWorkspaceRequest request, RequestOptions? options)
    {
        RequestGuard.CheckId(id, options, nameof(id));
        RequestGuard.Check(request, options);
        return Of(Operations.UpdateWorkspace, RequestBody.Update(id, request), Json.EnvelopeWorkspace);
    }

    public static Request<Envelope<DeletedWorkspace>> Delete(string id, RequestOptions? options)
    {
        RequestGuard.CheckId(id, options, nameof(id));
        return Of(Operations.DeleteWorkspace, RequestBody.Delete(id), Json.EnvelopeDeletedWorkspace);
    }

    private static Request<T> Of<T>(Operation operation, byte[] body, JsonTypeInfo<T> answer) =>
        new(operation, operation.PathTemplate, answer, body);
}
