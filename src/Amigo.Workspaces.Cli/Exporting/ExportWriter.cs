using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Amigo.Workspaces.Cli.Output;
using Amigo.Workspaces.Client;

namespace Amigo.Workspaces.Cli.Exporting;

/// <summary>Turns pages into lines.</summary>
internal sealed class ExportWriter(ExportDestination destination, bool isCsv)
{
    private bool _needsHeader = isCsv && !destination.Continues;

    public long Count { get; private set; }

    public bool IsToFile => destination.IsFile;

    /// <summary>What is done, in words.</summary>
    public string Told =>
        Count == 0
            ? "Nothing was written."
            : string.Create(CultureInfo.InvariantCulture, $"{Count} workspaces were written, each line whole.");

    public void Write(IReadOnlyList<Workspace> workspaces)
    {
        var lines = new StringBuilder();
        foreach (var workspace in workspaces)
        {
            lines.Append(Line(workspace, lines)).Append('\n');
        }

        destination.Write(Encoding.UTF8.GetBytes(lines.ToString()));
        Count += workspaces.Count;
    }

    private string Line(Workspace workspace, StringBuilder lines)
    {
        if (!isCsv)
        {
            return ApiJson.Line(workspace);
        }

        var row = (JsonObject)ApiJson.Of(workspace);
        if (_needsHeader)
        {
            lines.Append(Csv.Header(row)).Append('\n');
            _needsHeader = false;
        }

        return Csv.Row(row);
    }
}
