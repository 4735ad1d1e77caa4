using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Amigo.Workspaces.Client.Tests.Properties;

/// <summary>Reads a workspace with the framework's own reader, as strictly as the contract asks, and its dates with a regular expression.</summary>
internal static partial class ReferenceWorkspaceReader
{
    private static readonly JsonSerializerOptions Options = new()
    {
        RespectNullableAnnotations = true,
        Converters = { new DateConverter() },
    };

    /// <summary>The workspace, or <see langword="null" /> when the text is refused.</summary>
    public static Workspace? Read(string json)
    {
        try
        {
            // Half of a character, which the framework's reader refuses.
            var whole = json.Replace("\"\\ud800\"", "\"\\ufffd\"", StringComparison.Ordinal);
            return JsonSerializer.Deserialize<Mirror>(whole, Options)?.ToWorkspace();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [GeneratedRegex(
        @"\A([0-9]{4})-([0-9]{2})-([0-9]{2})[Tt ]([0-9]{2}):([0-9]{2}):([0-9]{2})(\.[0-9]+)?([Zz]|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])?\z"
    )]
    private static partial Regex Date();

    private sealed record Mirror
    {
        [JsonPropertyName("id"), JsonRequired]
        public Guid Id { get; init; }

        [JsonPropertyName("slug"), JsonRequired]
        public string Slug { get; init; } = "";

        [JsonPropertyName("name"), JsonRequired]
        public string Name { get; init; } = "";

        [JsonPropertyName("environment"), JsonRequired]
        public string Environment { get; init; } = "";

        [JsonPropertyName("backend_org_id"), JsonRequired]
        public string? BackendOrgId { get; init; }

        [JsonPropertyName("region"), JsonRequired]
        public string Region { get; init; } = "";

        [JsonPropertyName("connector_type"), JsonRequired]
        public string? ConnectorType { get; init; }

        [JsonPropertyName("provisioned_at"), JsonRequired]
        public DateTimeOffset? ProvisionedAt { get; init; }

        [JsonPropertyName("created_at"), JsonRequired]
        public DateTimeOffset CreatedAt { get; init; }

        [JsonPropertyName("updated_at"), JsonRequired]
        public DateTimeOffset UpdatedAt { get; init; }

        public Workspace ToWorkspace() =>
            new()
            {
                Id = Id,
                Slug = Slug,
                Name = Name,
                Environment = new WorkspaceEnvironment(Environment),
                BackendOrgId = BackendOrgId,
                Region = new WorkspaceRegion(Region),
                ConnectorType = ConnectorType is null ? default(ConnectorType?) : new ConnectorType(ConnectorType),
                ProvisionedAt = ProvisionedAt,
                CreatedAt = CreatedAt,
                UpdatedAt = UpdatedAt,
            };
    }

    private sealed class DateConverter : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var match = Date().Match(reader.TokenType == JsonTokenType.String ? reader.GetString()! : "");
            try
            {
                return match.Success ? Parse(match.Groups) : throw new JsonException();
            }
            catch (ArgumentException)
            {
                throw new JsonException();
            }
        }

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            throw new NotSupportedException();

        private static DateTimeOffset Parse(GroupCollection parts)
        {
            int Number(int part) => int.Parse(parts[part].ValueSpan, CultureInfo.InvariantCulture);

            var fraction = parts[7].Value.TrimStart('.').PadRight(7, '0')[..7];
            var local = new DateTime(Number(1), Number(2), Number(3), Number(4), Number(5), Number(6)).AddTicks(
                long.Parse(fraction, CultureInfo.InvariantCulture)
            );
            var offset = Offset(parts[8].Value);
            var utc = local - offset;
            return offset.Duration() > TimeSpan.FromHours(14) ? new DateTimeOffset(utc, TimeSpan.Zero) : new DateTimeOffset(local, offset);
        }

        private static TimeSpan Offset(string text)
        {
            if (text is "" or "Z" or "z")
            {
                return TimeSpan.Zero;
            }

            var size = TimeSpan.ParseExact(text[1..], @"hh\:mm", CultureInfo.InvariantCulture);
            return text[0] == '-' ? -size : size;
        }
    }
}
