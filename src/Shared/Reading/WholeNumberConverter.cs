using System.Text.Json;
using System.Text.Json.Serialization;

namespace WorkspaceClients.Reading;

/// <summary>Reads a whole number however it is written: JSON makes no difference between <c>3</c>, <c>3.0</c> and <c>3e0</c>.</summary>
internal sealed class WholeNumberConverter : JsonConverter<long>
{
    public static bool TryRead(ref Utf8JsonReader reader, out long number)
    {
        number = 0;
        if (reader.TokenType != JsonTokenType.Number)
        {
            return false;
        }

        if (reader.TryGetInt64(out number))
        {
            return true;
        }

        var isWhole =
            reader.TryGetDecimal(out var whole) && whole == decimal.Truncate(whole) && whole is >= long.MinValue and <= long.MaxValue;
        number = isWhole ? (long)whole : 0;
        return isWhole;
    }

    public override long Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TryRead(ref reader, out var number) ? number : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, long value, JsonSerializerOptions options) => writer.WriteNumberValue(value);
}
