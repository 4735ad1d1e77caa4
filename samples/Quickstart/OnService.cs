using Amigo.Workspaces.Client;

namespace Quickstart;

/// <summary>A look at a real service. Reads; writes only a staging workspace of its own, and only when told to.</summary>
internal static class OnService
{
    private const int Shown = 5;

    public static async Task RunAsync(bool write, CancellationToken cancellationToken)
    {
        var options = WorkspacesClientOptions.FromEnvironment();
        options.ApplicationName = "quickstart/1.0";
        using var client = new WorkspacesClient(options);

        Say.Step($"Connect to {options.BaseAddress}");
        Say.Line(write ? "It will create one staging workspace and archive it at the end." : "It only reads; --write does more.");

        if (await ListAsync(client, cancellationToken) is { } first)
        {
            await LookAtAsync(client, first, cancellationToken);
        }

        if (write)
        {
            await WorkspaceLife.LiveAsync(
                client,
                slug: $"quickstart-{Guid.NewGuid():N}",
                // A sample must never make a production workspace on a real service.
                approve: _ => false,
                whileAlive: _ => Task.CompletedTask,
                cancellationToken
            );
        }
    }

    private static async Task<Workspace?> ListAsync(WorkspacesClient client, CancellationToken cancellationToken)
    {
        Say.Step($"List the first {Shown} workspaces that the key can see");
        var pages = client.ListAsync(new ListWorkspacesOptions { PageSize = Shown }).AsPages(cancellationToken);
        await foreach (var page in pages)
        {
            foreach (var workspace in page.Items)
            {
                Say.Line($"{workspace.Slug} is in {workspace.Environment}");
            }

            // Leaving the loop asks for no further page.
            return page.Items is [var first, ..] ? first : null;
        }

        return null;
    }

    private static async Task LookAtAsync(WorkspacesClient client, Workspace workspace, CancellationToken cancellationToken)
    {
        Say.Step($"Look at {workspace.Slug}");
        var response = await client.Workspaces.GetWorkspaceAsync(workspace.Id, cancellationToken: cancellationToken);
        Say.Line($"{response.Value.Name}, {response.Value.Region}, changed {response.Value.UpdatedAt:u}");
        Say.Line($"The service calls this request {response.RequestId ?? "nothing"}.");

        // Phone numbers are personal: count them, do not print them.
        var numbers = await client.GetTestCallerNumbersAsync(workspace.Id, cancellationToken: cancellationToken);
        Say.Line($"{numbers.Count} phone number(s) count as test callers.");
    }
}
