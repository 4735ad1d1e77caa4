using Amigo.Workspaces.Cli.Manifest;
using Amigo.Workspaces.Cli.Running;
using Amigo.Workspaces.Client;

namespace Amigo.Workspaces.Cli.Applying;

/// <summary>Does what is planned for one workspace, step by step, and remembers how far it came.</summary>
internal sealed class WorkspaceApplier(IWorkspacesClient client, RequestOptions? request, PlannedWorkspace planned)
{
    private readonly List<string> _done = [];
    private string? _doing;

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
            return _doing is null && _done.Count == 0
                ? new AppliedWorkspace(planned, AppliedOutcome.NotBegun, ExitCode.Interrupted, null)
                : Ended(AppliedOutcome.Unknown, ExitCode.Interrupted, "interrupted");
        }
        catch (WorkspacesException failure)
        {
            var outcome = failure.MayHaveBeenApplied ? AppliedOutcome.Unknown : AppliedOutcome.Failed;
            return Ended(outcome, ExitCode.Of(failure), failure.Message);
        }
        catch (Exception failure) when (failure is CliException or ArgumentException)
        {
            return Ended(AppliedOutcome.Failed, (failure as CliException)?.ExitCode ?? ExitCode.Usage, failure.Message);
        }
    }

    private async Task ApplyAsync(CancellationToken cancellationToken)
    {
        var workspace = planned.Current ?? await StepAsync("create", CreateAsync, cancellationToken);
        if (UpdateOf(workspace) is { } update)
        {
            await StepAsync("update", cancellation => client.UpdateAsync(workspace.Id, update, request, cancellation), cancellationToken);
        }

        if (Entry.IsProvisioned && workspace.ProvisionedAt is null)
        {
            await StepAsync("provision", cancellation => client.ProvisionAsync(workspace.Id, request, cancellation), cancellationToken);
        }

        if (planned.Touches(Fields.TestCallerNumbers))
        {
            await StepAsync(
                "set the test caller numbers",
                cancellation => client.ReplaceTestCallerNumbersAsync(workspace.Id, Entry.TestCallerNumbers!, request, cancellation),
                cancellationToken
            );
        }
    }

    private async Task<T> StepAsync<T>(string doing, Func<CancellationToken, Task<T>> step, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _doing = doing;
        var result = await step(cancellationToken);
        _doing = null;
        _done.Add(doing);
        return result;
    }

    private async Task<Workspace> CreateAsync(CancellationToken cancellationToken)
    {
        var create = new CreateWorkspaceRequest
        {
            Slug = Entry.Slug,
            Name = Entry.Name!,
            Environment = Entry.Environment!.Value,
            BackendOrgId = Entry.BackendOrgId,
        };
        var created = await client.EnsureCreatedAsync(create, request, cancellationToken);
        // The safe create also finds what somebody else has made since the plan was shown, and that was not agreed to.
        return created.Environment == create.Environment && string.Equals(created.Name, create.Name, StringComparison.Ordinal)
            ? created
            : throw new CliException(ExitCode.Conflict, "somebody created it differently meanwhile: apply again to see the difference");
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

    private AppliedWorkspace Ended(AppliedOutcome outcome, int exitCode, string why)
    {
        // Between two steps nothing is in doubt, only unfinished.
        var ended = _doing is null && outcome == AppliedOutcome.Unknown ? AppliedOutcome.Failed : outcome;
        var done = _done.Count == 0 ? "" : $"{string.Join(", ", _done)}: done; ";
        var doing = _doing is null ? "" : $"{_doing}: ";
        return new AppliedWorkspace(planned, ended, exitCode, $"{done}{doing}{why}");
    }
}
