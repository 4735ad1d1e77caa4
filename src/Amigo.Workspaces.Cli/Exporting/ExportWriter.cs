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

    public async Task WriteAsync(IReadOnlyList<Workspace> workspaces, CancellationToken cancellationToken)
    {
        var lines = new StringBuilder();
        foreach (var workspace in workspaces)
        {
            lines.Append(isCsv ? CsvLine(workspace, lines) : JsonLine(workspace)).Append('\n');
        }

        await destination.WriteAsync(Encoding.UTF8.GetBytes(lines.ToString()), cancellationToken);
        Count += workspaces.Count;
    }

    private string JsonLine(Workspace workspace)
    {
        var line = ApiJson.Line(workspace);
        return destination.IsTerminal ? SafeText.OfJson(line) : line;
    }

    private string CsvLine(Workspace workspace, StringBuilder lines)
    {
        var row = (JsonObject)ApiJson.Of(workspace);
        if (_needsHeader)
        {
            lines.Append(Csv.Header(row)).Append('\n');
            _needsHeader = false;
        }

        return destination.IsTerminal ? SafeText.Of(Csv.Row(row)) : Csv.Row(row);
    }
}
