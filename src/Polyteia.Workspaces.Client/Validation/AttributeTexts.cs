using System.Text.Json.Nodes;

namespace Polyteia.Workspaces.Client.Validation;

/// <summary>Looks through attributes for half of a surrogate pair, which the JSON writer would send as U+FFFD.</summary>
internal static class AttributeTexts
{
    /// <param name="attributes">Nested no deeper than a writer has already written.</param>
    public static bool AreWhole(JsonObject attributes)
    {
        try
        {
            return IsWhole(attributes);
        }
        catch (ArgumentException)
        {
            // A key that comes twice cannot be looked up. Only JSON text holds one, and it is sent back as it came.
            return true;
        }
    }

    private static bool IsWhole(JsonNode? node) =>
        node switch
        {
            JsonObject members => members.All(member => WholeText.IsWhole(member.Key) && IsWhole(member.Value)),
            JsonArray items => items.All(IsWhole),
            JsonValue value when value.TryGetValue<string>(out var text) => WholeText.IsWhole(text),
            JsonValue value when value.TryGetValue<char>(out var character) => !char.IsSurrogate(character),
            _ => true,
        };
}
