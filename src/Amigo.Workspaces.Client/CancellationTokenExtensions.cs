namespace Amigo.Workspaces.Client;

/// <summary>Overloads that take a cancellation token and no options.</summary>
public static class CancellationTokenExtensions
{
    /// <inheritdoc cref="IWorkspacesClient.CreateAsync" />
    public static Task<Workspace> CreateAsync(
        this IWorkspacesClient client,
        CreateWorkspaceRequest request,
        CancellationToken cancellationToken
    ) => client.CreateAsync(request, options: null, cancellationToken: cancellationToken);

    /// <inheritdoc cref="IWorkspacesClient.EnsureCreatedAsync" />
    public static Task<Workspace> EnsureCreatedAsync(
        this IWorkspacesClient client,
        CreateWorkspaceRequest request,
        CancellationToken cancellationToken
    ) => client.EnsureCreatedAsync(request, options: null, cancellationToken: cancellationToken);

    /// <inheritdoc cref="IWorkspacesClient.GetAsync" />
    public static Task<Workspace> GetAsync(this IWorkspacesClient client, Guid workspaceId, CancellationToken cancellationToken) =>
        client.GetAsync(workspaceId, options: null, cancellationToken: cancellationToken);

    /// <inheritdoc cref="IWorkspacesClient.FindBySlugAsync" />
    public static Task<Workspace?> FindBySlugAsync(this IWorkspacesClient client, string slug, CancellationToken cancellationToken) =>
        client.FindBySlugAsync(slug, options: null, cancellationToken: cancellationToken);

    /// <inheritdoc cref="IWorkspacesClient.UpdateAsync" />
    public static Task<Workspace> UpdateAsync(
        this IWorkspacesClient client,
        Guid workspaceId,
        UpdateWorkspaceRequest request,
        CancellationToken cancellationToken
    ) => client.UpdateAsync(workspaceId, request, options: null, cancellationToken: cancellationToken);

    /// <inheritdoc cref="IWorkspacesClient.ProvisionAsync" />
    public static Task<Workspace> ProvisionAsync(this IWorkspacesClient client, Guid workspaceId, CancellationToken cancellationToken) =>
        client.ProvisionAsync(workspaceId, options: null, cancellationToken: cancellationToken);

    /// <inheritdoc cref="IWorkspacesClient.ArchiveAsync" />
    public static Task<Workspace> ArchiveAsync(
        this IWorkspacesClient client,
        Guid workspaceId,
        string confirmSlug,
        CancellationToken cancellationToken
    ) => client.ArchiveAsync(workspaceId, confirmSlug, options: null, cancellationToken: cancellationToken);

    /// <inheritdoc cref="IWorkspacesClient.CheckEnvironmentConversionAsync" />
    public static Task<EnvironmentCheck> CheckEnvironmentConversionAsync(
        this IWorkspacesClient client,
        Guid workspaceId,
        CancellationToken cancellationToken
    ) => client.CheckEnvironmentConversionAsync(workspaceId, options: null, cancellationToken: cancellationToken);

    /// <inheritdoc cref="IWorkspacesClient.CheckEnvironmentConversionAsync" />
    public static Task<EnvironmentCheck> CheckEnvironmentConversionAsync(
        this IWorkspacesClient client,
        Guid workspaceId,
        ConversionTarget target,
        CancellationToken cancellationToken
    ) => client.CheckEnvironmentConversionAsync(workspaceId, target, options: null, cancellationToken: cancellationToken);

    /// <inheritdoc cref="IWorkspacesClient.ConvertEnvironmentAsync(Guid, ConversionTarget, string, RequestOptions?, CancellationToken)" />
    public static Task<Workspace> ConvertEnvironmentAsync(
        this IWorkspacesClient client,
        Guid workspaceId,
        ConversionTarget target,
        string confirmSlug,
        CancellationToken cancellationToken
    ) => client.ConvertEnvironmentAsync(workspaceId, target, confirmSlug, options: null, cancellationToken: cancellationToken);

    /// <inheritdoc cref="IWorkspacesClient.ConvertEnvironmentAsync(Guid, ConversionTarget, string, Func{EnvironmentCheck, CancellationToken, ValueTask{bool}}, RequestOptions?, CancellationToken)" />
    public static Task<Workspace> ConvertEnvironmentAsync(
        this IWorkspacesClient client,
        Guid workspaceId,
        ConversionTarget target,
        string confirmSlug,
        Func<EnvironmentCheck, CancellationToken, ValueTask<bool>> approve,
        CancellationToken cancellationToken
    ) => client.ConvertEnvironmentAsync(workspaceId, target, confirmSlug, approve, options: null, cancellationToken: cancellationToken);

    /// <inheritdoc cref="IWorkspacesClient.GetTestCallerNumbersAsync" />
    public static Task<IReadOnlyList<string>> GetTestCallerNumbersAsync(
        this IWorkspacesClient client,
        Guid workspaceId,
        CancellationToken cancellationToken
    ) => client.GetTestCallerNumbersAsync(workspaceId, options: null, cancellationToken: cancellationToken);

    /// <inheritdoc cref="IWorkspacesClient.ReplaceTestCallerNumbersAsync" />
    public static Task<IReadOnlyList<string>> ReplaceTestCallerNumbersAsync(
        this IWorkspacesClient client,
        Guid workspaceId,
        IEnumerable<string> numbers,
        CancellationToken cancellationToken
    ) => client.ReplaceTestCallerNumbersAsync(workspaceId, numbers, options: null, cancellationToken: cancellationToken);

    /// <inheritdoc cref="IWorkspacesClient.AddTestCallerNumbersAsync" />
    public static Task<IReadOnlyList<string>> AddTestCallerNumbersAsync(
        this IWorkspacesClient client,
        Guid workspaceId,
        IEnumerable<string> numbers,
        CancellationToken cancellationToken
    ) => client.AddTestCallerNumbersAsync(workspaceId, numbers, options: null, cancellationToken: cancellationToken);

    /// <inheritdoc cref="IWorkspacesClient.RemoveTestCallerNumbersAsync" />
    public static Task<IReadOnlyList<string>> RemoveTestCallerNumbersAsync(
        this IWorkspacesClient client,
        Guid workspaceId,
        IEnumerable<string> numbers,
        CancellationToken cancellationToken
    ) => client.RemoveTestCallerNumbersAsync(workspaceId, numbers, options: null, cancellationToken: cancellationToken);

    /// <inheritdoc cref="IWorkspacesApi.ListWorkspacesAsync" />
    public static Task<ApiResponse<WorkspacePage>> ListWorkspacesAsync(this IWorkspacesApi api, CancellationToken cancellationToken) =>
        api.ListWorkspacesAsync(options: null, cancellationToken: cancellationToken);

    /// <inheritdoc cref="IWorkspacesApi.ListWorkspacesAsync" />
    public static Task<ApiResponse<WorkspacePage>> ListWorkspacesAsync(
        this IWorkspacesApi api,
        int? limit,
        CancellationToken cancellationToken
    ) => api.ListWorkspacesAsync(limit, options: null, cancellationToken: cancellationToken);

    /// <inheritdoc cref="IWorkspacesApi.ListWorkspacesAsync" />
    public static Task<ApiResponse<WorkspacePage>> ListWorkspacesAsync(
        this IWorkspacesApi api,
        int? limit,
        long? continuationToken,
        CancellationToken cancellationToken
    ) => api.ListWorkspacesAsync(limit, continuationToken, options: null, cancellationToken: cancellationToken);

    /// <inheritdoc cref="IWorkspacesApi.GetWorkspaceAsync" />
    public static Task<ApiResponse<Workspace>> GetWorkspaceAsync(
        this IWorkspacesApi api,
        Guid workspaceId,
        CancellationToken cancellationToken
    ) => api.GetWorkspaceAsync(workspaceId, options: null, cancellationToken: cancellationToken);

    /// <inheritdoc cref="IWorkspacesApi.UpdateWorkspaceAsync" />
    public static Task<ApiResponse<Workspace>> UpdateWorkspaceAsync(
        this IWorkspacesApi api,
        Guid workspaceId,
        UpdateWorkspaceRequest request,
        CancellationToken cancellationToken
    ) => api.UpdateWorkspaceAsync(workspaceId, request, options: null, cancellationToken: cancellationToken);

    /// <inheritdoc cref="IWorkspacesApi.ProvisionWorkspaceAsync" />
    public static Task<ApiResponse<ProvisionResult>> ProvisionWorkspaceAsync(
        this IWorkspacesApi api,
        Guid workspaceId,
        CancellationToken cancellationToken
    ) => api.ProvisionWorkspaceAsync(workspaceId, options: null, cancellationToken: cancellationToken);

    /// <inheritdoc cref="IWorkspacesApi.ArchiveWorkspaceAsync" />
    public static Task<ApiResponse<Workspace>> ArchiveWorkspaceAsync(
        this IWorkspacesApi api,
        Guid workspaceId,
        ArchiveWorkspaceRequest request,
        CancellationToken cancellationToken
    ) => api.ArchiveWorkspaceAsync(workspaceId, request, options: null, cancellationToken: cancellationToken);

    /// <inheritdoc cref="IWorkspacesApi.CheckEnvironmentConversionAsync" />
    public static Task<ApiResponse<EnvironmentCheck>> CheckEnvironmentConversionAsync(
        this IWorkspacesApi api,
        Guid workspaceId,
        CancellationToken cancellationToken
    ) => api.CheckEnvironmentConversionAsync(workspaceId, options: null, cancellationToken: cancellationToken);

    /// <inheritdoc cref="IWorkspacesApi.CheckEnvironmentConversionAsync" />
    public static Task<ApiResponse<EnvironmentCheck>> CheckEnvironmentConversionAsync(
        this IWorkspacesApi api,
        Guid workspaceId,
        ConversionTarget target,
        CancellationToken cancellationToken
    ) => api.CheckEnvironmentConversionAsync(workspaceId, target, options: null, cancellationToken: cancellationToken);

    /// <inheritdoc cref="IWorkspacesApi.ConvertWorkspaceEnvironmentAsync" />
    public static Task<ApiResponse<Workspace>> ConvertWorkspaceEnvironmentAsync(
        this IWorkspacesApi api,
        Guid workspaceId,
        ConvertEnvironmentRequest request,
        CancellationToken cancellationToken
    ) => api.ConvertWorkspaceEnvironmentAsync(workspaceId, request, options: null, cancellationToken: cancellationToken);

    /// <inheritdoc cref="IWorkspacesApi.GetTestCallerNumbersAsync" />
    public static Task<ApiResponse<TestCallerNumbers>> GetTestCallerNumbersAsync(
        this IWorkspacesApi api,
        Guid workspaceId,
        CancellationToken cancellationToken
    ) => api.GetTestCallerNumbersAsync(workspaceId, options: null, cancellationToken: cancellationToken);

    /// <inheritdoc cref="IWorkspacesApi.UpdateTestCallerNumbersAsync" />
    public static Task<ApiResponse<TestCallerNumbers>> UpdateTestCallerNumbersAsync(
        this IWorkspacesApi api,
        Guid workspaceId,
        TestCallerNumbers request,
        CancellationToken cancellationToken
    ) => api.UpdateTestCallerNumbersAsync(workspaceId, request, options: null, cancellationToken: cancellationToken);

    /// <inheritdoc cref="IAccountApi.CreateMyWorkspaceAsync" />
    public static Task<ApiResponse<Workspace>> CreateMyWorkspaceAsync(
        this IAccountApi api,
        CreateWorkspaceRequest request,
        CancellationToken cancellationToken
    ) => api.CreateMyWorkspaceAsync(request, options: null, cancellationToken: cancellationToken);
}
