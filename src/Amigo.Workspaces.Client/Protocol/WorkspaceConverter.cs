using System.Text.Json;
using System.Text.Json.Serialization;

namespace Amigo.Workspaces.Client.Protocol;

/// <summary>
/// Reads a workspace strictly: every member of the contract must be there, and be what the contract says. Written by hand because a list
/// is made of these: checked just as strictly, the generated reader takes about a third longer.
/// </summary>
internal sealed class WorkspaceConverter : JsonConverter<Workspace>
{
    private const int LongestName = 14; // backend_org_id, connector_type, provisioned_at

    private static readonly string[] Names =
    [
        "id",
        "slug",
        "name",
        "environment",
        "backend_org_id",
        "region",
        "connector_type",
        "provisioned_at",
        "created_at",
        "updated_at",
    ];

    /// <summary>A null in place of a workspace is a violation like any other.</summary>
    public override bool HandleNull => true;

    public override Workspace Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new ContractViolationException("", reader.TokenType == JsonTokenType.Null ? "is null" : "is not an object");
        }

        var members = new Members();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var index = IndexOf(ref reader);
            reader.Read();
            if (index < 0)
            {
                reader.Skip();
            }
            else
            {
                members.Read(index, ref reader);
            }
        }

        return members.ToWorkspace();
    }

    public override void Write(Utf8JsonWriter writer, Workspace value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("id", value.Id);
        writer.WriteString("slug", value.Slug);
        writer.WriteString("name", value.Name);
        writer.WriteString("environment", value.Environment.Value);
        writer.WriteString("backend_org_id", value.BackendOrgId);
        writer.WriteString("region", value.Region.Value);
        writer.WriteString("connector_type", value.ConnectorType?.Value);
        if (value.ProvisionedAt is { } provisionedAt)
        {
            writer.WriteString("provisioned_at", provisionedAt);
        }
        else
        {
            writer.WriteNull("provisioned_at");
        }

        writer.WriteString("created_at", value.CreatedAt);
        writer.WriteString("updated_at", value.UpdatedAt);
        writer.WriteEndObject();
    }

    private static int IndexOf(ref Utf8JsonReader reader)
    {
        if (!TryText(ref reader, LongestName, out var name))
        {
            return -1;
        }

        return name.Length switch
        {
            2 => name.SequenceEqual("id"u8) ? 0 : -1,
            4 => name.SequenceEqual("slug"u8) ? 1
            : name.SequenceEqual("name"u8) ? 2
            : -1,
            6 => name.SequenceEqual("region"u8) ? 5 : -1,
            10 => name.SequenceEqual("created_at"u8) ? 8
            : name.SequenceEqual("updated_at"u8) ? 9
            : -1,
            11 => name.SequenceEqual("environment"u8) ? 3 : -1,
            14 => name.SequenceEqual("backend_org_id"u8) ? 4
            : name.SequenceEqual("connector_type"u8) ? 6
            : name.SequenceEqual("provisioned_at"u8) ? 7
            : -1,
            _ => -1,
        };
    }

    /// <summary>The token's text without its escapes; false when it is longer than anything that could be meant.</summary>
    private static bool TryText(ref Utf8JsonReader reader, int maxLength, out ReadOnlySpan<byte> text)
    {
        // An escape takes at most six bytes for one.
        const int longestEscape = 6;

        text = default;
        if (!reader.ValueIsEscaped && !reader.HasValueSequence)
        {
            text = reader.ValueSpan;
            return text.Length <= maxLength;
        }

        var length = reader.HasValueSequence ? reader.ValueSequence.Length : reader.ValueSpan.Length;
        if (length > maxLength * longestEscape)
        {
            return false;
        }

        var unescaped = new byte[length];
        text = unescaped.AsSpan(0, reader.CopyString(unescaped));
        return true;
    }

    private struct Members
    {
        private const int All = 0b11_1111_1111;

        private int _seen;
        private Guid _id;
        private string _slug;
        private string _name;
        private string _environment;
        private string? _backendOrgId;
        private string _region;
        private string? _connectorType;
        private DateTimeOffset? _provisionedAt;
        private DateTimeOffset _createdAt;
        private DateTimeOffset _updatedAt;

        public void Read(int index, ref Utf8JsonReader reader)
        {
            _seen |= 1 << index;
            switch (index)
            {
                case 0:
                    _id =
                        reader.TokenType == JsonTokenType.String && reader.TryGetGuid(out var id)
                            ? id
                            : throw Violation(0, "is not a uuid");
                    break;
                case 1:
                    _slug = Text(1, ref reader);
                    break;
                case 2:
                    _name = Text(2, ref reader);
                    break;
                case 3:
                    _environment = WorkspaceEnvironment.Known.Find(ref reader) ?? Text(3, ref reader);
                    break;
                case 4:
                    _backendOrgId = TextOrNull(4, ref reader);
                    break;
                case 5:
                    _region = WorkspaceRegion.Known.Find(ref reader) ?? Text(5, ref reader);
                    break;
                case 6:
                    _connectorType = ConnectorType.Known.Find(ref reader) ?? TextOrNull(6, ref reader);
                    break;
                case 7:
                    _provisionedAt = reader.TokenType == JsonTokenType.Null ? null : Date(7, ref reader);
                    break;
                case 8:
                    _createdAt = Date(8, ref reader);
                    break;
                default:
                    _updatedAt = Date(9, ref reader);
                    break;
            }
        }

        public readonly Workspace ToWorkspace()
        {
            if (_seen != All)
            {
                throw Violation(System.Numerics.BitOperations.TrailingZeroCount(~_seen), "is missing");
            }

            return new Workspace
            {
                Id = _id,
                Slug = _slug,
                Name = _name,
                Environment = new WorkspaceEnvironment(_environment),
                BackendOrgId = _backendOrgId,
                Region = new WorkspaceRegion(_region),
                ConnectorType = _connectorType is null ? default(ConnectorType?) : new ConnectorType(_connectorType),
                ProvisionedAt = _provisionedAt,
                CreatedAt = _createdAt,
                UpdatedAt = _updatedAt,
            };
        }

        private static string Text(int index, ref Utf8JsonReader reader) =>
            TextOrNull(index, ref reader) ?? throw Violation(index, "is null");

        private static string? TextOrNull(int index, ref Utf8JsonReader reader) =>
            reader.TokenType switch
            {
                JsonTokenType.String => reader.GetString(),
                JsonTokenType.Null => null,
                _ => throw Violation(index, "is not a string"),
            };

        private static DateTimeOffset Date(int index, ref Utf8JsonReader reader)
        {
            return
                reader.TokenType == JsonTokenType.String
                && TryText(ref reader, Rfc3339.MaxLength, out var text)
                && Rfc3339.TryParse(text, out var date)
                ? date
                : throw Violation(index, reader.TokenType == JsonTokenType.Null ? "is null" : "is not a date and time");
        }

        private static ContractViolationException Violation(int index, string problem) => new(Names[index], problem);
    }
}
