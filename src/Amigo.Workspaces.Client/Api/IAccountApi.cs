namespace Amigo.Workspaces.Client;

/// <summary>The operations of the contract's tag "Account": one method for each operationId, with the status, headers and rate limit of each answer.</summary>
public interface IAccountApi
{
    /// <summary>Creates a workspace and makes the caller its owner.</summary>
    /// <remarks>Operation <c>create-my-workspace</c>; the contract names no permission. Never repeated while its outcome is unknown; see <see cref="IWorkspacesClient.EnsureCreatedAsync" />.</remarks>
    /// <param name="request">The slug, the name and the environment.</param>
    /// <param name="options">Settings for this call only.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The new workspace.</returns>
    /// <exception cref="ArgumentException">The request or its options are invalid; nothing was sent.</exception>
    /// <exception cref="WorkspacesException">The operation failed; the derived type says how.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled; the service may have carried out the write.</exception>
    /// <exception cref="ObjectDisposedException">The client is disposed.</exception>
    Task<ApiResponse<Workspace>> CreateMyWorkspaceAsync(
        CreateWorkspaceRequest request,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default
    );
}
