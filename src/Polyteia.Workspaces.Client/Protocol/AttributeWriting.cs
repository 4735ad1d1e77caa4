using System.Text.Json;
using System.Text.Json.Nodes;

namespace Polyteia.Workspaces.Client.Protocol;

/// <summary>Writes the attributes of a workspace.</summary>
internal static class AttributeWriting
{
    /// <exception cref="ArgumentException">The object holds what JSON cannot.</exception>
    public static void WriteAttributes(this Utf8JsonWriter writer, JsonObject? attributes)
    {
        writer.WritePropertyName("attributes");
        if (attributes is null)
        {
            writer.WriteNullValue();
            return;
        }

        try
        {
            attributes.WriteTo(writer);
        }
        catch (Exception exception)
        {
            // Nested too deep, a number that is none, or a value of a type that has no JSON.
            throw new ArgumentException("Attributes cannot be written as JSON.", nameof(attributes), exception);
        }
    }
}
