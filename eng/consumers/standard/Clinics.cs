using Amigo.Workspaces.Client;
using Polyteia.Workspaces.Client;

namespace Standard;

public sealed class Clinics(IWorkspacesClient workspaces, IPolyteiaWorkspacesClient others)
{
    public async Task<List<string>> NamesAsync(CancellationToken cancellationToken)
    {
        var names = new List<string>();
        await foreach (var workspace in workspaces.ListAsync().WithCancellation(cancellationToken))
        {
            names.Add(workspace.Name);
        }

        await foreach (var workspace in others.ListAsync().WithCancellation(cancellationToken))
        {
            names.Add(workspace.Name);
        }

        return names;
    }
}
