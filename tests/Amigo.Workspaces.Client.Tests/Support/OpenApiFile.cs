using System.Text.Json;

namespace Amigo.Workspaces.Client.Tests.Support;

/// <summary>The contract as it is in the repository's openapi.json.</summary>
internal static class OpenApiFile
{
    private static readonly JsonElement Schemas = JsonDocument
        .Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "openapi.json")))
        .RootElement.GetProperty("components")
        .GetProperty("schemas");

    public static JsonElement Schema(string name) => Schemas.GetProperty(name);

    public static IReadOnlyList<string> PropertiesOf(string schema) =>
        [.. Schema(schema).GetProperty("properties").EnumerateObject().Select(property => property.Name)];

    public static IReadOnlyList<string> RequiredOf(string schema) =>
        Schema(schema).TryGetProperty("required", out var required) ? [.. required.EnumerateArray().Select(name => name.GetString()!)] : [];

    /// <summary>The values of a property that is an enum, or that may be one instead of null.</summary>
    public static IReadOnlyList<string> EnumOf(string schema, string property)
    {
        var type = Schema(schema).GetProperty("properties").GetProperty(property);
        var values = type.TryGetProperty("anyOf", out var choices) ? choices[0].GetProperty("enum") : type.GetProperty("enum");
        return [.. values.EnumerateArray().Select(value => value.GetString()!)];
    }
}
