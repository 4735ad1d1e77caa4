using Amigo.Workspaces.Client.Api;
using Amigo.Workspaces.Client.Paging;
using Amigo.Workspaces.Client.Validation;
using Microsoft.Extensions.Logging;

namespace Amigo.Workspaces.Client;

/// <summary>The workspaces of the Amigo Platform: plain values in, plain values out, with paging and workflows.</summary>
/// <remarks>Thread-safe. Create one and keep it for the whole program.</remarks>
/// <example>
/// <code>
/// using Amigo.Workspaces.Client;
///
/// using var client = new WorkspacesClient(WorkspacesClientOptions.FromEnvironment());    // or new WorkspacesClient("your key")
/// await foreach (var workspace in client.ListAsync())
/// {
///     Console.WriteLine(workspace.Slug);
/// }
/// </code>
/// </example>
public sealed class WorkspacesClient : IWorkspacesClient, IDisposable
{
    private readonly Sender _sender;
    private readonly WorkspacesApi _workspaces;
    private readonly AccountApi _account;

    /// <summary>Creates a client for <c>https://api.platform.amigo.ai</c>, with its own connections.</summary>
    /// <param name="apiKey">The API key: printable ASCII without spaces.</param>
    /// <exception cref="ArgumentException">The key is invalid.</exception>
    public WorkspacesClient(string apiKey)
        : this(new WorkspacesClientOptions { ApiKey = apiKey ?? throw new ArgumentNullException(nameof(apiKey)) }) { }

    /// <summary>Creates a client with its own connections, which end when it is disposed.</summary>
    /// <param name="options">The options, which are copied.</param>
    /// <param name="loggerFactory">Where to log, in the category <c>Amigo.Workspaces.Client</c>; nowhere when <see langword="null" />.</param>
    /// <exception cref="ArgumentException">An option is invalid; the message names it.</exception>
    public WorkspacesClient(WorkspacesClientOptions options, ILoggerFactory? loggerFactory = null)
        : this(Sender.OnOwnConnections(ClientSettings.From(options), loggerFactory)) { }

    /// <summary>Creates a client on the caller's <see cref="HttpClient" />, which disposing the client leaves open.</summary>
    /// <remarks>
    /// Its timeout, handlers and HTTP version apply; its base address is not used. Turn redirects off: an answer from another
    /// address than the one called is refused.
    /// </remarks>
    /// <param name="httpClient">The caller's client.</param>
    /// <param name="options">The options, which are copied.</param>
    /// <param name="loggerFactory">Where to log, in the category <c>Amigo.Workspaces.Client</c>; nowhere when <see langword="null" />.</param>
    /// <exception cref="ArgumentException">An option is invalid; the message names it.</exception>
    public WorkspacesClient(HttpClient httpClient, WorkspacesClientOptions options, ILoggerFactory? loggerFactory = null)
        : this(Sender.OnGivenConnections(httpClient, ClientSettings.From(options), loggerFactory)) { }

    internal WorkspacesClient(Sender sender)
    {
        _sender = sender;
        _workspaces = new WorkspacesApi(sender);
        _account = new AccountApi(sender);
    }

    /// <inheritdoc />
    public IWorkspacesApi Workspaces => _workspaces;

    /// <inheritdoc />
    public IAccountApi Account => _account;

    /// <inheritdoc />
    public AsyncPageable<Workspace> ListAsync(ListWorkspacesOptions? list = null, RequestOptions? options = null)
    {
        _sender.ThrowIfDisposed();
        list ??= new ListWorkspacesOptions();
        RequestGuard.Check(list, options);
        return new WorkspacePages(Workspaces, list, RequestOptions.Snapshot(options));
    }

    /// <inheritdoc />
    public Task<Workspace> CreateAsync(
        CreateWorkspaceRequest request,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default
    ) => _account.CreateMyWorkspace(request, options).ForValueAsync(cancellationToken);

    /// <inheritdoc />
    public async Task<Workspace> EnsureCreatedAsync(
        CreateWorkspaceRequest request,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        options = RequestOptions.Snapshot(options);
        ApiResponse<Workspace> created;
        try
        {
            created = await _account.CreateMyWorkspace(request, options).SendAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (WorkspacesException failure) when (failure is WorkspacesConflictException || failure.MayHaveBeenApplied)
        {
            if (await LookUpAsync(request.Slug, options, cancellationToken).ConfigureAwait(false) is not { } existing)
            {
                throw;
            }

            return WorkspacesConflictException.DifferenceOf(existing, request) is { } difference
                ? throw new WorkspacesConflictException(existing, difference, failure)
                : existing;
        }

        // A service that answers with what it has already must not hand out production either. It may write the word in its own way.
        return string.Equals(created.Value.Environment.Value, request.Environment.Value, StringComparison.OrdinalIgnoreCase)
            ? created
            : throw new WorkspacesConflictException(created);
    }

    /// <inheritdoc />
    public Task<Workspace> GetAsync(Guid workspaceId, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        _workspaces.GetWorkspace(workspaceId, options).ForValueAsync(cancellationToken);

    /// <inheritdoc />
    public async Task<Workspace?> FindBySlugAsync(
        string slug,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(slug);
        RequestGuard.CheckSlug(slug, options, nameof(slug));
        await foreach (var workspace in ListAsync(options: options).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (string.Equals(workspace.Slug, slug, StringComparison.Ordinal))
            {
                return workspace;
            }
        }

        return null;
    }

    /// <inheritdoc />
    public Task<Workspace> UpdateAsync(
        Guid workspaceId,
        UpdateWorkspaceRequest request,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default
    ) => _workspaces.UpdateWorkspace(workspaceId, request, options).ForValueAsync(cancellationToken);

    /// <inheritdoc />
    public Task<Workspace> ProvisionAsync(
        Guid workspaceId,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default
    ) => _workspaces.ProvisionWorkspace(workspaceId, options).SendAsync(static answer => answer.Value.Workspace, cancellationToken);

    /// <inheritdoc />
    public Task<Workspace> ArchiveAsync(
        Guid workspaceId,
        string confirmSlug,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        RequestGuard.CheckSlug(confirmSlug, options, nameof(confirmSlug));
        var request = new ArchiveWorkspaceRequest { Slug = confirmSlug };
        return _workspaces.ArchiveWorkspace(workspaceId, request, options).ForValueAsync(cancellationToken);
    }

    /// <inheritdoc />
    public Task<EnvironmentCheck> CheckEnvironmentConversionAsync(
        Guid workspaceId,
        ConversionTarget target = ConversionTarget.Production,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default
    ) => _workspaces.CheckEnvironmentConversion(workspaceId, target, options).ForValueAsync(cancellationToken);

    /// <inheritdoc />
    public Task<Workspace> ConvertEnvironmentAsync(
        Guid workspaceId,
        ConversionTarget target,
        string confirmSlug,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        RequestGuard.CheckConversion(workspaceId, target, confirmSlug, options);
        var request = new ConvertEnvironmentRequest { Target = target, ConfirmSlug = confirmSlug };
        return _workspaces.ConvertWorkspaceEnvironment(workspaceId, request, options).ForValueAsync(cancellationToken);
    }

    /// <inheritdoc />
    public async Task<Workspace> ConvertEnvironmentAsync(
        Guid workspaceId,
        ConversionTarget target,
        string confirmSlug,
        Func<EnvironmentCheck, CancellationToken, ValueTask<bool>> approve,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(approve);
        // A slug that could never be confirmed is refused before anybody is asked.
        RequestGuard.CheckConversion(workspaceId, target, confirmSlug, options);
        options = RequestOptions.Snapshot(options);

        var check = await CheckEnvironmentConversionAsync(workspaceId, target, options, cancellationToken).ConfigureAwait(false);
        if (!await approve(check, cancellationToken).ConfigureAwait(false))
        {
            throw new ConversionDeclinedException($"{Operations.ConvertWorkspaceEnvironment} was not approved; nothing was converted.")
            {
                Operation = Operations.ConvertWorkspaceEnvironment.Id,
                Check = check,
            };
        }

        return await ConvertEnvironmentAsync(workspaceId, target, confirmSlug, options, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<string>> GetTestCallerNumbersAsync(
        Guid workspaceId,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default
    ) => _workspaces.GetTestCallerNumbers(workspaceId, options).SendAsync(static answer => answer.Value.Numbers, cancellationToken);

    /// <inheritdoc />
    public Task<IReadOnlyList<string>> ReplaceTestCallerNumbersAsync(
        Guid workspaceId,
        IEnumerable<string> numbers,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(numbers);
        return WriteTestCallerNumbersAsync(workspaceId, [.. numbers], options, cancellationToken);
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<string>> AddTestCallerNumbersAsync(
        Guid workspaceId,
        IEnumerable<string> numbers,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        ChangeTestCallerNumbersAsync(
            workspaceId,
            numbers,
            (present, added) => present.Union(added, StringComparer.Ordinal),
            options,
            cancellationToken
        );

    /// <inheritdoc />
    public Task<IReadOnlyList<string>> RemoveTestCallerNumbersAsync(
        Guid workspaceId,
        IEnumerable<string> numbers,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        ChangeTestCallerNumbersAsync(
            workspaceId,
            numbers,
            (present, removed) => present.Where(number => !removed.Contains(number, StringComparer.Ordinal)),
            options,
            cancellationToken
        );

    /// <summary>Which service the client calls.</summary>
    public override string ToString() => $"{Product.ClientType.Name} of {_sender.Host}";

    /// <summary>Ends the client. Its own connections are closed, and calls in progress end with <see cref="ObjectDisposedException" />.</summary>
    public void Dispose() => _sender.Dispose();

    private async Task<IReadOnlyList<string>> ChangeTestCallerNumbersAsync(
        Guid workspaceId,
        IEnumerable<string> numbers,
        Func<IReadOnlyList<string>, IReadOnlyList<string>, IEnumerable<string>> change,
        RequestOptions? options,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(numbers);
        string[] given = [.. numbers];
        RequestGuard.CheckNumbers(given, options, nameof(numbers));
        options = RequestOptions.Snapshot(options);

        var present = await GetTestCallerNumbersAsync(workspaceId, options, cancellationToken).ConfigureAwait(false);
        string[] changed = [.. change(present, given)];
        return changed.SequenceEqual(present, StringComparer.Ordinal)
            ? present
            : await WriteTestCallerNumbersAsync(workspaceId, changed, options, cancellationToken).ConfigureAwait(false);
    }

    private Task<IReadOnlyList<string>> WriteTestCallerNumbersAsync(
        Guid workspaceId,
        string[] numbers,
        RequestOptions? options,
        CancellationToken cancellationToken
    ) =>
        _workspaces
            .UpdateTestCallerNumbers(workspaceId, new TestCallerNumbers { Numbers = numbers }, options, nameof(numbers))
            .SendAsync(static answer => answer.Value.Numbers, cancellationToken);

    // The workspace with a slug; null too when the look-up fails, so that the first failure is the one that shows.
    private async Task<Workspace?> LookUpAsync(string slug, RequestOptions? options, CancellationToken cancellationToken)
    {
        try
        {
            return await FindBySlugAsync(slug, options, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            // Whatever the look-up failed with, the caller needs the first failure.
            return null;
        }
    }
}
