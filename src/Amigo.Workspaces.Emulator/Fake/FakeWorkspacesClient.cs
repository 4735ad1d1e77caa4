using Amigo.Workspaces.Client;
using Amigo.Workspaces.Emulator.Fake;
using Amigo.Workspaces.Emulator.Http;
using Amigo.Workspaces.Emulator.State;

namespace Amigo.Workspaces.Emulator;

/// <summary>
/// An <see cref="IWorkspacesClient"/> for tests that need no server: it keeps workspaces in memory, by the emulator's rules, and throws the
/// exceptions that the real client throws.
/// </summary>
/// <remarks>
/// It is the real client on the emulated service, without a connection between them: requests are checked, roles are asked for, slugs
/// are unique. It never repeats a request, so an injected fault reaches the caller; use <see cref="WorkspacesEmulator"/> to test retries.
/// Every member of the interface can be overridden, to fail or to answer as a test wants it; the others do not notice. Any thread may use
/// it. Dispose it like a client.
/// </remarks>
/// <example>
/// <code>
/// using var client = new FakeWorkspacesClient();
/// client.Seed(3);
/// client.Inject(Fault.Status(503), "create-my-workspace");
/// var request = new CreateWorkspaceRequest { Slug = "acme-clinic", Name = "Acme Clinic", Environment = WorkspaceEnvironment.Staging };
///
/// await Assert.ThrowsAsync&lt;WorkspacesUnavailableException&gt;(() =&gt; client.CreateAsync(request));
/// var clinic = await client.CreateAsync(request);
///
/// Assert.Equal(clinic.Id, Assert.Single(client.Applied).WorkspaceId);
/// </code>
/// </example>
public class FakeWorkspacesClient : IWorkspacesClient, IDisposable
{
    // Nothing is ever sent there.
    private static readonly Uri Nowhere = new("http://127.0.0.1/");

    private readonly EmulatedService _service;
    private readonly HttpClient _http;
    private readonly WorkspacesClient _client;

    /// <summary>Makes a client of a service without workspaces.</summary>
    /// <param name="role">The role of the account whose key it has.</param>
    /// <param name="timeProvider">The clock behind every date, wait and time limit; null for the system's.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such role.</exception>
    public FakeWorkspacesClient(WorkspaceRole role = WorkspaceRole.Owner, TimeProvider? timeProvider = null)
    {
        var clock = timeProvider ?? TimeProvider.System;
        _service = new EmulatedService(new WorkspacesEmulatorOptions { TimeProvider = clock, RateLimit = int.MaxValue });
        var pipeline = new RequestPipeline(_service, TimeSpan.Zero, onRequest: null, CancellationToken.None);
        var options = new WorkspacesClientOptions
        {
            ApiKey = _service.CreateApiKey(role),
            BaseAddress = Nowhere,
            MaxRetries = 0,
            TimeProvider = clock,
        };
        _http = new HttpClient(new InMemoryHandler(pipeline)) { Timeout = Timeout.InfiniteTimeSpan };
        _client = new WorkspacesClient(_http, options);
    }

    /// <inheritdoc />
    public virtual IWorkspacesApi Workspaces => _client.Workspaces;

    /// <inheritdoc />
    public virtual IAccountApi Account => _client.Account;

    /// <summary>All workspaces in the order of their creation, archived ones too: a snapshot.</summary>
    public IReadOnlyList<EmulatedWorkspace> StoredWorkspaces => _service.Store.Snapshot();

    /// <summary>Every write that was really carried out, whatever the caller was told, in order: a snapshot.</summary>
    public IReadOnlyList<AppliedChange> Applied => _service.Store.Applied();

    /// <summary>The requests that the calls so far came to, in order: a snapshot.</summary>
    public IReadOnlyList<RecordedRequest> Requests => _service.Journal.Snapshot();

    /// <summary>Adds workspaces with plausible names, unique slugs, and mixed environments, regions and connector types: all, or none.</summary>
    /// <param name="count">How many; at least 0.</param>
    /// <param name="customize">Changes each before it is added, with <c>with</c>; null to leave them as they are.</param>
    /// <returns>The workspaces that were added.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    /// <exception cref="ArgumentException"><paramref name="customize"/> gave a slug or an id that another workspace has.</exception>
    public IReadOnlyList<EmulatedWorkspace> Seed(int count, Func<EmulatedWorkspace, EmulatedWorkspace>? customize = null) =>
        _service.Seed(count, customize);

    /// <summary>Makes the next matching requests fail. Faults strike in the order injected, one per request.</summary>
    /// <param name="fault">What goes wrong. One that stalls or delays lasts until a time limit of the client, by its clock.</param>
    /// <param name="operationId">The operation that it waits for, such as <c>get-workspace</c>; null for any of the ten.</param>
    /// <param name="times">How many requests it strikes; at least 1.</param>
    /// <exception cref="ArgumentException">There is no such operation, or <paramref name="times"/> is below 1.</exception>
    public void Inject(Fault fault, string? operationId = null, int times = 1) => _service.Inject(fault, operationId, times);

    /// <inheritdoc />
    public virtual AsyncPageable<Workspace> ListAsync(ListWorkspacesOptions? list = null, RequestOptions? options = null) =>
        _client.ListAsync(list, options);

    /// <inheritdoc />
    public virtual Task<Workspace> CreateAsync(
        CreateWorkspaceRequest request,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default
    ) => _client.CreateAsync(request, options, cancellationToken);

    /// <inheritdoc />
    public virtual Task<Workspace> EnsureCreatedAsync(
        CreateWorkspaceRequest request,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default
    ) => _client.EnsureCreatedAsync(request, options, cancellationToken);

    /// <inheritdoc />
    public virtual Task<Workspace> GetAsync(
        Guid workspaceId,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default
    ) => _client.GetAsync(workspaceId, options, cancellationToken);

    /// <inheritdoc />
    public virtual Task<Workspace?> FindBySlugAsync(
        string slug,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default
    ) => _client.FindBySlugAsync(slug, options, cancellationToken);

    /// <inheritdoc />
    public virtual Task<Workspace> UpdateAsync(
        Guid workspaceId,
        UpdateWorkspaceRequest request,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default
    ) => _client.UpdateAsync(workspaceId, request, options, cancellationToken);

    /// <inheritdoc />
    public virtual Task<Workspace> ProvisionAsync(
        Guid workspaceId,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default
    ) => _client.ProvisionAsync(workspaceId, options, cancellationToken);

    /// <inheritdoc />
    public virtual Task<Workspace> ArchiveAsync(
        Guid workspaceId,
        string confirmSlug,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default
    ) => _client.ArchiveAsync(workspaceId, confirmSlug, options, cancellationToken);

    /// <inheritdoc />
    public virtual Task<EnvironmentCheck> CheckEnvironmentConversionAsync(
        Guid workspaceId,
        ConversionTarget target = ConversionTarget.Production,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default
    ) => _client.CheckEnvironmentConversionAsync(workspaceId, target, options, cancellationToken);

    /// <inheritdoc />
    public virtual Task<Workspace> ConvertEnvironmentAsync(
        Guid workspaceId,
        ConversionTarget target,
        string confirmSlug,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default
    ) => _client.ConvertEnvironmentAsync(workspaceId, target, confirmSlug, options, cancellationToken);

    /// <inheritdoc />
    public virtual Task<Workspace> ConvertEnvironmentAsync(
        Guid workspaceId,
        ConversionTarget target,
        string confirmSlug,
        Func<EnvironmentCheck, CancellationToken, ValueTask<bool>> approve,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default
    ) => _client.ConvertEnvironmentAsync(workspaceId, target, confirmSlug, approve, options, cancellationToken);

    /// <inheritdoc />
    public virtual Task<IReadOnlyList<string>> GetTestCallerNumbersAsync(
        Guid workspaceId,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default
    ) => _client.GetTestCallerNumbersAsync(workspaceId, options, cancellationToken);

    /// <inheritdoc />
    public virtual Task<IReadOnlyList<string>> ReplaceTestCallerNumbersAsync(
        Guid workspaceId,
        IEnumerable<string> numbers,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default
    ) => _client.ReplaceTestCallerNumbersAsync(workspaceId, numbers, options, cancellationToken);

    /// <inheritdoc />
    public virtual Task<IReadOnlyList<string>> AddTestCallerNumbersAsync(
        Guid workspaceId,
        IEnumerable<string> numbers,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default
    ) => _client.AddTestCallerNumbersAsync(workspaceId, numbers, options, cancellationToken);

    /// <inheritdoc />
    public virtual Task<IReadOnlyList<string>> RemoveTestCallerNumbersAsync(
        Guid workspaceId,
        IEnumerable<string> numbers,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default
    ) => _client.RemoveTestCallerNumbersAsync(workspaceId, numbers, options, cancellationToken);

    /// <summary>How many workspaces it has.</summary>
    public override string ToString() => $"{nameof(FakeWorkspacesClient)} with {StoredWorkspaces.Count} workspace(s)";

    /// <summary>Ends the calls that still run. What was recorded stays readable.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Ends the calls that still run.</summary>
    /// <param name="disposing">Whether <see cref="Dispose()"/> was called.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _client.Dispose();
            _http.Dispose();
            _service.Dispose();
        }
    }
}
