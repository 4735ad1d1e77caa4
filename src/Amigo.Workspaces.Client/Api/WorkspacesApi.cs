using Amigo.Workspaces.Client.Validation;

namespace Amigo.Workspaces.Client.Api;

/// <summary>
/// Checks each request and has Refit build it. The public methods send it for the whole answer, <see cref="WorkspacesClient" /> for the value.
/// </summary>
internal sealed class WorkspacesApi(Sender sender) : IWorkspacesApi
{
    private static readonly IRefitWorkspacesApi Requests = RequestBuilder.For<IRefitWorkspacesApi>(new RequestBodies());

    private static ResponseJson Json => ResponseJson.Default;

    public Task<ApiResponse<WorkspacePage>> ListWorkspacesAsync(
        int? limit = null,
        long? continuationToken = null,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default
    ) => ListWorkspaces(limit, continuationToken, options).SendAsync(cancellationToken);

    public Task<ApiResponse<Workspace>> GetWorkspaceAsync(
        Guid workspaceId,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default
    ) => GetWorkspace(workspaceId, options).SendAsync(cancellationToken);

    public Task<ApiResponse<Workspace>> UpdateWorkspaceAsync(
        Guid workspaceId,
        UpdateWorkspaceRequest request,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default
    ) => UpdateWorkspace(workspaceId, request, options).SendAsync(cancellationToken);

    public Task<ApiResponse<ProvisionResult>> ProvisionWorkspaceAsync(
        Guid workspaceId,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default
    ) => ProvisionWorkspace(workspaceId, options).SendAsync(cancellationToken);

    public Task<ApiResponse<Workspace>> ArchiveWorkspaceAsync(
        Guid workspaceId,
        ArchiveWorkspaceRequest request,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default
    ) => ArchiveWorkspace(workspaceId, request, options).SendAsync(cancellationToken);

    public Task<ApiResponse<EnvironmentCheck>> CheckEnvironmentConversionAsync(
        Guid workspaceId,
        ConversionTarget target = ConversionTarget.Production,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default
    ) => CheckEnvironmentConversion(workspaceId, target, options).SendAsync(cancellationToken);

    public Task<ApiResponse<Workspace>> ConvertWorkspaceEnvironmentAsync(
        Guid workspaceId,
        ConvertEnvironmentRequest request,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default
    ) => ConvertWorkspaceEnvironment(workspaceId, request, options).SendAsync(cancellationToken);

    public Task<ApiResponse<TestCallerNumbers>> GetTestCallerNumbersAsync(
        Guid workspaceId,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default
    ) => GetTestCallerNumbers(workspaceId, options).SendAsync(cancellationToken);

    public Task<ApiResponse<TestCallerNumbers>> UpdateTestCallerNumbersAsync(
        Guid workspaceId,
        TestCallerNumbers request,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default
    ) => UpdateTestCallerNumbers(workspaceId, request, options).SendAsync(cancellationToken);

    public Exchange<WorkspacePage> ListWorkspaces(int? limit, long? continuationToken, RequestOptions? options)
    {
        RequestGuard.CheckLimit(limit, options, nameof(limit));
        var message = Requests.ListWorkspaces(limit, continuationToken).Built();
        return new(sender, new(Operations.ListWorkspaces, message, Json.WorkspacePage), options);
    }

    public Exchange<Workspace> GetWorkspace(Guid workspaceId, RequestOptions? options)
    {
        RequestGuard.CheckWorkspaceId(workspaceId, options);
        var message = Requests.GetWorkspace(workspaceId).Built();
        return new(sender, new(Operations.GetWorkspace, message, Json.Workspace, workspaceId), options);
    }

    public Exchange<Workspace> UpdateWorkspace(Guid workspaceId, UpdateWorkspaceRequest request, RequestOptions? options)
    {
        RequestGuard.CheckWorkspaceId(workspaceId, options);
        RequestGuard.Check(request, options);
        var message = Requests.UpdateWorkspace(workspaceId, request).Built();
        return new(sender, new(Operations.UpdateWorkspace, message, Json.Workspace, workspaceId), options);
    }

    public Exchange<ProvisionResult> ProvisionWorkspace(Guid workspaceId, RequestOptions? options)
    {
        RequestGuard.CheckWorkspaceId(workspaceId, options);
        var message = Requests.ProvisionWorkspace(workspaceId).Built();
        return new(sender, new(Operations.ProvisionWorkspace, message, Json.ProvisionResult, workspaceId), options);
    }

    public Exchange<Workspace> ArchiveWorkspace(Guid workspaceId, ArchiveWorkspaceRequest request, RequestOptions? options)
    {
        RequestGuard.CheckWorkspaceId(workspaceId, options);
        RequestGuard.Check(request, options);
        var message = Requests.ArchiveWorkspace(workspaceId, request).Built();
        return new(sender, new(Operations.ArchiveWorkspace, message, Json.Workspace, workspaceId), options);
    }

    public Exchange<EnvironmentCheck> CheckEnvironmentConversion(Guid workspaceId, ConversionTarget target, RequestOptions? options)
    {
        RequestGuard.CheckWorkspaceId(workspaceId, options);
        RequestGuard.CheckTarget(target, nameof(target));
        var message = Requests.CheckEnvironmentConversion(workspaceId, target).Built();
        return new(sender, new(Operations.CheckEnvironmentConversion, message, Json.EnvironmentCheck), options);
    }

    public Exchange<Workspace> ConvertWorkspaceEnvironment(Guid workspaceId, ConvertEnvironmentRequest request, RequestOptions? options)
    {
        RequestGuard.CheckWorkspaceId(workspaceId, options);
        RequestGuard.Check(request, options);
        var message = Requests.ConvertWorkspaceEnvironment(workspaceId, request).Built();
        return new(sender, new(Operations.ConvertWorkspaceEnvironment, message, Json.Workspace, workspaceId), options);
    }

    public Exchange<TestCallerNumbers> GetTestCallerNumbers(Guid workspaceId, RequestOptions? options)
    {
        RequestGuard.CheckWorkspaceId(workspaceId, options);
        var message = Requests.GetTestCallerNumbers(workspaceId).Built();
        return new(sender, new(Operations.GetTestCallerNumbers, message, Json.TestCallerNumbers), options);
    }

    /// <param name="workspaceId">The workspace.</param>
    /// <param name="request">The numbers.</param>
    /// <param name="options">Settings for this call only.</param>
    /// <param name="name">What the caller knows the numbers as.</param>
    public Exchange<TestCallerNumbers> UpdateTestCallerNumbers(
        Guid workspaceId,
        TestCallerNumbers request,
        RequestOptions? options,
        string name = nameof(TestCallerNumbers.Numbers)
    )
    {
        RequestGuard.CheckWorkspaceId(workspaceId, options);
        RequestGuard.Check(request, options, name);
        var message = Requests.UpdateTestCallerNumbers(workspaceId, request).Built();
        return new(sender, new(Operations.UpdateTestCallerNumbers, message, Json.TestCallerNumbers), options);
    }
}
