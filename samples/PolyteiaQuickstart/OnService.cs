using Polyteia.Workspaces.Client;

namespace PolyteiaQuickstart;

/// <summary>A look at the real service. Only reads.</summary>
internal static class OnService
{
    private const int Shown = 5;

    public static async Task RunAsync(CancellationToken cancellationToken)
    {
        var options = PolyteiaWorkspacesClientOptions.FromEnvironment();
        options.ApplicationName = "polyteia-quickstart/1.0";
        using var client = new PolyteiaWorkspacesClient(options);

        Say.Step($"Connect to {options.BaseAddress}, and only read");
        var workspaces = client.ListAsync(new ListWorkspacesOptions { PageSize = Shown }, cancellationToken: cancellationToken);
        await foreach (var page in workspaces.AsPages(cancellationToken))
        {
            Say.Line($"The key can see {page.Total} workspaces.");
            foreach (var workspace in page.Items)
            {
                Say.Line($"{workspace.Name}, changed {workspace.UpdatedAt:u}");
            }

            // Leaving the loop asks for no further page.
            break;
        }
    }
}
