using System.Globalization;
using System.Text.Json;
using Amigo.Workspaces.Client.Validation;

namespace Amigo.Workspaces.Client.Api;

/// <summary>The requests of the ten operations, held against the contract: one method for each operationId.</summary>
internal static class WorkspaceRequests
{
    private static ResponseJson Responses => ResponseJson.Default;

    private static RequestJson Requests => RequestJson.Default;

    public static Request<WorkspacePage> List(int? limit, long? continuationToken, RequestOptions? options)
    {
        RequestGuard.CheckLimit(limit, options, nameof(limit));
        var path = Operations.ListWorkspaces.PathTemplate + Query(limit, continuationToken);
        return new Request<WorkspacePage>(Operations.ListWorkspaces, path, Responses.WorkspacePage);
    }

    public static Request<Workspace> Get(Guid workspaceId, RequestOptions? options) =>
        new(Operations.GetWorkspace, Path(Operations.GetWorkspace, workspaceId, options), Responses.Workspace);

    public static Request<Workspace> Update(Guid workspaceId, UpdateWorkspaceRequest request, RequestOptions? options)
    {
        RequestGuard.Check(request, options);
        var body = JsonSerializer.SerializeToUtf8Bytes(request, Requests.UpdateWorkspaceRequest);
        return new(Operations.UpdateWorkspace, Path(Operations.UpdateWorkspace, workspaceId, options), Responses.Workspace, body);
    }

    public static Request<ProvisionResult> Provision(Guid workspaceId, RequestOptions? options) =>
        new(Operations.ProvisionWorkspace, Path(Operations.ProvisionWorkspace, workspaceId, options), Responses.ProvisionResult);

    public static Request<Workspace> Archive(Guid workspaceId, ArchiveWorkspaceRequest request, RequestOptions? options)
    {
        RequestGuard.Check(request, options);
        var body = JsonSerializer.SerializeToUtf8Bytes(request, Requests.ArchiveWorkspaceRequest);
        return new(Operations.ArchiveWorkspace, Path(Operations.ArchiveWorkspace, workspaceId, options), Responses.Workspace, body);
    }

    public static Request<EnvironmentCheck> CheckConversion(Guid workspaceId, ConversionTarget target, RequestOptions? options)
    {
        var operation = Operations.CheckEnvironmentConversion;
        var path = Path(operation, workspaceId, options);
        RequestGuard.CheckTarget(target, nameof(target));
        return new(
            operation,
            path + (target == ConversionTarget.Production ? "?target=production" : "?target=staging"),
            Responses.EnvironmentCheck
        );
    }

    public static Request<Workspace> Convert(Guid workspaceId, ConvertEnvironmentRequest request, RequestOptions? options)
    {
        RequestGuard.Check(request, options);
        var operation = Operations.ConvertWorkspaceEnvironment;
        var body = JsonSerializer.SerializeToUtf8Bytes(request, Requests.ConvertEnvironmentRequest);
        return new(operation, Path(operation, workspaceId, options), Responses.Workspace, body);
    }

    public static Request<TestCallerNumbers> GetNumbers(Guid workspaceId, RequestOptions? options) =>
        new(Operations.GetTestCallerNumbers, Path(Operations.GetTestCallerNumbers, workspaceId, options), Responses.TestCallerNumbers);

    public static Request<TestCallerNumbers> UpdateNumbers(Guid workspaceId, TestCallerNumbers request, RequestOptions? options)
    {
        RequestGuard.Check(request, options);
        var operation = Operations.UpdateTestCallerNumbers;
        var body = JsonSerializer.SerializeToUtf8Bytes(request, Responses.TestCallerNumbers);
        return new(operation, Path(operation, workspaceId, options), Responses.TestCallerNumbers, body);
    }

    public static Request<Workspace> Create(CreateWorkspaceRequest request, RequestOptions? options)
    {
        RequestGuard.Check(request, options);
        var operation = Operations.CreateMyWorkspace;
        var body = JsonSerializer.SerializeToUtf8Bytes(request, Requests.CreateWorkspaceRequest);
        return new(operation, operation.PathTemplate, Responses.Workspace, body);
    }

    private static string Path(WorkspaceOperation operation, Guid workspaceId, RequestOptions? options)
    {
        RequestGuard.CheckWorkspaceId(workspaceId, options);
        return operation.PathFor(workspaceId);
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
