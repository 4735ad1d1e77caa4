using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Amigo.Workspaces.Client.Transport;
using Amigo.Workspaces.Client.Validation;

namespace Amigo.Workspaces.Client.Api;

internal sealed class WorkspacesApi(HttpTransport transport) : IWorkspacesApi
{
    public Task<ApiResponse<WorkspacePage>> ListWorkspacesAsync(
        int? limit = null,
        long? continuationToken = null,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        RequestGuard.CheckLimit(limit, options, nameof(limit));
        var path = Operations.ListWorkspaces.PathTemplate + Query(limit, continuationToken);
        return transport.SendAsync(Operations.ListWorkspaces, path, null, ApiJson.Default.WorkspacePage, options, cancellationToken);
    }

    public Task<ApiResponse<Workspace>> GetWorkspaceAsync(
        Guid workspaceId,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default
    ) => SendAsync(Operations.GetWorkspace, workspaceId, null, ApiJson.Default.Workspace, options, cancellationToken);

    public Task<ApiResponse<Workspace>> UpdateWorkspaceAsync(
        Guid workspaceId,
        UpdateWorkspaceRequest request,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        RequestGuard.Check(request, options);
        var body = JsonSerializer.SerializeToUtf8Bytes(request, ApiJson.Default.UpdateWorkspaceRequest);
        return SendAsync(Operations.UpdateWorkspace, workspaceId, body, ApiJson.Default.Workspace, options, cancellationToken);
    }

    public Task<ApiResponse<ProvisionResult>> ProvisionWorkspaceAsync(
        Guid workspaceId,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default
    ) => SendAsync(Operations.ProvisionWorkspace, workspaceId, null, ApiJson.Default.ProvisionResult, options, cancellationToken);

    public Task<ApiResponse<Workspace>> ArchiveWorkspaceAsync(
        Guid workspaceId,
        ArchiveWorkspaceRequest request,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        RequestGuard.Check(request, options);
        var body = JsonSerializer.SerializeToUtf8Bytes(request, ApiJson.Default.ArchiveWorkspaceRequest);
        return SendAsync(Operations.ArchiveWorkspace, workspaceId, body, ApiJson.Default.Workspace, options, cancellationToken);
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
        var operation = Operations.CheckEnvironmentConversion;
        var path = operation.PathFor(workspaceId) + (target == ConversionTarget.Production ? "?target=production" : "?target=staging");
        return transport.SendAsync(operation, path, null, ApiJson.Default.EnvironmentCheck, options, cancellationToken);
    }

    public Task<ApiResponse<Workspace>> ConvertWorkspaceEnvironmentAsync(
        Guid workspaceId,
        ConvertEnvironmentRequest request,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        RequestGuard.Check(request, options);
        var body = JsonSerializer.SerializeToUtf8Bytes(request, ApiJson.Default.ConvertEnvironmentRequest);
        return SendAsync(Operations.ConvertWorkspaceEnvironment, workspaceId, body, ApiJson.Default.Workspace, options, cancellationToken);
    }

    public Task<ApiResponse<TestCallerNumbers>> GetTestCallerNumbersAsync(
        Guid workspaceId,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default
    ) => SendAsync(Operations.GetTestCallerNumbers, workspaceId, null, ApiJson.Default.TestCallerNumbers, options, cancellationToken);

    public Task<ApiResponse<TestCallerNumbers>> UpdateTestCallerNumbersAsync(
        Guid workspaceId,
        TestCallerNumbers request,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        RequestGuard.Check(request, options);
        var body = JsonSerializer.SerializeToUtf8Bytes(request, ApiJson.Default.TestCallerNumbers);
        return SendAsync(
            Operations.UpdateTestCallerNumbers,
            workspaceId,
            body,
            ApiJson.Default.TestCallerNumbers,
            options,
            cancellationToken
        );
    }

    private Task<ApiResponse<T>> SendAsync<T>(
        Operation operation,
        Guid workspaceId,
        byte[]? body,
        JsonTypeInfo<T> type,
        RequestOptions? options,
        CancellationToken cancellationToken
    )
        where T : class
    {
        RequestGuard.CheckWorkspaceId(workspaceId, options);
        return transport.SendAsync(operation, operation.PathFor(workspaceId), body, type, options, cancellationToken);
    }

    private static string Query(int? limit, long? continuationToken) =>
        (limit, continuationToken) switch
        {
            (null, null) => "",
            (null, _) => string.Create(CultureInfo.InvariantCulture, $"?continuation_token={continuationToken}"),
            (_, null) => string.Create(CultureInfo.InvariantCulture, $"?limit={limit}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"?limit={limit}&continuation_token={continuationToken}"),
        };
}
