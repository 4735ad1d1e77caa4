using System.Text.RegularExpressions;
using Microsoft.OpenApi;

namespace Amigo.Workspaces.Client.Tests.Contract.Drift;

/// <summary>Words for a schema, without its members.</summary>
internal static class SchemaText
{
    public static string Of(IOpenApiSchema schema)
    {
        var (only, nullable) = WithoutNull(schema);
        return Single(only) + (nullable ? Fact.OrNull : "");
    }

    /// <summary>The schema itself, without the alternative that it may be null.</summary>
    public static (IOpenApiSchema Schema, bool Nullable) WithoutNull(IOpenApiSchema schema)
    {
        var nullable = schema.Type?.HasFlag(JsonSchemaType.Null) == true;
        if (schema.AnyOf is not { Count: > 0 } options)
        {
            return (schema, nullable);
        }

        var others = options.Where(option => option.Type != JsonSchemaType.Null).ToList();
        return (others.Count == 1 ? others[0] : schema, nullable || others.Count < options.Count);
    }

    private static string Single(IOpenApiSchema schema)
    {
        if (schema.AnyOf is { Count: > 0 } options)
        {
            return string.Join(" or ", options.Where(option => option.Type != JsonSchemaType.Null).Select(Of));
        }

        if (schema.Enum is { Count: > 0 } values)
        {
            return Fact.OneOf(values.Select(value => value.ToString()))
                + (schema.Type?.HasFlag(JsonSchemaType.String) == true ? "" : " not as text");
        }

        return (schema.Type & ~JsonSchemaType.Null) switch
        {
            JsonSchemaType.String => schema.Format ?? Text(schema),
            JsonSchemaType.Integer => Fact.Range("integer", schema.Minimum ?? Above(schema.ExclusiveMinimum), schema.Maximum),
            JsonSchemaType.Array => Fact.Range("list", Number(schema.MinItems ?? 0), Number(schema.MaxItems)),
            JsonSchemaType.Boolean => "boolean",
            JsonSchemaType.Object => "object",
            null => "anything",
            var other => other.ToString()!,
        };
    }

    private static string Text(IOpenApiSchema schema)
    {
        var text = Fact.Range("text", Number(schema.MinLength ?? 0), Number(schema.MaxLength));
        if (schema.Pattern is not { } pattern)
        {
            return text;
        }

        // In a JSON Schema $ is the end of the text; in .NET it is also before a line break at the end.
        var regex = new Regex(Regex.Replace(pattern, @"\$$", @"\z"), RegexOptions.None, TimeSpan.FromSeconds(1));
        return text + CharacterProbe.Describe(regex.IsMatch);
    }

    private static string? Number(int? number) => number is null ? null : FormattableString.Invariant($"{number}");

    private static string? Above(string? bound) =>
        bound is null ? null : FormattableString.Invariant($"{long.Parse(bound, System.Globalization.CultureInfo.InvariantCulture) + 1}");
}
