using System.Text.Json;
using System.Text.Json.Nodes;

namespace Amigo.Workspaces.Cli.Applying;

/// <param name="Field">The member, as the API names it.</param>
/// <param name="From">What is there; <see langword="null" /> when nothing is.</param>
/// <param name="To">What the manifest wants.</param>
internal sealed record FieldChange(string Field, JsonNode? From, JsonNode To)
{
    /// <summary>A value in the words of a plan.</summary>
    public static string Text(JsonNode? value) =>
        value switch
        {
            null => "(none)",
            JsonArray items => $"[{string.Join(", ", items.Select(Text))}]",
            _ when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
            _ => value.ToJsonString(),
        };
}
