using Polyteia.Workspaces.Client.Validation;

namespace Polyteia.Workspaces.Client.Api;

/// <summary>The queries and commands, one exchange each: check the request, have Refit build it, send it.</summary>
internal sealed class WorkspacesApi(Sender sender)
{
    private static readonly IRefitWorkspacesApi Requests = RequestBuilder.For<IRefitWorkspacesApi>(new BodyWriter());

    private static ApiJson Json => ApiJson.Default;

    public Task<Workspace> GetAsync(string id, RequestOptions? options, CancellationToken cancellationToken)
    {
        RequestGuard.CheckId(id, options, nameof(id));
        var message = Requests.GetWorkspace(new GetWorkspaceQuery(id)).Built();
        return SendAsync<Workspace>(new(Operations.GetWorkspace, message, Json.EnvelopeWorkspace, id), options, cancellationToken);
    }

    /// <summary>The page is counted on from one that was held against its rule.</summary>
    public Task<ListAnswer> ListAsync(int page, int size, RequestOptions? options, CancellationToken cancellationToken)
    {
        var message = Requests.ListWorkspaces(new ListWorkspacesQuery(page, size)).Built();
        var request = new Request<Envelope<WorkspaceList>>(Operations.ListWorkspaces, message, Json.EnvelopeWorkspaceList);
        return sender.SendAsync(
            request,
            static answer => new ListAnswer(answer.Value.Data, answer.Attempts, answer.Headers.RequestId),
            options,
            cancellationToken
        );
    }

    public Task<Workspace> CreateAsync(CreateWorkspaceRequest request, RequestOptions? options, CancellationToken cancellationToken)
    {
        RequestGuard.Check(request, options);
        var message = Requests.CreateWorkspace(new CreateWorkspaceCommand(request)).Built();
        return SendAsync<Workspace>(new(Operations.CreateWorkspace, message, Json.EnvelopeWorkspace), options, cancellationToken);
    }

    public Task<Workspace> UpdateAsync(
        string id,
        UpdateWorkspaceRequest request,
        RequestOptions? options,
        CancellationToken cancellationToken
    )
    {
        RequestGuard.CheckId(id, options, nameof(id));
        RequestGuard.Check(request, options);
        var message = Requests.UpdateWorkspace(new UpdateWorkspaceCommand(id, request)).Built();
        return SendAsync<Workspace>(new(Operations.UpdateWorkspace, message, Json.EnvelopeWorkspace, id), options, cancellationToken);
    }

    public Task DeleteAsync(string id, RequestOptions? options, CancellationToken cancellationToken)
    {
        RequestGuard.CheckId(id, options, nameof(id));
        var message = Requests.DeleteWorkspace(new DeleteWorkspaceCommand(id)).Built();
        return SendAsync<DeletedWorkspace>(
            new(Operations.DeleteWorkspace, message, Json.EnvelopeDeletedWorkspace, id),
            options,
            cancellationToken
        );
    }

    private Task<T> SendAsync<T>(in Request<Envelope<T>> request, RequestOptions? options, CancellationToken cancellationToken)
        where T : class => sender.SendAsync(request, static answer => answer.Value.Data, options, cancellationToken);
}
