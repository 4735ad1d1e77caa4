using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Amigo.Workspaces.Client;

/// <summary>Reads and writes an open enum as its wire string, so that a value this version does not know survives a round trip.</summary>
/// <typeparam name="T">The open enum.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class WireStringConverter<T> : JsonConverter<T>
    where T : struct
{
    private readonly Func<string, T> _fromWire;
    private readonly Func<T, string?> _toWire;

    private protected WireStringConverter(Func<string, T> fromWire, Func<T, string?> toWire)
    {
        _fromWire = fromWire;
        _toWire = toWire;
    }

    /// <inheritdoc />
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? _fromWire(reader.GetString()!) : throw new JsonException();

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(_toWire(value));
    }

    /// <inheritdoc />
    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        _fromWire(reader.GetString()!);

    /// <inheritdoc />
    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WritePropertyName(_toWire(value) ?? "");
    }
}
