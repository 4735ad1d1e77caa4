using System.Text.Json.Nodes;

namespace Polyteia.Workspaces.Client.Validation;

/// <summary>Looks through attributes for half of a surrogate pair, which the JSON writer would send as U+FFFD.</summary>
internal static class AttributeTexts
{
    /// <summary>The writer refuses what is nested deeper.</summary>
    private const int MaxDepth = 1000;

    public static bool AreWhole(JsonObject? attributes)
    {
        try
        {
            return IsWhole(attributes, 0);
        }
        catch (InvalidOperationException)
        {
            // A text that was read with half a character in it cannot be read out.
            return false;
        }
        catch (ArgumentException)
        {
            // A key that comes twice cannot be looked up. Only JSON text holds one, and it is sent back as it came.
            return true;
        }
    }

    private static bool IsWhole(JsonNode? node, int depth) =>
        node switch
        {
            _ when depth > MaxDepth => true,
            JsonObject members => members.All(member => WholeText.IsWhole(member.Key) && IsWhole(member.Value, depth + 1)),
            JsonArray items => items.All(item => IsWhole(item, depth + 1)),
            JsonValue value when value.TryGetValue<string>(out var text) => WholeText.IsWhole(text),
            JsonValue value when value.TryGetValue<char>(out var character) => !char.IsSurrogate(character),
            _ => true,
        };
}
