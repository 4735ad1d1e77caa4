using System.Text.Json;
using System.Text.Json.Serialization;

namespace Polyteia.Workspaces.Client.Protocol;

/// <summary>
/// Reads a workspace strictly: what the documentation shows must be there and be what it shows. Only the description and the attributes may be
/// missing, as they are in the vendor's own examples and when nobody set them.
/// </summary>
internal sealed class WorkspaceConverter : JsonConverter<Workspace>
{
    /// <summary>Each of its characters may be escaped with six.</summary>
    private const int LongestDate = 6 * Rfc3339.MaxLength;

    /// <summary>What nests deeper could not be written back.</summary>
    private const int MaxAttributeDepth = 1000;

    /// <summary>A null in place of a workspace is a violation like any other.</summary>
    public override bool HandleNull => true;

    public override Workspace Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new ContractViolationException("", reader.TokenType == JsonTokenType.Null ? "is null" : "is not an object");
        }

        string? id = null;
        string? organizationId = null;
        DateTimeOffset? createdAt = null;
        DateTimeOffset? updatedAt = null;
        string? name = null;
        string? description = null;
        JsonElement? attributes = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (Is(ref reader, "id"u8))
            {
                id = Text("id", ref reader);
            }
            else if (Is(ref reader, "organization_id"u8))
            {
                organizationId = Text("organization_id", ref reader);
            }
            else if (Is(ref reader, "created_at"u8))
            {
                createdAt = Date("created_at", ref reader);
            }
            else if (Is(ref reader, "updated_at"u8))
            {
                updatedAt = Date("updated_at", ref reader);
            }
            else if (Is(ref reader, "name"u8))
            {
                name = Text("name", ref reader);
            }
            else if (Is(ref reader, "description"u8))
            {
                description = TextOrNull("description", ref reader);
            }
            else if (Is(ref reader, "attributes"u8))
            {
                attributes = Element(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return new Workspace
        {
            Id = id ?? throw Missing("id"),
            OrganizationId = organizationId ?? throw Missing("organization_id"),
            CreatedAt = createdAt ?? throw Missing("created_at"),
            UpdatedAt = updatedAt ?? throw Missing("updated_at"),
            Name = name ?? throw Missing("name"),
            Description = description,
            Attributes = attributes,
        };
    }

    public override void Write(Utf8JsonWriter writer, Workspace value, JsonSerializerOptions options) =>
        throw new NotSupportedException("A workspace is only ever read.");

    private static bool Is(ref Utf8JsonReader reader, ReadOnlySpan<byte> name) => reader.ValueTextEquals(name);

    private static string Text(string member, ref Utf8JsonReader reader) =>
        TextOrNull(member, ref reader) ?? throw new ContractViolationException(member, "is null");

    private static string? TextOrNull(string member, ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType switch
        {
            JsonTokenType.String => reader.GetString(),
            JsonTokenType.Null => null,
            _ => throw new ContractViolationException(member, "is not a string"),
        };
    }

    private static DateTimeOffset Date(string member, ref Utf8JsonReader reader)
    {
        reader.Read();
        Span<byte> text = stackalloc byte[LongestDate];
        return
            reader.TokenType == JsonTokenType.String
            && reader.ValueSpan.Length <= LongestDate
            && Rfc3339.TryParse(text[..reader.CopyString(text)], out var date)
            ? date
            : throw new ContractViolationException(member, reader.TokenType == JsonTokenType.Null ? "is null" : "is not a date and time");
    }

    /// <summary>A copy of the text, which outlives the answer.</summary>
    private static JsonElement? Element(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        return ElementReader.TryRead(ref reader, MaxAttributeDepth, out var element)
            ? element
            : throw new ContractViolationException("attributes", $"nests deeper than {MaxAttributeDepth}");
    }

    private static ContractViolationException Missing(string member) => new(member, "is missing");
}
