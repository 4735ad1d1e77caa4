namespace Amigo.Workspaces.Client;

/// <summary>The operations of the contract's tag "Account": one method for each operationId, one exchange each, with what is known of the answer.</summary>
public interface IAccountApi
{
    /// <summary>Creates a workspace and makes the caller its owner.</summary>
    /// <remarks>Operation <c>create-my-workspace</c>; the contract names no permission. Never repeated while its outcome is unknown; see <see cref="IWorkspacesClient.EnsureCreatedAsync" />.</remarks>
    /// <param name="request">The slug, the name and the environment.</param>
    /// <param name="options">What is different for this call.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The new workspace.</returns>
    /// <exception cref="ArgumentException">The request or its options break a rule; nothing was sent.</exception>
    /// <exception cref="WorkspacesException">The operation failed; its kinds say how.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled; whether the service carried the write out is unknown.</exception>
    /// <exception cref="ObjectDisposedException">The client was disposed of.</exception>
    Task<ApiResponse<Workspace>> CreateMyWorkspaceAsync(
        CreateWorkspaceRequest request,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default
    );
}
