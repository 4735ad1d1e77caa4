using Amigo.Workspaces.Client;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Amigo.Workspaces.Cli.Output;

/// <summary>A list of workspaces that fits the terminal.</summary>
internal static class WorkspaceTable
{
    // What is given up as the terminal gets narrower, in this order (docs/cli.md says so). Slug and environment always stay.
    private static readonly IReadOnlyList<Layout> Layouts =
    [
        new(WorkspaceColumn.Usual),
        Without(WorkspaceColumn.Provisioned),
        Without(WorkspaceColumn.Provisioned, WorkspaceColumn.Connector),
        Without(WorkspaceColumn.Provisioned, WorkspaceColumn.Connector) with
        {
            NamesWrap = true,
        },
        Without(WorkspaceColumn.Provisioned, WorkspaceColumn.Connector, WorkspaceColumn.Region) with
        {
            NamesWrap = true,
        },
        Without(WorkspaceColumn.Provisioned, WorkspaceColumn.Connector, WorkspaceColumn.Region, WorkspaceColumn.DisplayName),
    ];

    /// <param name="terminal">Where to write.</param>
    /// <param name="workspaces">What to write.</param>
    /// <param name="columns">What to show of each; <see langword="null" /> for as much as there is room for.</param>
    /// <param name="isWide">Everything, each workspace on one line however long it is.</param>
    public static void Write(
        Terminal terminal,
        IReadOnlyList<Workspace> workspaces,
        IReadOnlyList<WorkspaceColumn>? columns = null,
        bool isWide = false
    )
    {
        if (isWide)
        {
            terminal.WriteWide(Create(terminal, workspaces, new Layout(WorkspaceColumn.All)));
        }
        else if (columns is not null)
        {
            terminal.Write(Create(terminal, workspaces, new Layout(columns) { NamesWrap = true }));
        }
        else
        {
            WriteFitting(terminal, workspaces);
        }
    }

    private static void WriteFitting(Terminal terminal, IReadOnlyList<Workspace> workspaces)
    {
        var layout = Layouts.First(layout => layout == Layouts[^1] || Fits(terminal, workspaces, layout));
        terminal.Write(Create(terminal, workspaces, layout));
        var missing = WorkspaceColumn.Usual.Except(layout.Columns).Select(column => column.Name).ToList();
        if (missing.Count > 0)
        {
            terminal.Note($"Left out to fit: {string.Join(", ", missing)}. --wide shows everything, --columns what you name.");
        }
    }

    private static Layout Without(params WorkspaceColumn[] columns) => new([.. WorkspaceColumn.Usual.Except(columns)]);

    private static bool Fits(Terminal terminal, IReadOnlyList<Workspace> workspaces, Layout layout)
    {
        IRenderable table = Create(terminal, workspaces, layout);
        var width = table.Measure(RenderOptions.Create(terminal.Out), Terminal.UnlimitedWidth);
        return (layout.NamesWrap ? width.Min : width.Max) <= terminal.Width;
    }

    private static Table Create(Terminal terminal, IReadOnlyList<Workspace> workspaces, Layout layout)
    {
        var table = Tables.Create(terminal.IsOutputRedirected, [.. layout.Columns.Select(column => column.Header)]);
        foreach (var (column, index) in layout.Columns.Select((column, index) => (column, index)))
        {
            table.Columns[index].NoWrap = !layout.NamesWrap || column != WorkspaceColumn.DisplayName;
        }

        foreach (var workspace in workspaces)
        {
            table.AddRow(layout.Columns.Select(column => column.Cell(workspace)));
        }

        return table;
    }

    private sealed record Layout(IReadOnlyList<WorkspaceColumn> Columns)
    {
        public bool NamesWrap { get; init; }
    }
}
