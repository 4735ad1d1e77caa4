namespace Amigo.Workspaces.Client;

/// <summary>The operations of the contract's tag "Workspaces": one method for each operationId, with the status, headers and rate limit of each answer.</summary>
/// <remarks><see cref="IWorkspacesClient" /> offers the same as plain values, with paging and workflows.</remarks>
public interface IWorkspacesApi
{
    /// <summary>Lists one page of the workspaces that the API key can see.</summary>
    /// <remarks>Operation <c>list-workspaces</c>; permission <c>Workspace.view</c>. Safe to repeat.</remarks>
    /// <param name="limit">How many workspaces the page holds at most, 1 to 100; the service gives 10 when it is <see langword="null" />.</param>
    /// <param name="continuationToken">Where the page begins: the token of the page before; the beginning when it is <see langword="null" />.</param>
    /// <param name="options">Settings for this call only.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The page, as the service sent it.</returns>
    /// <exception cref="ArgumentException">The request or its options are invalid; nothing was sent.</exception>
    /// <exception cref="WorkspacesException">The operation failed; the derived type says how.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    /// <exception cref="ObjectDisposedException">The client is disposed.</exception>
    Task<ApiResponse<WorkspacePage>> ListWorkspacesAsync(
        int? limit = null,
        long? continuationToken = null,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>Gets a workspace.</summary>
    /// <remarks>Operation <c>get-workspace</c>; permission <c>Workspace.view</c>. Safe to repeat.</remarks>
    /// <param name="workspaceId">The workspace; not <see cref="Guid.Empty" />.</param>
    /// <param name="options">Settings for this call only.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The workspace.</returns>
    /// <exception cref="ArgumentException">The request or its options are invalid; nothing was sent.</exception>
    /// <exception cref="WorkspacesException">The operation failed; the derived type says how.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    /// <exception cref="ObjectDisposedException">The client is disposed.</exception>
    Task<ApiResponse<Workspace>> GetWorkspaceAsync(
        Guid workspaceId,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>Changes the members of a workspace that are set in the request.</summary>
    /// <remarks>Operation <c>update-workspace</c>; permission <c>Workspace.update</c>. Never repeated while its outcome is unknown.</remarks>
    /// <param name="workspaceId">The workspace; not <see cref="Guid.Empty" />.</param>
    /// <param name="request">What to change.</param>
    /// <param name="options">Settings for this call only.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The workspace after the change.</returns>
    /// <exception cref="ArgumentException">The request or its options are invalid; nothing was sent.</exception>
    /// <exception cref="WorkspacesException">The operation failed; the derived type says how.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled; the service may have carried out the write.</exception>
    /// <exception cref="ObjectDisposedException">The client is disposed.</exception>
    Task<ApiResponse<Workspace>> UpdateWorkspaceAsync(
        Guid workspaceId,
        UpdateWorkspaceRequest request,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>Seeds the default integration of a workspace and marks it as provisioned.</summary>
    /// <remarks>Operation <c>provision-workspace</c>; permission <c>Workspace.update</c>. Idempotent: repeated when its outcome is unknown.</remarks>
    /// <param name="workspaceId">The workspace; not <see cref="Guid.Empty" />.</param>
    /// <param name="options">Settings for this call only.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The workspace, now provisioned.</returns>
    /// <exception cref="ArgumentException">The request or its options are invalid; nothing was sent.</exception>
    /// <exception cref="WorkspacesException">The operation failed; the derived type says how.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled; the service may have carried out the write.</exception>
    /// <exception cref="ObjectDisposedException">The client is disposed.</exception>
    Task<ApiResponse<ProvisionResult>> ProvisionWorkspaceAsync(
        Guid workspaceId,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>Archives a workspace: it leaves active use, and its data is preserved.</summary>
    /// <remarks>Operation <c>archive-workspace</c>; needs owner access. Never repeated while its outcome is unknown.</remarks>
    /// <param name="workspaceId">The workspace; not <see cref="Guid.Empty" />.</param>
    /// <param name="request">The slug that confirms which workspace is meant.</param>
    /// <param name="options">Settings for this call only.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The workspace, now archived.</returns>
    /// <exception cref="ArgumentException">The request or its options are invalid; nothing was sent.</exception>
    /// <exception cref="WorkspacesException">The operation failed; the derived type says how.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled; the service may have carried out the write.</exception>
    /// <exception cref="ObjectDisposedException">The client is disposed.</exception>
    Task<ApiResponse<Workspace>> ArchiveWorkspaceAsync(
        Guid workspaceId,
        ArchiveWorkspaceRequest request,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>Asks what a conversion between staging and production would mean. Changes nothing.</summary>
    /// <remarks>Operation <c>check-environment-conversion</c>; the contract names no permission. Safe to repeat.</remarks>
    /// <param name="workspaceId">The workspace; not <see cref="Guid.Empty" />.</param>
    /// <param name="target">The environment to convert to.</param>
    /// <param name="options">Settings for this call only.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The warnings to read before converting.</returns>
    /// <exception cref="ArgumentException">The request or its options are invalid; nothing was sent.</exception>
    /// <exception cref="WorkspacesException">The operation failed; the derived type says how.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    /// <exception cref="ObjectDisposedException">The client is disposed.</exception>
    Task<ApiResponse<EnvironmentCheck>> CheckEnvironmentConversionAsync(
        Guid workspaceId,
        ConversionTarget target = ConversionTarget.Production,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>Converts a workspace between staging and production.</summary>
    /// <remarks>Operation <c>convert-workspace-environment</c>; the contract names no permission. Never repeated while its outcome is unknown.</remarks>
    /// <param name="workspaceId">The workspace; not <see cref="Guid.Empty" />.</param>
    /// <param name="request">The target, and the slug that confirms which workspace is meant.</param>
    /// <param name="options">Settings for this call only.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The workspace, now converted.</returns>
    /// <exception cref="ArgumentException">The request or its options are invalid; nothing was sent.</exception>
    /// <exception cref="WorkspacesException">The operation failed; the derived type says how.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled; the service may have carried out the write.</exception>
    /// <exception cref="ObjectDisposedException">The client is disposed.</exception>
    Task<ApiResponse<Workspace>> ConvertWorkspaceEnvironmentAsync(
        Guid workspaceId,
        ConvertEnvironmentRequest request,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>Gets the phone numbers of a workspace's test callers.</summary>
    /// <remarks>Operation <c>get-test-caller-numbers</c>; the contract names no permission. Safe to repeat.</remarks>
    /// <param name="workspaceId">The workspace; not <see cref="Guid.Empty" />.</param>
    /// <param name="options">Settings for this call only.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The numbers.</returns>
    /// <exception cref="ArgumentException">The request or its options are invalid; nothing was sent.</exception>
    /// <exception cref="WorkspacesException">The operation failed; the derived type says how.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    /// <exception cref="ObjectDisposedException">The client is disposed.</exception>
    Task<ApiResponse<TestCallerNumbers>> GetTestCallerNumbersAsync(
        Guid workspaceId,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>Replaces the phone numbers of a workspace's test callers.</summary>
    /// <remarks>Operation <c>update-test-caller-numbers</c>; the contract names no permission. Idempotent: repeated when its outcome is unknown.</remarks>
    /// <param name="workspaceId">The workspace; not <see cref="Guid.Empty" />.</param>
    /// <param name="request">The numbers: at most 100, none <see langword="null" />.</param>
    /// <param name="options">Settings for this call only.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The numbers that are now set.</returns>
    /// <exception cref="ArgumentException">The request or its options are invalid; nothing was sent.</exception>
    /// <exception cref="WorkspacesException">The operation failed; the derived type says how.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled; the service may have carried out the write.</exception>
    /// <exception cref="ObjectDisposedException">The client is disposed.</exception>
    Task<ApiResponse<TestCallerNumbers>> UpdateTestCallerNumbersAsync(
        Guid workspaceId,
        TestCallerNumbers request,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default
    );
}
