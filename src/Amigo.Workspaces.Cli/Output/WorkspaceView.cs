using System.Globalization;
using Amigo.Workspaces.Client;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Amigo.Workspaces.Cli.Output;

/// <summary>Workspaces for a person to read.</summary>
internal static class WorkspaceView
{
    private const string Nothing = "-";
    private const int NameColumn = 1;

    /// <param name="workspaces">What to show.</param>
    /// <param name="isBare">Without a frame, for programs that read columns.</param>
    public static IRenderable Table(IReadOnlyList<Workspace> workspaces, bool isBare)
    {
        var table = Tables.Create(isBare, "Slug", "Name", "Environment", "Region", "Connector", "Provisioned");
        table.Columns[NameColumn].NoWrap = false;
        foreach (var workspace in workspaces)
        {
            table.AddRow(
                Tables.Cell(workspace.Slug),
                Tables.Cell(workspace.Name),
                EnvironmentView.Cell(workspace.Environment),
                Tables.Cell(workspace.Region.Value),
                Tables.Cell(workspace.ConnectorType?.Value ?? Nothing),
                Tables.Cell(Day(workspace.ProvisionedAt))
            );
        }

        return table;
    }

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

    private static string Day(DateTimeOffset? date) => date?.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? Nothing;

    private static string Moment(DateTimeOffset? date) =>
        date?.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture) ?? Nothing;
}
