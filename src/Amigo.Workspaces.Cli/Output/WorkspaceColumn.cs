using System.Globalization;
using Amigo.Workspaces.Client;
using Spectre.Console.Rendering;

namespace Amigo.Workspaces.Cli.Output;

/// <summary>A column of a list of workspaces.</summary>
/// <param name="Name">The API's name of the member, by which <c>--columns</c> chooses it.</param>
/// <param name="Header">What stands above it.</param>
/// <param name="Cell">What stands in it.</param>
internal sealed record WorkspaceColumn(string Name, string Header, Func<Workspace, IRenderable> Cell)
{
    public static readonly WorkspaceColumn Slug = Text("slug", "Slug", workspace => workspace.Slug);
    public static readonly WorkspaceColumn DisplayName = Text("name", "Name", workspace => workspace.Name);
    public static readonly WorkspaceColumn Region = Text("region", "Region", workspace => workspace.Region.Value);
    public static readonly WorkspaceColumn Connector = Text("connector_type", "Connector", workspace => workspace.ConnectorType?.Value);
    public static readonly WorkspaceColumn Provisioned = Text("provisioned_at", "Provisioned", workspace => Day(workspace.ProvisionedAt));
    public static readonly WorkspaceColumn Environment = new(
        "environment",
        "Environment",
        workspace => EnvironmentView.Cell(workspace.Environment)
    );

    /// <summary>What a list shows when nothing else is asked for and there is room.</summary>
    public static IReadOnlyList<WorkspaceColumn> Usual { get; } = [Slug, DisplayName, Environment, Region, Connector, Provisioned];

    public static IReadOnlyList<WorkspaceColumn> All { get; } =
    [
        .. Usual,
        Text("backend_org_id", "Organization", workspace => workspace.BackendOrgId),
        Text("created_at", "Created", workspace => Day(workspace.CreatedAt)),
        Text("updated_at", "Changed", workspace => Day(workspace.UpdatedAt)),
        Text("id", "Id", workspace => workspace.Id.ToString()),
    ];

    private static WorkspaceColumn Text(string name, string header, Func<Workspace, string?> text) =>
        new(name, header, workspace => Tables.Cell(text(workspace) ?? "-"));

    private static string? Day(DateTimeOffset? date) => date?.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
