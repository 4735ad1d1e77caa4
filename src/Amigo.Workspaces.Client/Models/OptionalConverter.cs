using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Amigo.Workspaces.Client;

/// <summary>
/// Reads and writes the value of an <see cref="Optional{T}" />. One that is unset is best left out by its owner, and otherwise written as <c>null</c>.
/// </summary>
/// <typeparam name="T">The type of the value.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class OptionalConverter<T> : JsonConverter<Optional<T>>
{
    /// <inheritdoc />
    public override bool HandleNull => true;

    /// <inheritdoc />
    public override Optional<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        // Where null is no value it can only mean that there is none.
        reader.TokenType == JsonTokenType.Null
        && default(T) is not null
            ? default
            : new(JsonSerializer.Deserialize(ref reader, TypeInfo(options))!);

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, Optional<T> value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value.IsSet)
        {
            JsonSerializer.Serialize(writer, value.Value, TypeInfo(options));
        }
        else
        {
            writer.WriteNullValue();
        }
    }

    private static JsonTypeInfo<T> TypeInfo(JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
    }
}
