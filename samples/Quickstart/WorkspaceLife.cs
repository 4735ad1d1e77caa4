using Amigo.Workspaces.Client;

namespace Quickstart;

/// <summary>The life of one workspace: created in staging, prepared, perhaps promoted, and archived whatever happens.</summary>
/// <remarks>The slug must be a new one: the workspace that has it is archived at the end.</remarks>
internal static class WorkspaceLife
{
    public static async Task LiveAsync(
        IWorkspacesClient client,
        string slug,
        Func<EnvironmentCheck, bool> approve,
        Func<Workspace, Task> whileAlive,
        CancellationToken cancellationToken
    )
    {
        Workspace? workspace = null;
        try
        {
            workspace = await CreateAsync(client, slug, cancellationToken);
            await ListAsync(client, cancellationToken);
            await PrepareAsync(client, workspace.Id, cancellationToken);
            await PromoteAsync(client, workspace, approve, cancellationToken);
            await SetTestCallersAsync(client, workspace.Id, cancellationToken);
            await whileAlive(workspace);
            await ArchiveAsync(client, workspace, cancellationToken);
        }
        catch (Exception failure) when (workspace is not null || MayHaveCreated(failure))
        {
            await TidyUpAsync(client, slug);
            throw;
        }
    }

    private static async Task<Workspace> CreateAsync(IWorkspacesClient client, string slug, CancellationToken cancellationToken)
    {
        Say.Step("Create a workspace");
        var request = new CreateWorkspaceRequest
        {
            Slug = slug,
            Name = "Sunrise Clinic",
            Environment = WorkspaceEnvironment.Staging,
        };

        // Unlike CreateAsync it looks for the workspace when the answer to the create is lost.
        var workspace = await client.EnsureCreatedAsync(request, cancellationToken: cancellationToken);
        Say.Line($"{workspace.Slug} is in {workspace.Environment}, in {workspace.Region}. Its id is {workspace.Id}.");
        return workspace;
    }

    private static async Task ListAsync(IWorkspacesClient client, CancellationToken cancellationToken)
    {
        Say.Step("List workspaces");
        var count = 0;
        await foreach (var workspace in client.ListAsync().WithCancellation(cancellationToken))
        {
            Say.Line($"{workspace.Slug} is in {workspace.Environment}");
            if (++count == 5)
            {
                break;
            }
        }
    }

    private static async Task PrepareAsync(IWorkspacesClient client, Guid id, CancellationToken cancellationToken)
    {
        Say.Step("Update it: what is not set stays as it is");
        var change = new UpdateWorkspaceRequest { Name = "Sunrise Family Clinic", ConnectorType = ConnectorType.Epic };
        var updated = await client.UpdateAsync(id, change, cancellationToken: cancellationToken);
        Say.Line($"It is now called {updated.Name} and connects to {updated.ConnectorType}.");

        Say.Step("Provision it: safe to repeat");
        var provisioned = await client.ProvisionAsync(id, cancellationToken: cancellationToken);
        Say.Line($"Provisioned at {provisioned.ProvisionedAt:u}.");
    }

    private static async Task PromoteAsync(
        IWorkspacesClient client,
        Workspace workspace,
        Func<EnvironmentCheck, bool> approve,
        CancellationToken cancellationToken
    )
    {
        Say.Step("Check what production would mean, and ask for approval");
        try
        {
            var converted = await client.ConvertEnvironmentAsync(
                workspace.Id,
                ConversionTarget.Production,
                confirmSlug: workspace.Slug,
                approve: (check, _) =>
                {
                    foreach (var warning in check.Warnings)
                    {
                        Say.Line($"Warning: {warning}");
                    }

                    return ValueTask.FromResult(approve(check));
                },
                cancellationToken: cancellationToken
            );
            Say.Line($"Approved: {converted.Slug} is now in {converted.Environment}.");
        }
        catch (ConversionDeclinedException declined)
        {
            Say.Line($"Declined: it stays in {declined.Check.Current}.");
        }
    }

    private static async Task SetTestCallersAsync(IWorkspacesClient client, Guid id, CancellationToken cancellationToken)
    {
        Say.Step("Set test callers: calls from these numbers stay out of the health record");
        // Numbers that belong to nobody.
        await client.ReplaceTestCallerNumbersAsync(id, ["+12025550100"], cancellationToken: cancellationToken);
        var numbers = await client.AddTestCallerNumbersAsync(id, ["+12025550101"], cancellationToken: cancellationToken);
        Say.Line($"Test callers: {string.Join(", ", numbers)}");
    }

    private static async Task ArchiveAsync(IWorkspacesClient client, Workspace workspace, CancellationToken cancellationToken)
    {
        Say.Step("Archive it: its slug confirms that this is the one");
        await client.ArchiveAsync(workspace.Id, confirmSlug: workspace.Slug, cancellationToken: cancellationToken);
        Say.Line($"{workspace.Slug} left active use; its data is preserved.");
    }

    private static bool MayHaveCreated(Exception failure) =>
        failure is OperationCanceledException or WorkspacesException { MayHaveBeenApplied: true };

    /// <summary>Looks before it acts, and throws nothing, so that the first failure is the one that shows.</summary>
    private static async Task TidyUpAsync(IWorkspacesClient client, string slug)
    {
        try
        {
            if (await client.FindBySlugAsync(slug) is { } left)
            {
                await ArchiveAsync(client, left, CancellationToken.None);
            }
        }
        catch (WorkspacesException)
        {
            Say.Problem($"The workspace {slug} may be left over: look for it, and archive it.");
        }
    }
}
