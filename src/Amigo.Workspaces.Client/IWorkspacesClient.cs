namespace Amigo.Workspaces.Client;

/// <summary>The workspaces of the Amigo Platform: plain values in, plain values out, with paging and workflows.</summary>
/// <remarks>Thread-safe. Create one and keep it for the whole program.</remarks>
public interface IWorkspacesClient
{
    /// <summary>The operations on workspaces, with the status, headers and rate limit of each answer.</summary>
    IWorkspacesApi Workspaces { get; }

    /// <summary>The operations on the caller's own account, with the status, headers and rate limit of each answer.</summary>
    IAccountApi Account { get; }

    /// <summary>Lists the workspaces that the API key can see, page by page as they are enumerated. Nothing is sent before that.</summary>
    /// <remarks>
    /// Operation <c>list-workspaces</c>; permission <c>Workspace.view</c>. Every enumeration starts again. Workspaces can repeat or be missed
    /// when some are created or archived meanwhile. Enumerating throws <see cref="WorkspacesException" />, and
    /// <see cref="WorkspacesResponseException" /> when the service's pages lead nowhere.
    /// </remarks>
    /// <example>
    /// <code>
    /// await foreach (var clinic in client.ListAsync())
    /// {
    ///     Console.WriteLine($"{clinic.Slug} is in {clinic.Environment}");
    /// }
    /// </code>
    /// </example>
    /// <param name="list">Where to start, how large the pages are, and how many to request ahead.</param>
    /// <param name="options">Settings for each request.</param>
    /// <returns>The workspaces, or their pages.</returns>
    /// <exception cref="ArgumentException">An option is invalid.</exception>
    AsyncPageable<Workspace> ListAsync(ListWorkspacesOptions? list = null, RequestOptions? options = null);

    /// <summary>Creates a workspace and makes the caller its owner.</summary>
    /// <remarks>Operation <c>create-my-workspace</c>; the contract names no permission. Never repeated while its outcome is unknown.</remarks>
    /// <example>
    /// <code>
    /// var clinic = await client.CreateAsync(
    ///     new CreateWorkspaceRequest { Slug = "acme-clinic", Name = "Acme Clinic", Environment = WorkspaceEnvironment.Staging }
    /// );
    /// </code>
    /// </example>
    /// <param name="request">The slug, the name and the environment.</param>
    /// <param name="options">Settings for this call only.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The new workspace.</returns>
    /// <exception cref="WorkspacesConflictException">The slug is already taken.</exception>
    /// <exception cref="ArgumentException">The request or its options are invalid; nothing was sent.</exception>
    /// <exception cref="WorkspacesException">The operation failed; the derived type says how.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled; the service may have carried out the write.</exception>
    /// <exception cref="ObjectDisposedException">The client is disposed.</exception>
    Task<Workspace> CreateAsync(
        CreateWorkspaceRequest request,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>Creates a workspace, or returns the one that already exists: the safe way to create.</summary>
    /// <remarks>
    /// Operations <c>create-my-workspace</c> and <c>list-workspaces</c>; permission <c>Workspace.view</c>. When the slug is taken, or the outcome
    /// of the create is unknown, it looks the slug up among the caller's workspaces. It returns the one found only if its environment, and its
    /// <see cref="CreateWorkspaceRequest.BackendOrgId" /> when one is set, are those requested. When it finds none, or the look-up fails, it throws
    /// the first failure.
    /// </remarks>
    /// <example>
    /// <code>
    /// var clinic = await client.EnsureCreatedAsync(
    ///     new CreateWorkspaceRequest { Slug = "acme-clinic", Name = "Acme Clinic", Environment = WorkspaceEnvironment.Staging }
    /// );
    /// Console.WriteLine($"{clinic.Slug} exists in {clinic.Environment}.");
    /// </code>
    /// </example>
    /// <param name="request">The slug, the name and the environment.</param>
    /// <param name="options">Settings for this call only.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The new workspace, or the one with that slug as it is, whatever its name.</returns>
    /// <exception cref="WorkspacesConflictException">The slug is taken by a workspace that the caller cannot see, or by the caller's own whose
    /// environment or organization differs: <see cref="WorkspacesConflictException.Existing" /> is that one.</exception>
    /// <exception cref="ArgumentException">The request or its options are invalid; nothing was sent.</exception>
    /// <exception cref="WorkspacesException">The operation failed; the derived type says how.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled; the service may have carried out the write.</exception>
    /// <exception cref="ObjectDisposedException">The client is disposed.</exception>
    Task<Workspace> EnsureCreatedAsync(
        CreateWorkspaceRequest request,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>Gets a workspace.</summary>
    /// <remarks>Operation <c>get-workspace</c>; permission <c>Workspace.view</c>.</remarks>
    /// <example>
    /// <code>
    /// try
    /// {
    ///     var clinic = await client.GetAsync(workspace.Id, cancellationToken);
    ///     Console.WriteLine(clinic.Name);
    /// }
    /// catch (WorkspacesNotFoundException)
    /// {
    ///     Console.WriteLine("There is no such workspace, or this key cannot see it.");
    /// }
    /// </code>
    /// </example>
    /// <param name="workspaceId">The workspace; not <see cref="Guid.Empty" />.</param>
    /// <param name="options">Settings for this call only.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The workspace.</returns>
    /// <exception cref="WorkspacesNotFoundException">There is no such workspace.</exception>
    /// <exception cref="ArgumentException">The request or its options are invalid; nothing was sent.</exception>
    /// <exception cref="WorkspacesException">The operation failed; the derived type says how.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    /// <exception cref="ObjectDisposedException">The client is disposed.</exception>
    Task<Workspace> GetAsync(Guid workspaceId, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Finds a workspace by its slug. Pages through the list until it is found.</summary>
    /// <remarks>Operation <c>list-workspaces</c>; permission <c>Workspace.view</c>.</remarks>
    /// <param name="slug">The slug; see <see cref="WorkspaceSlug" />.</param>
    /// <param name="options">Settings for this call only.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The workspace; <see langword="null" /> when the caller can see none with that slug.</returns>
    /// <exception cref="ArgumentException">The request or its options are invalid; nothing was sent.</exception>
    /// <exception cref="WorkspacesException">The operation failed; the derived type says how.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    /// <exception cref="ObjectDisposedException">The client is disposed.</exception>
    Task<Workspace?> FindBySlugAsync(string slug, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Changes the members of a workspace that are set in the request.</summary>
    /// <remarks>Operation <c>update-workspace</c>; permission <c>Workspace.update</c>.</remarks>
    /// <example>
    /// <code>
    /// var renamed = await client.UpdateAsync(workspace.Id, new UpdateWorkspaceRequest { Name = "Lakeview Children's Clinic" });
    /// </code>
    /// </example>
    /// <param name="workspaceId">The workspace; not <see cref="Guid.Empty" />.</param>
    /// <param name="request">What to change.</param>
    /// <param name="options">Settings for this call only.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The workspace after the change.</returns>
    /// <exception cref="ArgumentException">The request or its options are invalid; nothing was sent.</exception>
    /// <exception cref="WorkspacesException">The operation failed; the derived type says how.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled; the service may have carried out the write.</exception>
    /// <exception cref="ObjectDisposedException">The client is disposed.</exception>
    Task<Workspace> UpdateAsync(
        Guid workspaceId,
        UpdateWorkspaceRequest request,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>Seeds the default integration of a workspace and marks it as provisioned. Repeating it changes nothing.</summary>
    /// <remarks>Operation <c>provision-workspace</c>; permission <c>Workspace.update</c>.</remarks>
    /// <param name="workspaceId">The workspace; not <see cref="Guid.Empty" />.</param>
    /// <param name="options">Settings for this call only.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The workspace, now provisioned.</returns>
    /// <exception cref="ArgumentException">The request or its options are invalid; nothing was sent.</exception>
    /// <exception cref="WorkspacesException">The operation failed; the derived type says how.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled; the service may have carried out the write.</exception>
    /// <exception cref="ObjectDisposedException">The client is disposed.</exception>
    Task<Workspace> ProvisionAsync(Guid workspaceId, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Archives a workspace: it leaves active use, and its data is preserved.</summary>
    /// <remarks>Operation <c>archive-workspace</c>; needs owner access.</remarks>
    /// <example>
    /// <code>
    /// await client.ArchiveAsync(workspace.Id, confirmSlug: workspace.Slug);
    /// </code>
    /// </example>
    /// <param name="workspaceId">The workspace; not <see cref="Guid.Empty" />.</param>
    /// <param name="confirmSlug">The workspace's own slug, which confirms that this is the one to archive.</param>
    /// <param name="options">Settings for this call only.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The workspace, now archived.</returns>
    /// <exception cref="WorkspacesValidationException">The slug is not the workspace's.</exception>
    /// <exception cref="ArgumentException">The request or its options are invalid; nothing was sent.</exception>
    /// <exception cref="WorkspacesException">The operation failed; the derived type says how.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled; the service may have carried out the write.</exception>
    /// <exception cref="ObjectDisposedException">The client is disposed.</exception>
    Task<Workspace> ArchiveAsync(
        Guid workspaceId,
        string confirmSlug,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>Asks what a conversion between staging and production would mean. Changes nothing.</summary>
    /// <remarks>Operation <c>check-environment-conversion</c>; the contract names no permission.</remarks>
    /// <param name="workspaceId">The workspace; not <see cref="Guid.Empty" />.</param>
    /// <param name="target">The environment to convert to.</param>
    /// <param name="options">Settings for this call only.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The warnings to read before converting.</returns>
    /// <exception cref="ArgumentException">The request or its options are invalid; nothing was sent.</exception>
    /// <exception cref="WorkspacesException">The operation failed; the derived type says how.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    /// <exception cref="ObjectDisposedException">The client is disposed.</exception>
    Task<EnvironmentCheck> CheckEnvironmentConversionAsync(
        Guid workspaceId,
        ConversionTarget target = ConversionTarget.Production,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>Converts a workspace between staging and production.</summary>
    /// <remarks>Operation <c>convert-workspace-environment</c>; the contract names no permission.</remarks>
    /// <param name="workspaceId">The workspace; not <see cref="Guid.Empty" />.</param>
    /// <param name="target">The environment to convert to.</param>
    /// <param name="confirmSlug">The workspace's own slug, which confirms that this is the one to convert.</param>
    /// <param name="options">Settings for this call only.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The workspace, now converted.</returns>
    /// <exception cref="WorkspacesValidationException">The slug is not the workspace's, or it cannot be converted.</exception>
    /// <exception cref="ArgumentException">The request or its options are invalid; nothing was sent.</exception>
    /// <exception cref="WorkspacesException">The operation failed; the derived type says how.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled; the service may have carried out the write.</exception>
    /// <exception cref="ObjectDisposedException">The client is disposed.</exception>
    Task<Workspace> ConvertEnvironmentAsync(
        Guid workspaceId,
        ConversionTarget target,
        string confirmSlug,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>Checks a conversion, asks for approval, and converts only when approved.</summary>
    /// <remarks>Operations <c>check-environment-conversion</c> and <c>convert-workspace-environment</c>; the contract names no permission.</remarks>
    /// <example>
    /// <code>
    /// var live = await client.ConvertEnvironmentAsync(
    ///     workspace.Id,
    ///     ConversionTarget.Production,
    ///     confirmSlug: workspace.Slug,
    ///     approve: (check, _) =>
    ///     {
    ///         foreach (var warning in check.Warnings)
    ///         {
    ///             Console.WriteLine(warning);
    ///         }
    ///
    ///         return ValueTask.FromResult(true);    // or ask a person
    ///     }
    /// );
    /// </code>
    /// </example>
    /// <param name="workspaceId">The workspace; not <see cref="Guid.Empty" />.</param>
    /// <param name="target">The environment to convert to.</param>
    /// <param name="confirmSlug">The workspace's own slug, which confirms that this is the one to convert.</param>
    /// <param name="approve">Receives the check; returns whether to convert. Its exceptions reach the caller unchanged.</param>
    /// <param name="options">Settings for this call only.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The workspace, now converted.</returns>
    /// <exception cref="ConversionDeclinedException">Approval was refused; nothing was converted.</exception>
    /// <exception cref="ArgumentException">The request or its options are invalid; nothing was sent.</exception>
    /// <exception cref="WorkspacesException">The operation failed; the derived type says how.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled; the service may have carried out the write.</exception>
    /// <exception cref="ObjectDisposedException">The client is disposed.</exception>
    Task<Workspace> ConvertEnvironmentAsync(
        Guid workspaceId,
        ConversionTarget target,
        string confirmSlug,
        Func<EnvironmentCheck, CancellationToken, ValueTask<bool>> approve,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>Gets the phone numbers of a workspace's test callers.</summary>
    /// <remarks>Operation <c>get-test-caller-numbers</c>; the contract names no permission.</remarks>
    /// <param name="workspaceId">The workspace; not <see cref="Guid.Empty" />.</param>
    /// <param name="options">Settings for this call only.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The numbers.</returns>
    /// <exception cref="ArgumentException">The request or its options are invalid; nothing was sent.</exception>
    /// <exception cref="WorkspacesException">The operation failed; the derived type says how.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    /// <exception cref="ObjectDisposedException">The client is disposed.</exception>
    Task<IReadOnlyList<string>> GetTestCallerNumbersAsync(
        Guid workspaceId,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>Replaces the phone numbers of a workspace's test callers.</summary>
    /// <remarks>Operation <c>update-test-caller-numbers</c>; the contract names no permission.</remarks>
    /// <param name="workspaceId">The workspace; not <see cref="Guid.Empty" />.</param>
    /// <param name="numbers">The numbers: at most 100, none <see langword="null" />.</param>
    /// <param name="options">Settings for this call only.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The numbers that are now set.</returns>
    /// <exception cref="ArgumentException">The request or its options are invalid; nothing was sent.</exception>
    /// <exception cref="WorkspacesException">The operation failed; the derived type says how.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled; the service may have carried out the write.</exception>
    /// <exception cref="ObjectDisposedException">The client is disposed.</exception>
    Task<IReadOnlyList<string>> ReplaceTestCallerNumbersAsync(
        Guid workspaceId,
        IEnumerable<string> numbers,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>Adds phone numbers to a workspace's test callers; those already set are not added twice.</summary>
    /// <remarks>
    /// Operations <c>get-test-caller-numbers</c> and <c>update-test-caller-numbers</c>; the contract names no permission. Not atomic: it reads, merges
    /// and writes, and a change made in between is lost. Writes nothing when nothing changes.
    /// </remarks>
    /// <param name="workspaceId">The workspace; not <see cref="Guid.Empty" />.</param>
    /// <param name="numbers">The numbers: at most 100 together with those already set, none <see langword="null" />.</param>
    /// <param name="options">Settings for this call only.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The numbers that are now set.</returns>
    /// <exception cref="ArgumentException">The request or its options are invalid; nothing was sent.</exception>
    /// <exception cref="WorkspacesException">The operation failed; the derived type says how.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled; the service may have carried out the write.</exception>
    /// <exception cref="ObjectDisposedException">The client is disposed.</exception>
    Task<IReadOnlyList<string>> AddTestCallerNumbersAsync(
        Guid workspaceId,
        IEnumerable<string> numbers,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>Removes phone numbers from a workspace's test callers; those that are not set are ignored.</summary>
    /// <remarks>
    /// Operations <c>get-test-caller-numbers</c> and <c>update-test-caller-numbers</c>; the contract names no permission. Not atomic: it reads, merges
    /// and writes, and a change made in between is lost. Writes nothing when nothing changes.
    /// </remarks>
    /// <param name="workspaceId">The workspace; not <see cref="Guid.Empty" />.</param>
    /// <param name="numbers">The numbers: at most 100, none <see langword="null" />.</param>
    /// <param name="options">Settings for this call only.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The numbers that are now set.</returns>
    /// <exception cref="ArgumentException">The request or its options are invalid; nothing was sent.</exception>
    /// <exception cref="WorkspacesException">The operation failed; the derived type says how.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled; the service may have carried out the write.</exception>
    /// <exception cref="ObjectDisposedException">The client is disposed.</exception>
    Task<IReadOnlyList<string>> RemoveTestCallerNumbersAsync(
        Guid workspaceId,
        IEnumerable<string> numbers,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default
    );
}
