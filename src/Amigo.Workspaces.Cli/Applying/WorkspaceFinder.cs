using Amigo.Workspaces.Cli.Pacing;
using Amigo.Workspaces.Cli.Running;
using Amigo.Workspaces.Client;

namespace Amigo.Workspaces.Cli.Applying;

/// <summary>Finds workspaces by their slugs. The service can only list them.</summary>
internal static class WorkspaceFinder
{
    public static async Task<Dictionary<string, Workspace>> FindAsync(
        Session session,
        Pacer pacer,
        IReadOnlySet<string> slugs,
        Action<long, long?> report,
        CancellationToken cancellationToken
    )
    {
        var found = new Dictionary<string, Workspace>(StringComparer.Ordinal);
        await foreach (var page in PacedPages.ReadAsync(session, pacer, report, cancellationToken: cancellationToken))
        {
            foreach (var workspace in page.Items.Where(workspace => slugs.Contains(workspace.Slug)))
            {
                found[workspace.Slug] = workspace;
            }

            if (found.Count == slugs.Count)
            {
                break;
            }
        }

        return found;
    }
}
