using System.Text.Json.Nodes;
using Amigo.Workspaces.Cli.Running;
using Amigo.Workspaces.Client;
using Spectre.Console.Rendering;

namespace Amigo.Workspaces.Cli.Output;

/// <summary>What a verb answers, in the format that was asked for, on stdout.</summary>
internal static class Result
{
    public static void Write(Session session, Workspace workspace) =>
        Write(session, ApiJson.Of(workspace), () => WorkspaceView.Details(workspace));

    /// <param name="session">Says the format and where to.</param>
    /// <param name="document">The answer: an object, or an array of objects of the same members, which are the records of a CSV.</param>
    /// <param name="view">The answer for a person to read.</param>
    public static void Write(Session session, JsonNode document, Func<IRenderable> view) =>
        Write(session, document, () => session.Terminal.Write(view()));

    /// <param name="session">Says the format and where to.</param>
    /// <param name="document">The answer: an object, or an array of objects of the same members, which are the records of a CSV.</param>
    /// <param name="writeView">Writes the answer for a person to read.</param>
    public static void Write(Session session, JsonNode document, Action writeView)
    {
        var data = session.Terminal.Data;
        // A file gets the data as it is; a terminal must not obey it.
        var isSafe = session.Terminal.IsOutputRedirected;
        switch (session.Output)
        {
            case OutputFormat.Json:
                data.WriteLine(isSafe ? ApiJson.Text(document) : SafeText.OfJson(ApiJson.Text(document)));
                break;
            case OutputFormat.Yaml:
                data.WriteLine(isSafe ? Yaml.Text(document) : SafeText.OfYaml(Yaml.Text(document)));
                break;
            case OutputFormat.Csv:
                WriteCsv(session.Terminal, document is JsonArray items ? [.. items.OfType<JsonObject>()] : [(JsonObject)document]);
                break;
            default:
                writeView();
                break;
        }
    }

    private static void WriteCsv(Terminal terminal, IReadOnlyList<JsonObject> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        Func<string, string> safe = terminal.IsOutputRedirected ? line => line : SafeText.Of;
        terminal.Data.WriteLine(safe(Csv.Header(rows[0])));
        foreach (var row in rows)
        {
            terminal.Data.WriteLine(safe(Csv.Row(row)));
        }
    }
}
