using Spectre.Console;

namespace Amigo.Workspaces.Cli.Output;

internal static class Tables
{
    public static Table Create(bool isBare, params string[] headers)
    {
        var table = new Table { Border = isBare ? TableBorder.None : TableBorder.Horizontal };
        foreach (var header in headers)
        {
            // Without a frame, two spaces tell a column's end from a word's.
            table.AddColumn(new TableColumn(new Text(header)) { NoWrap = true, Padding = new Padding(0, 0, isBare ? 2 : 1, 0) });
        }

        return table;
    }

    /// <summary>Labels with their values.</summary>
    public static Grid Pairs() => new Grid().AddColumn(new GridColumn().NoWrap()).AddColumn();

    /// <summary>Text as it is: no markup in it is obeyed, and no control character.</summary>
    public static Text Cell(string text) => new(SafeText.Of(text));
}
