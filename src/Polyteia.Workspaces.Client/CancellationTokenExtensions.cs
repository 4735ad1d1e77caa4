namespace Polyteia.Workspaces.Client;

/// <summary>Overloads that take a cancellation token and no options.</summary>
public static class CancellationTokenExtensions
{
    /// <inheritdoc cref="IPolyteiaWorkspacesClient.GetAsync" />
    public static Task<Workspace> GetAsync(this IPolyteiaWorkspacesClient client, string id, CancellationToken cancellationToken) =>
        client.GetAsync(id, options: null, cancellationToken: cancellationToken);

    /// <inheritdoc cref="IPolyteiaWorkspacesClient.ListAsync" />
    public static AsyncPageable<Workspace> ListAsync(this IPolyteiaWorkspacesClient client, CancellationToken cancellationToken) =>
        client.ListAsync(options: null, cancellationToken: cancellationToken);

    /// <inheritdoc cref="IPolyteiaWorkspacesClient.ListAsync" />
    public static AsyncPageable<Workspace> ListAsync(
        this IPolyteiaWorkspacesClient client,
        ListWorkspacesOptions? list,
        CancellationToken cancellationToken
    ) => client.ListAsync(list, options: null, cancellationToken: cancellationToken);

    /// <inheritdoc cref="IPolyteiaWorkspacesClient.CreateAsync" />
    public static Task<Workspace> CreateAsync(
        this IPolyteiaWorkspacesClient client,
        CreateWorkspaceRequest request,
        CancellationToken cancellationToken
    ) => client.CreateAsync(request, options: null, cancellationToken: cancellationToken);

    /// <inheritdoc cref="IPolyteiaWorkspacesClient.UpdateAsync" />
    public static Task<Workspace> UpdateAsync(
        this IPolyteiaWorkspacesClient client,
        string id,
        UpdateWorkspaceRequest request,
        CancellationToken cancellationToken
    ) => client.UpdateAsync(id, request, options: null, cancellationToken: cancellationToken);

    /// <inheritdoc cref="IPolyteiaWorkspacesClient.DeleteAsync" />
    public static Task DeleteAsync(
        this IPolyteiaWorkspacesClient client,
        string id,
        string confirmName,
        CancellationToken cancellationToken
    ) => client.DeleteAsync(id, confirmName, options: null, cancellationToken: cancellationToken);

    /// <inheritdoc cref="IPolyteiaWorkspacesClient.DeleteWithoutConfirmationAsync" />
    public static Task DeleteWithoutConfirmationAsync(
        this IPolyteiaWorkspacesClient client,
        string id,
        CancellationToken cancellationToken
    ) => client.DeleteWithoutConfirmationAsync(id, options: null, cancellationToken: cancellationToken);
}
