using Amigo.Workspaces.Client;
using Amigo.Workspaces.Emulator;

namespace Quickstart;

/// <summary>What failures look like. The emulator fails on request.</summary>
internal static class Failures
{
    public static async Task ShowAsync(
        IWorkspacesClient client,
        WorkspacesEmulator emulator,
        Workspace workspace,
        CancellationToken cancellationToken
    )
    {
        await TakenSlugAsync(client, workspace, cancellationToken);
        await WrongConfirmationAsync(client, workspace, cancellationToken);
        await RefusedValuesAsync(client, cancellationToken);
        await RetriedReadAsync(client, emulator, workspace, cancellationToken);
        await ExhaustedRetriesAsync(client, emulator, workspace, cancellationToken);
        await UnknownOutcomeAsync(client, emulator, workspace, cancellationToken);
    }

    private static async Task TakenSlugAsync(IWorkspacesClient client, Workspace workspace, CancellationToken cancellationToken)
    {
        Say.Step("409: the slug is taken");
        try
        {
            await client.CreateAsync(
                new CreateWorkspaceRequest
                {
                    Slug = workspace.Slug,
                    Name = "Another Clinic",
                    Environment = WorkspaceEnvironment.Development,
                },
                cancellationToken: cancellationToken
            );
        }
        catch (WorkspacesConflictException conflict)
        {
            Say.Line($"{nameof(WorkspacesConflictException)}: {conflict.Message}");
        }
    }

    private static async Task WrongConfirmationAsync(IWorkspacesClient client, Workspace workspace, CancellationToken cancellationToken)
    {
        Say.Step("422: the confirmation names another workspace");
        try
        {
            await client.ArchiveAsync(workspace.Id, confirmSlug: "another-clinic", cancellationToken: cancellationToken);
        }
        catch (WorkspacesValidationException refused)
        {
            Say.Line($"{nameof(WorkspacesValidationException)}: {refused.Detail}");
        }
    }

    private static async Task RefusedValuesAsync(IWorkspacesClient client, CancellationToken cancellationToken)
    {
        Say.Step("422: the service refuses values");
        var request = new CreateWorkspaceRequest
        {
            Slug = "Not a slug",
            Name = "Sunrise Clinic",
            Environment = WorkspaceEnvironment.Development,
        };
        try
        {
            await client.CreateAsync(request, cancellationToken: cancellationToken);
        }
        catch (ArgumentException refused)
        {
            Say.Line($"The client refuses it before anything is sent: {refused.Message}");
        }

        try
        {
            await client.CreateAsync(request, new RequestOptions { SkipValidation = true }, cancellationToken);
        }
        catch (WorkspacesValidationException refused)
        {
            foreach (var issue in refused.Issues)
            {
                Say.Line($"The service says of {issue.Path}: {issue.Message}");
            }
        }
    }

    private static async Task RetriedReadAsync(
        IWorkspacesClient client,
        WorkspacesEmulator emulator,
        Workspace workspace,
        CancellationToken cancellationToken
    )
    {
        Say.Step("503 on a read: tried again");
        emulator.Inject(Fault.Status(503), "get-workspace");
        var response = await client.Workspaces.GetWorkspaceAsync(workspace.Id, cancellationToken: cancellationToken);
        Say.Line($"Success after {response.Attempts} attempts.");
    }

    private static async Task ExhaustedRetriesAsync(
        IWorkspacesClient client,
        WorkspacesEmulator emulator,
        Workspace workspace,
        CancellationToken cancellationToken
    )
    {
        Say.Step("503 on every attempt: the client gives up");
        emulator.Inject(Fault.Status(503), "get-workspace", times: 3);
        try
        {
            await client.GetAsync(workspace.Id, cancellationToken: cancellationToken);
        }
        catch (WorkspacesUnavailableException unavailable)
        {
            Say.Line($"{nameof(WorkspacesUnavailableException)} after {unavailable.Attempts} attempts: {unavailable.Message}");
        }
    }

    private static async Task UnknownOutcomeAsync(
        IWorkspacesClient client,
        WorkspacesEmulator emulator,
        Workspace workspace,
        CancellationToken cancellationToken
    )
    {
        Say.Step("503 on a write: not tried again, because it may have been carried out");
        emulator.Inject(Fault.StatusAfterApply(503), "update-workspace");
        try
        {
            var change = new UpdateWorkspaceRequest { Name = "Sunrise Health" };
            await client.UpdateAsync(workspace.Id, change, cancellationToken: cancellationToken);
        }
        catch (WorkspacesException failure) when (failure.MayHaveBeenApplied)
        {
            var now = await client.GetAsync(workspace.Id, cancellationToken: cancellationToken);
            Say.Line($"{failure.Attempts} attempt. Looking instead of repeating: it is called {now.Name}, so the write was carried out.");
        }
    }
}
