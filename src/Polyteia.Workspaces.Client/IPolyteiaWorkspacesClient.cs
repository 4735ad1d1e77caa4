namespace Polyteia.Workspaces.Client;

/// <summary>The workspaces of Polyteia: plain values in, plain values out, with paging and a confirmed deletion.</summary>
/// <remarks>Thread-safe. Create one and keep it for the whole program.</remarks>
public interface IPolyteiaWorkspacesClient
{
    /// <summary>Gets a workspace.</summary>
    /// <remarks>Query <c>get_workspace</c>. Safe to repeat.</remarks>
    /// <param name="id">The workspace; not empty, without control characters.</param>
    /// <param name="options">Settings for this call only.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The workspace.</returns>
    /// <exception cref="PolyteiaNotFoundException">There is no such workspace.</exception>
    /// <exception cref="ArgumentException">The request or its options are invalid; nothing was sent.</exception>
    /// <exception cref="PolyteiaException">The operation failed; the derived type says how.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    /// <exception cref="ObjectDisposedException">The client is disposed.</exception>
    Task<Workspace> GetAsync(string id, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Lists the workspaces that the API key can see, page by page as they are enumerated. Nothing is sent before that.</summary>
    /// <remarks>
    /// Query <c>list_workspaces</c>. Safe to repeat. Every enumeration starts again. It ends when as many workspaces have come as the service says
    /// there are. Workspaces can repeat or be missed when some are created or deleted meanwhile. Enumerating throws
    /// <see cref="PolyteiaException" />, and <see cref="PolyteiaResponseException" /> when a page is empty although there should be more, is
    /// not the one that was asked for, or begins like an earlier one: it never loops forever and never ends silently.
    /// </remarks>
    /// <param name="list">Where to start, and how large the pages are.</param>
    /// <param name="options">Settings for each request.</param>
    /// <param name="cancellationToken">Cancels every enumeration, as its own token does.</param>
    /// <returns>The workspaces, or their pages.</returns>
    /// <exception cref="ArgumentException">An option is invalid.</exception>
    /// <exception cref="ObjectDisposedException">The client is disposed.</exception>
    AsyncPageable<Workspace> ListAsync(
        ListWorkspacesOptions? list = null,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>Creates a workspace.</summary>
    /// <remarks>Command <c>create_workspace</c>. Never repeated while its outcome is unknown.</remarks>
    /// <param name="request">The organization, the name, and what goes with it.</param>
    /// <param name="options">Settings for this call only.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The new workspace.</returns>
    /// <exception cref="ArgumentException">The request or its options are invalid; nothing was sent.</exception>
    /// <exception cref="PolyteiaException">The operation failed; the derived type says how.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled; the service may have carried out the command.</exception>
    /// <exception cref="ObjectDisposedException">The client is disposed.</exception>
    Task<Workspace> CreateAsync(
        CreateWorkspaceRequest request,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>Names a workspace, and changes the other members that are set in the request.</summary>
    /// <remarks>Command <c>update_workspace</c>. Doing it again changes nothing more, so it is repeated like a query.</remarks>
    /// <param name="id">The workspace; not empty, without control characters.</param>
    /// <param name="request">The name, and what else to change.</param>
    /// <param name="options">Settings for this call only.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The workspace after the change.</returns>
    /// <exception cref="PolyteiaNotFoundException">There is no such workspace.</exception>
    /// <exception cref="ArgumentException">The request or its options are invalid; nothing was sent.</exception>
    /// <exception cref="PolyteiaException">The operation failed; the derived type says how.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled; the service may have carried out the command.</exception>
    /// <exception cref="ObjectDisposedException">The client is disposed.</exception>
    Task<Workspace> UpdateAsync(
        string id,
        UpdateWorkspaceRequest request,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>Deletes a workspace for good, if its name matches the confirmation. It cannot be restored.</summary>
    /// <remarks>
    /// Query <c>get_workspace</c>, then command <c>delete_workspace</c>. The workspace is read first, and the command is sent only when its name is
    /// <paramref name="confirmName" />, letter for letter. Not atomic: a name that somebody changes in between is not seen. The command is never
    /// repeated while its outcome is unknown; <see cref="PolyteiaException.Operation" /> says which of the two failed.
    /// </remarks>
    /// <param name="id">The workspace; not empty, without control characters.</param>
    /// <param name="confirmName">The workspace's own name, which confirms that this is the one to delete; not empty.</param>
    /// <param name="options">What is different for this call; its time limit holds for each of the two requests.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="PolyteiaDeletionDeclinedException">The name is not the workspace's; nothing was deleted.</exception>
    /// <exception cref="PolyteiaNotFoundException">There is no such workspace.</exception>
    /// <exception cref="ArgumentException">The request or its options are invalid; nothing was sent.</exception>
    /// <exception cref="PolyteiaException">The operation failed; the derived type says how.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled; the service may have carried out the command.</exception>
    /// <exception cref="ObjectDisposedException">The client is disposed.</exception>
    Task DeleteAsync(string id, string confirmName, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Deletes a workspace for good, without a confirmation. It cannot be restored.</summary>
    /// <remarks>
    /// Command <c>delete_workspace</c>. Prefer <see cref="DeleteAsync" />, which guards against the wrong identifier. Never repeated
    /// while its outcome is unknown.
    /// </remarks>
    /// <param name="id">The workspace; not empty, without control characters.</param>
    /// <param name="options">Settings for this call only.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="PolyteiaNotFoundException">There is no such workspace.</exception>
    /// <exception cref="ArgumentException">The request or its options are invalid; nothing was sent.</exception>
    /// <exception cref="PolyteiaException">The operation failed; the derived type says how.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled; the service may have carried out the command.</exception>
    /// <exception cref="ObjectDisposedException">The client is disposed.</exception>
    Task DeleteWithoutConfirmationAsync(string id, RequestOptions? options = null, CancellationToken cancellationToken = default);
}
