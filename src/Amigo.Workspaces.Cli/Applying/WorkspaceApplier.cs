using Amigo.Workspaces.Cli.Manifest;
using Amigo.Workspaces.Cli.Pacing;
using Amigo.Workspaces.Cli.Running;
using Amigo.Workspaces.Client;

namespace Amigo.Workspaces.Cli.Applying;

/// <summary>Does what is planned for one workspace, step by step, and remembers how far it came.</summary>
internal sealed class WorkspaceApplier(Session session, IWorkspacesClient client, Pacer pacer, PlannedWorkspace planned)
{
    private readonly List<string> _done = [];
    private readonly PresentState _present = new(client, session.Request, pacer);
    private string? _doing;
    private bool _isInDoubt;

    private ManifestEntry Entry => planned.Entry;

    public async Task<AppliedWorkspace> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await ApplyAsync(cancellationToken);
            return new AppliedWorkspace(planned, AppliedOutcome.Done, ExitCode.Done, null);
        }
        catch (OperationCanceledException)
        {
            return _isInDoubt || _done.Count > 0
                ? Ended(ExitCode.Interrupted, "interrupted")
                : new AppliedWorkspace(planned, AppliedOutcome.NotBegun, ExitCode.Interrupted, null);
        }
        catch (WorkspacesException failure)
        {
            var code = ExitCode.Of(failure);
            var isGeneral = code is ExitCode.NotAuthorised or ExitCode.Unreachable || failure is WorkspacesRateLimitException;
            return Ended(code, FailureWords.Of(failure)) with { IsGeneral = isGeneral };
        }
        catch (Exception failure) when (failure is CliException or ArgumentException)
        {
            return Ended((failure as CliException)?.ExitCode ?? ExitCode.Usage, failure.Message);
        }
    }

    private async Task ApplyAsync(CancellationToken cancellationToken)
    {
        var workspace = planned.Current ?? await CreateAsync(cancellationToken);
        if (UpdateOf(workspace) is { } update)
        {
            workspace = await StepAsync(
                "update",
                cancellation => _present.RequireUnchangedAsync(workspace, cancellation),
                cancellation => client.Workspaces.UpdateWorkspaceAsync(workspace.Id, update, session.Request, cancellation),
                cancellationToken
            );
        }

        if (Entry.IsProvisioned && workspace.ProvisionedAt is null)
        {
            var provisioned = await StepAsync(
                "provision",
                cancellation => _present.RequireUnchangedAsync(workspace, cancellation),
                cancellation => client.Workspaces.ProvisionWorkspaceAsync(workspace.Id, session.Request, cancellation),
                cancellationToken
            );
            workspace = provisioned.Workspace;
        }

        if (planned.Touches(Fields.TestCallerNumbers))
        {
            await ReplaceNumbersAsync(workspace, cancellationToken);
        }
    }

    private Task<TestCallerNumbers> ReplaceNumbersAsync(Workspace workspace, CancellationToken cancellationToken) =>
        StepAsync(
            "set the test caller numbers",
            async cancellation =>
            {
                await _present.RequireUnchangedAsync(workspace, cancellation);
                await _present.RequireUnchangedNumbersAsync(workspace.Id, planned.Numbers ?? [], cancellation);
            },
            cancellation =>
                client.Workspaces.UpdateTestCallerNumbersAsync(
                    workspace.Id,
                    new TestCallerNumbers { Numbers = Entry.TestCallerNumbers! },
                    session.Request,
                    cancellation
                ),
            cancellationToken
        );

    /// <summary>One write. After a wait for the rate limit it begins again with the check, because a wait is long enough for somebody else.</summary>
    private Task<T> StepAsync<T>(
        string doing,
        Func<CancellationToken, Task> check,
        Func<CancellationToken, Task<ApiResponse<T>>> write,
        CancellationToken cancellationToken
    ) =>
        pacer.RunAsync(
            async cancellation =>
            {
                _doing = null;
                await check(cancellation);
                cancellation.ThrowIfCancellationRequested();
                (_doing, _isInDoubt) = (doing, true);
                try
                {
                    var result = pacer.Learn(await write(cancellation));
                    (_doing, _isInDoubt) = (null, false);
                    _done.Add(doing);
                    return result;
                }
                catch (WorkspacesException failure)
                {
                    _isInDoubt = failure.MayHaveBeenApplied;
                    throw;
                }
            },
            cancellationToken
        );

    private async Task<Workspace> CreateAsync(CancellationToken cancellationToken)
    {
        var create = new CreateWorkspaceRequest
        {
            Slug = Entry.Slug,
            Name = Entry.Name!,
            Environment = Entry.Environment!.Value,
            BackendOrgId = Entry.BackendOrgId,
        };
        try
        {
            // The service itself looks whether the slug is still free.
            var created = await StepAsync(
                "create",
                _ => Task.CompletedTask,
                cancellation => client.Account.CreateMyWorkspaceAsync(create, session.Request, cancellation),
                cancellationToken
            );
            EnvironmentRule.RequireAsAsked(created, create.Environment);
            return created;
        }
        catch (WorkspacesConflictException failure) when (!failure.MayHaveBeenApplied)
        {
            var found = await FindAsync(cancellationToken);
            _doing = null;
            throw found is null
                ? new CliException(
                    ExitCode.Conflict,
                    $"an archived workspace, or one that this key cannot see, has the slug {Entry.Slug}: choose another"
                )
                : PresentState.Changed("somebody created it meanwhile");
        }
    }

    private async Task<Workspace?> FindAsync(CancellationToken cancellationToken)
    {
        var found = await WorkspaceFinder.FindAsync(
            session,
            pacer,
            new HashSet<string>([Entry.Slug], StringComparer.Ordinal),
            (_, _) => { },
            cancellationToken
        );
        return found.GetValueOrDefault(Entry.Slug);
    }

    private UpdateWorkspaceRequest? UpdateOf(Workspace workspace)
    {
        var update = new UpdateWorkspaceRequest
        {
            Name = Entry.Name is { } name && name != workspace.Name ? new Optional<string?>(name) : default,
            Environment = Entry.Environment is { } environment && environment != workspace.Environment ? new(environment) : default,
            Region = Entry.Region is { } region && region != workspace.Region ? new(region) : default,
            ConnectorType = Entry.ConnectorType is { } connector && connector != workspace.ConnectorType ? new(connector) : default,
        };
        return update == new UpdateWorkspaceRequest() ? null : update;
    }

    private AppliedWorkspace Ended(int exitCode, string why)
    {
        var done = _done.Count == 0 ? "" : $"{string.Join(", ", _done)}: done; ";
        var doing = _doing is null ? "" : $"{_doing}: ";
        return new AppliedWorkspace(planned, _isInDoubt ? AppliedOutcome.Unknown : AppliedOutcome.Failed, exitCode, $"{done}{doing}{why}");
    }
}
