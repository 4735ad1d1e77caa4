using System.Text.Json.Nodes;

namespace Amigo.Workspaces.Cli.Output;

/// <summary>RFC 4180, with a line feed at the end of a record.</summary>
internal static class Csv
{
    private static readonly char[] Special = ['"', ',', '\r', '\n'];

    public static string Header(JsonObject row) => Record(row.Select(member => member.Key));

    public static string Row(JsonObject row) => Record(row.Select(member => Text(member.Value)));

    private static string Record(IEnumerable<string> fields) => string.Join(',', fields.Select(Quote));

    private static string Text(JsonNode? node) =>
        node switch
        {
            null => "",
            JsonArray items => string.Join("; ", items.Select(Text)),
            JsonObject members => members.ToJsonString(),
            _ => node.ToString(),
        };

    private static string Quote(string field) =>
        field.IndexOfAny(Special) < 0 ? field : $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
