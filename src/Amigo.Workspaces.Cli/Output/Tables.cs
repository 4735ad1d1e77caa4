using Spectre.Console;

namespace Amigo.Workspaces.Cli.Output;

internal static class Tables
{
    public static Table Create(bool isBare, params string[] headers)
    {
        var table = new Table { Border = isBare ? TableBorder.None : TableBorder.Rounded };
        foreach (var header in headers)
        {
            table.AddColumn(new TableColumn(new Text(header)));
        }

        return table;
    }

    /// <summary>Labels with their values.</summary>
    public static Grid Pairs() => new Grid().AddColumn(new GridColumn().NoWrap()).AddColumn();

    /// <summary>Text as it is: no markup in it is obeyed, and no control character.</summary>
    public static Text Cell(string text) => new(SafeText.Of(text));
}
