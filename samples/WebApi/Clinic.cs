using Amigo.Workspaces.Client;

namespace WebApi;

/// <summary>What this service shows of a workspace.</summary>
internal sealed record Clinic(string Slug, string Name, string Environment)
{
    public static Clinic From(Workspace workspace) => new(workspace.Slug, workspace.Name, workspace.Environment.ToString());
}
