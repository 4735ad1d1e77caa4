using Amigo.Workspaces.Client.Validation;

namespace Amigo.Workspaces.Client.Api;

internal sealed class WorkspacesApi(Sender sender) : IWorkspacesApi
{
    private static readonly IRefitWorkspacesApi Requests = RequestBuilder.For<IRefitWorkspacesApi>(new RequestBodies());

    private static ResponseJson Json => ResponseJson.Default;

    public Task<ApiResponse<WorkspacePage>> ListWorkspacesAsync(
        int? limit = null,
        long? continuationToken = null,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        RequestGuard.CheckLimit(limit, options, nameof(limit));
        var message = Requests.ListWorkspaces(limit, continuationToken).Built();
        return sender.SendAsync<WorkspacePage>(new(Operations.ListWorkspaces, message, Json.WorkspacePage), options, cancellationToken);
    }

    public Task<ApiResponse<Workspace>> GetWorkspaceAsync(
        Guid workspaceId,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        RequestGuard.CheckWorkspaceId(workspaceId, options);
        var message = Requests.GetWorkspace(workspaceId).Built();
        return sender.SendAsync<Workspace>(
            new(Operations.GetWorkspace, message, Json.Workspace, workspace => AnswerRules.ProblemOf(workspace, workspaceId)),
            options,
            cancellationToken
        );
    }

    public Task<ApiResponse<Workspace>> UpdateWorkspaceAsync(
        Guid workspaceId,
        UpdateWorkspaceRequest request,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        RequestGuard.CheckWorkspaceId(workspaceId, options);
        RequestGuard.Check(request, options);
        var message = Requests.UpdateWorkspace(workspaceId, request).Built();
        return sender.SendAsync<Workspace>(
            new(Operations.UpdateWorkspace, message, Json.Workspace, workspace => AnswerRules.ProblemOf(workspace, workspaceId)),
            options,
            cancellationToken
        );
    }

    public Task<ApiResponse<ProvisionResult>> ProvisionWorkspaceAsync(
        Guid workspaceId,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        RequestGuard.CheckWorkspaceId(workspaceId, options);
        var message = Requests.ProvisionWorkspace(workspaceId).Built();
        return sender.SendAsync<ProvisionResult>(
            new(
                Operations.ProvisionWorkspace,
                message,
                Json.ProvisionResult,
                result => AnswerRules.ProblemOf(result.Workspace, workspaceId)
            ),
            options,
            cancellationToken
        );
    }

    public Task<ApiResponse<Workspace>> ArchiveWorkspaceAsync(
        Guid workspaceId,
        ArchiveWorkspaceRequest request,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        RequestGuard.CheckWorkspaceId(workspaceId, options);
        RequestGuard.Check(request, options);
        var message = Requests.ArchiveWorkspace(workspaceId, request).Built();
        return sender.SendAsync<Workspace>(
            new(Operations.ArchiveWorkspace, message, Json.Workspace, workspace => AnswerRules.ProblemOf(workspace, workspaceId)),
            options,
            cancellationToken
        );
    }

    public Task<ApiResponse<EnvironmentCheck>> CheckEnvironmentConversionAsync(
        Guid workspaceId,
        ConversionTarget target = ConversionTarget.Production,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        RequestGuard.CheckWorkspaceId(workspaceId, options);
        RequestGuard.CheckTarget(target, nameof(target));
        var message = Requests.CheckEnvironmentConversion(workspaceId, target).Built();
        return sender.SendAsync<EnvironmentCheck>(
            new(Operations.CheckEnvironmentConversion, message, Json.EnvironmentCheck),
            options,
            cancellationToken
        );
    }

    public Task<ApiResponse<Workspace>> ConvertWorkspaceEnvironmentAsync(
        Guid workspaceId,
        ConvertEnvironmentRequest request,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        RequestGuard.CheckWorkspaceId(workspaceId, options);
        RequestGuard.Check(request, options);
        var message = Requests.ConvertWorkspaceEnvironment(workspaceId, request).Built();
        return sender.SendAsync<Workspace>(
            new(
                Operations.ConvertWorkspaceEnvironment,
                message,
                Json.Workspace,
                workspace => AnswerRules.ProblemOf(workspace, workspaceId)
            ),
            options,
            cancellationToken
        );
    }

    public Task<ApiResponse<TestCallerNumbers>> GetTestCallerNumbersAsync(
        Guid workspaceId,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        RequestGuard.CheckWorkspaceId(workspaceId, options);
        var message = Requests.GetTestCallerNumbers(workspaceId).Built();
        return sender.SendAsync<TestCallerNumbers>(
            new(Operations.GetTestCallerNumbers, message, Json.TestCallerNumbers),
            options,
            cancellationToken
        );
    }

    public Task<ApiResponse<TestCallerNumbers>> UpdateTestCallerNumbersAsync(
        Guid workspaceId,
        TestCallerNumbers request,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        RequestGuard.CheckWorkspaceId(workspaceId, options);
        RequestGuard.Check(request, options);
        var message = Requests.UpdateTestCallerNumbers(workspaceId, request).Built();
        return sender.SendAsync<TestCallerNumbers>(
            new(Operations.UpdateTestCallerNumbers, message, Json.TestCallerNumbers),
            options,
            cancellationToken
        );
    }
}
