using System.Text.Json;

namespace WorkspaceClients.Reading;

/// <summary>
/// Reads a JSON value into an element, unless it nests deep: the framework's own reader of elements takes time that grows with the square of the
/// depth.
/// </summary>
internal static class ElementReader
{
    /// <summary>Reads the value that the reader stands at to its end.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="maxDepth">How deep the value may nest.</param>
    /// <param name="element">The value.</param>
    /// <returns>False when the value nests deeper; it has been skipped then.</returns>
    /// <exception cref="JsonException">The value does not end, or is no JSON.</exception>
    public static bool TryRead(ref Utf8JsonReader reader, int maxDepth, out JsonElement element)
    {
        var end = reader;
        var deepest = reader.CurrentDepth;
        if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
        {
            do
            {
                if (!end.Read())
                {
                    throw new JsonException();
                }

                deepest = Math.Max(deepest, end.CurrentDepth);
            } while (end.CurrentDepth > reader.CurrentDepth);
        }

        if (deepest - reader.CurrentDepth > maxDepth)
        {
            reader = end;
            element = default;
            return false;
        }

        element = JsonElement.ParseValue(ref reader);
        return true;
    }
}
