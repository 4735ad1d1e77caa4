using Microsoft.Extensions.Logging;
using Polyteia.Workspaces.Client.Api;
using Polyteia.Workspaces.Client.Paging;
using Polyteia.Workspaces.Client.Validation;

namespace Polyteia.Workspaces.Client;

/// <summary>The workspaces of Polyteia: plain values in, plain values out, with paging and a confirmed deletion.</summary>
/// <remarks>Thread-safe. Create one and keep it for the whole program.</remarks>
/// <example>
/// <code>
/// using Polyteia.Workspaces.Client;
///
/// using var client = new PolyteiaWorkspacesClient(PolyteiaWorkspacesClientOptions.FromEnvironment());    // or new PolyteiaWorkspacesClient("your key")
/// await foreach (var workspace in client.ListAsync())
/// {
///     Console.WriteLine(workspace.Name);
/// }
/// </code>
/// </example>
public sealed class PolyteiaWorkspacesClient : IPolyteiaWorkspacesClient, IDisposable
{
    private readonly Sender _sender;
    private readonly WorkspacesApi _api;

    /// <summary>Creates a client for <c>https://app.polyteia.com</c>, with its own connections.</summary>
    /// <param name="apiKey">The API key, which the vendor calls an access token: printable ASCII without spaces.</param>
    /// <exception cref="ArgumentException">The key is invalid.</exception>
    public PolyteiaWorkspacesClient(string apiKey)
        : this(new PolyteiaWorkspacesClientOptions { ApiKey = apiKey ?? throw new ArgumentNullException(nameof(apiKey)) }) { }

    /// <summary>Creates a client with its own connections, which end when it is disposed.</summary>
    /// <param name="options">The options, which are copied.</param>
    /// <param name="loggerFactory">Where to log, in the category <c>Polyteia.Workspaces.Client</c>; nowhere when <see langword="null" />.</param>
    /// <exception cref="ArgumentException">An option is invalid; the message names it.</exception>
    public PolyteiaWorkspacesClient(PolyteiaWorkspacesClientOptions options, ILoggerFactory? loggerFactory = null)
        : this(Sender.OnOwnConnections(ClientSettings.From(options), loggerFactory)) { }

    /// <summary>Creates a client on the caller's <see cref="HttpClient" />, which disposing the client leaves open.</summary>
    /// <remarks>
    /// Its timeout, handlers and HTTP version apply; its base address is not used. Turn redirects off: an answer from another
    /// address than the one called is refused.
    /// </remarks>
    /// <param name="httpClient">The caller's client.</param>
    /// <param name="options">The options, which are copied.</param>
    /// <param name="loggerFactory">Where to log, in the category <c>Polyteia.Workspaces.Client</c>; nowhere when <see langword="null" />.</param>
    /// <exception cref="ArgumentException">An option is invalid; the message names it.</exception>
    public PolyteiaWorkspacesClient(HttpClient httpClient, PolyteiaWorkspacesClientOptions options, ILoggerFactory? loggerFactory = null)
        : this(Sender.OnGivenConnections(httpClient, ClientSettings.From(options), loggerFactory)) { }

    internal PolyteiaWorkspacesClient(Sender sender)
    {
        _sender = sender;
        _api = new WorkspacesApi(sender);
    }

    /// <inheritdoc />
    public Task<Workspace> GetAsync(string id, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        _api.GetAsync(id, options, cancellationToken);

    /// <inheritdoc />
    public AsyncPageable<Workspace> ListAsync(
        ListWorkspacesOptions? list = null,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        _sender.ThrowIfDisposed();
        list ??= new ListWorkspacesOptions();
        RequestGuard.Check(list, options);
        return new WorkspacePages(_api, list, RequestOptions.Snapshot(options), cancellationToken);
    }

    /// <inheritdoc />
    public Task<Workspace> CreateAsync(
        CreateWorkspaceRequest request,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default
    ) => _api.CreateAsync(request, options, cancellationToken);

    /// <inheritdoc />
    public Task<Workspace> UpdateAsync(
        string id,
        UpdateWorkspaceRequest request,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default
    ) => _api.UpdateAsync(id, request, options, cancellationToken);

    /// <inheritdoc />
    public async Task DeleteAsync(
        string id,
        string confirmName,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        RequestGuard.CheckConfirmation(confirmName, nameof(confirmName));
        options = RequestOptions.Snapshot(options);
        var workspace = await GetAsync(id, options, cancellationToken).ConfigureAwait(false);
        if (!string.Equals(workspace.Name, confirmName, StringComparison.Ordinal))
        {
            // Neither name is repeated here: a message ends up in logs.
            throw new PolyteiaDeletionDeclinedException(
                $"{Operations.DeleteWorkspace} was not sent: the confirming name is not the workspace's."
            )
            {
                Operation = Operations.DeleteWorkspace.Id,
                Workspace = workspace,
            };
        }

        await DeleteWithoutConfirmationAsync(id, options, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc />
    public Task DeleteWithoutConfirmationAsync(string id, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        _api.DeleteAsync(id, options, cancellationToken);

    /// <summary>Which service the client calls.</summary>
    public override string ToString() => $"{Product.ClientType.Name} of {_sender.Host}";

    /// <summary>Ends the client's own connections and every call in progress. Later calls throw <see cref="ObjectDisposedException" />.</summary>
    public void Dispose() => _sender.Dispose();
}
