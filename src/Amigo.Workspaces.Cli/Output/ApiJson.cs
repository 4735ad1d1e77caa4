using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Amigo.Workspaces.Cli.Output;

/// <summary>JSON as the API writes it: its names, its dates.</summary>
internal static class ApiJson
{
    // For a terminal or a file, not for a web page: quotes and letters stay readable. Control characters are still escaped.
    private static readonly JsonSerializerOptions Compact = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new DateConverter() },
    };

    private static readonly JsonSerializerOptions Indented = new(Compact) { WriteIndented = true };

    public static JsonNode Of<T>(T value) => JsonSerializer.SerializeToNode(value, Compact)!;

    public static string Line<T>(T value) => JsonSerializer.Serialize(value, Compact);

    public static string Text(JsonNode node) => node.ToJsonString(Indented);

    private sealed class DateConverter : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetDateTimeOffset();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture));
    }
}
