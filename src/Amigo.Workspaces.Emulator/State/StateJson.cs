using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Amigo.Workspaces.Emulator.State;

/// <summary>Reads and writes the emulator's own documents, as opposed to those of the service.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    ReadCommentHandling = JsonCommentHandling.Skip,
    AllowTrailingCommas = true,
    WriteIndented = true,
    Converters = [typeof(WorkspaceRoleConverter)]
)]
[JsonSerializable(typeof(StateDocument))]
[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class StateJson : JsonSerializerContext
{
    /// <summary>Reads a document.</summary>
    /// <exception cref="FormatException">It is not JSON, or not such a document; the message says where.</exception>
    public static T Read<T>(ReadOnlySpan<byte> json, JsonTypeInfo<T> type)
    {
        var byteOrderMark = "\uFEFF"u8;
        try
        {
            return JsonSerializer.Deserialize(json.StartsWith(byteOrderMark) ? json[byteOrderMark.Length..] : json, type)
                ?? throw new FormatException("It is null.");
        }
        catch (JsonException exception)
        {
            var place = FormattableString.Invariant($"Line {(exception.LineNumber ?? 0) + 1}");

            // What stands below this member is named by API keys.
            var path = exception.Path?.StartsWith("$.keys", StringComparison.Ordinal) == true ? "$.keys" : exception.Path;
            throw new FormatException(
                exception.InnerException is JsonException or null && path is null or "$"
                    ? $"{place} is not the JSON that belongs there."
                    : $"{place}, {path}: there is no such member, or it takes another kind of value.",
                exception
            );
        }
    }
}
