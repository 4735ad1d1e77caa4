using System.Text.Json;

namespace Amigo.Workspaces.Emulator.Tests.Support;

/// <summary>The part of JSON Schema that the contract's responses use.</summary>
public static class ContractSchema
{
    private static readonly JsonElement Contract = JsonElement.Parse(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "openapi.json"))
    );

    public static IEnumerable<(string OperationId, string Method, string Path)> Operations =>
        from path in Contract.GetProperty("paths").EnumerateObject()
        from verb in path.Value.EnumerateObject()
        select (verb.Value.GetProperty("operationId").GetString()!, verb.Name.ToUpperInvariant(), path.Name);

    public static IReadOnlyList<string> ErrorsIn(string operationId, Answer answer)
    {
        var operation = Operations.Single(candidate => candidate.OperationId == operationId);
        var schema = Contract
            .GetProperty("paths")
            .GetProperty(operation.Path)
            .GetProperty(operation.Method.ToLowerInvariant())
            .GetProperty("responses")
            .GetProperty(answer.Status.ToString(System.Globalization.CultureInfo.InvariantCulture))
            .GetProperty("content")
            .GetProperty("application/json")
            .GetProperty("schema");
        return [.. Errors(schema, answer.Json, "$")];
    }

    private static IEnumerable<string> Errors(JsonElement schema, JsonElement value, string at)
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            return Errors(
                Contract.GetProperty("components").GetProperty("schemas").GetProperty(reference.GetString()!.Split('/')[^1]),
                value,
                at
            );
        }

        if (schema.TryGetProperty("anyOf", out var options))
        {
            return options.EnumerateArray().Any(option => !Errors(option, value, at).Any()) ? [] : [$"{at}: no alternative fits"];
        }

        return schema.TryGetProperty("type", out var type) ? TypedErrors(type.GetString()!, schema, value, at) : [];
    }

    private static IEnumerable<string> TypedErrors(string type, JsonElement schema, JsonElement value, string at) =>
        (type, value.ValueKind) switch
        {
            ("object", JsonValueKind.Object) => ObjectErrors(schema, value, at),
            ("array", JsonValueKind.Array) => value
                .EnumerateArray()
                .SelectMany((item, index) => Errors(schema.GetProperty("items"), item, $"{at}[{index}]")),
            ("string", JsonValueKind.String) => FormatErrors(schema, value, at),
            ("integer", JsonValueKind.Number) when value.TryGetInt64(out _) => [],
            ("boolean", JsonValueKind.True or JsonValueKind.False) => [],
            ("null", JsonValueKind.Null) => [],
            _ => [$"{at}: {value.ValueKind} is not {type}"],
        };

    private static IEnumerable<string> ObjectErrors(JsonElement schema, JsonElement value, string at)
    {
        var known = schema.TryGetProperty("properties", out var properties)
            ? properties.EnumerateObject().ToDictionary(property => property.Name, property => property.Value)
            : null;
        var required = schema.TryGetProperty("required", out var names) ? names.EnumerateArray().Select(name => name.GetString()!) : [];
        var missing = required.Where(name => !value.TryGetProperty(name, out _)).Select(name => $"{at}.{name}: missing");
        var members = known is null
            ? []
            : value
                .EnumerateObject()
                .SelectMany(member =>
                    known.TryGetValue(member.Name, out var memberSchema)
                        ? Errors(memberSchema, member.Value, $"{at}.{member.Name}")
                        : [$"{at}.{member.Name}: not in the contract"]
                );
        return missing.Concat(members);
    }

    private static IEnumerable<string> FormatErrors(JsonElement schema, JsonElement value, string at) =>
        schema.TryGetProperty("format", out var format)
            ? format.GetString() switch
            {
                "uuid" when !value.TryGetGuid(out _) => [$"{at}: not a uuid"],
                "date-time" when !value.TryGetDateTimeOffset(out _) => [$"{at}: not a date-time"],
                _ => [],
            }
            : [];
}
