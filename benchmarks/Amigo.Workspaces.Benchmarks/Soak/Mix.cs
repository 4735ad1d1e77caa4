using System.Globalization;
using Amigo.Workspaces.Client;

namespace Amigo.Workspaces.Benchmarks.Soak;

/// <summary>What a program does to workspaces: it mostly reads, sometimes changes, and now and then creates and archives.</summary>
internal static class Mix
{
    private static readonly string[] Numbers = ["+15550100", "+15550101"];

    public static Task RunAsync(WorkspacesClient client, List<Workspace> workspaces, int number, CancellationToken cancellationToken)
    {
        var workspace = workspaces[number % workspaces.Count];
        return (number % 20) switch
        {
            < 8 => client.GetAsync(workspace.Id, cancellationToken: cancellationToken),
            < 12 => client.Workspaces.ListWorkspacesAsync(20, number % workspaces.Count, cancellationToken: cancellationToken),
            < 14 => client.UpdateAsync(workspace.Id, new() { Name = $"Clinic {number}" }, cancellationToken: cancellationToken),
            14 => client.ProvisionAsync(workspace.Id, cancellationToken: cancellationToken),
            15 => client.CheckEnvironmentConversionAsync(workspace.Id, cancellationToken: cancellationToken),
            16 => client.GetTestCallerNumbersAsync(workspace.Id, cancellationToken: cancellationToken),
            17 => client.ReplaceTestCallerNumbersAsync(workspace.Id, Numbers, cancellationToken: cancellationToken),
            18 => client.GetAsync(Guid.NewGuid(), cancellationToken: cancellationToken),
            _ => CreateAndArchiveAsync(client, number, cancellationToken),
        };
    }

    private static async Task CreateAndArchiveAsync(WorkspacesClient client, int number, CancellationToken cancellationToken)
    {
        var slug = string.Create(CultureInfo.InvariantCulture, $"soak-{number}");
        var request = new CreateWorkspaceRequest
        {
            Slug = slug,
            Name = "Soak",
            Environment = WorkspaceEnvironment.Development,
        };
        var created = await client.CreateAsync(request, cancellationToken: cancellationToken);
        await client.ArchiveAsync(created.Id, slug, cancellationToken: cancellationToken);
    }
}
