using Amigo.Workspaces.Client;

namespace ManyTenants;

/// <summary>The work that is done for each clinic: counting its workspaces.</summary>
internal static class Census
{
    public static async Task<string> TakeAsync(IWorkspacesClient client, RequestOptions? options, CancellationToken cancellationToken)
    {
        var (all, live) = (0, 0);
        await foreach (var workspace in client.ListAsync(options: options).WithCancellation(cancellationToken))
        {
            all++;
            live += workspace.Environment == WorkspaceEnvironment.Production ? 1 : 0;
        }

        return $"{all} workspaces, {live} in production";
    }
}
