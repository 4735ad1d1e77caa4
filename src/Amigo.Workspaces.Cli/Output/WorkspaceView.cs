using System.Globalization;
using Amigo.Workspaces.Client;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Amigo.Workspaces.Cli.Output;

/// <summary>A workspace for a person to read.</summary>
internal static class WorkspaceView
{
    private const string Nothing = "-";

    public static IRenderable Details(Workspace workspace)
    {
        var grid = Tables.Pairs();
        Add("Slug", workspace.Slug);
        Add("Name", workspace.Name);
        grid.AddRow(Tables.Cell("Environment"), EnvironmentView.Cell(workspace.Environment));
        Add("Region", workspace.Region.Value);
        Add("Connector", workspace.ConnectorType?.Value ?? Nothing);
        Add("Organization", workspace.BackendOrgId ?? Nothing);
        Add("Provisioned", Moment(workspace.ProvisionedAt));
        Add("Created", Moment(workspace.CreatedAt));
        Add("Changed", Moment(workspace.UpdatedAt));
        Add("Id", workspace.Id.ToString());
        return grid;

        void Add(string label, string value) => grid.AddRow(Tables.Cell(label), Tables.Cell(value));
    }

    private static string Moment(DateTimeOffset? date) =>
        date?.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture) ?? Nothing;
}
