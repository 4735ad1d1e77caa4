using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Amigo.Workspaces.Client.Tests.Contract.Drift;

/// <summary>Finds out what is read of an answer, by changing an answer that is right in one place at a time.</summary>
internal sealed class ResponseFacts(string id, ClientProbe probe)
{
    /// <summary>Values by the words for the schema that allows them and, of these values, nothing else. The most general come first.</summary>
    private static readonly (string Type, JsonNode[] Values)[] Types =
    [
        (Fact.Range("text", "0", null), [JsonValue.Create("")!, JsonValue.Create("another"), JsonValue.Create(new string('a', 5000))]),
        ("uuid", [JsonValue.Create("5b3a1a0e-7d5c-4b8e-9c64-2f6d1f0b7a90")]),
        ("date-time", [JsonValue.Create("2031-05-06T07:08:09.101112Z")]),
        ("number", [JsonValue.Create(1.5)]),
        (Fact.Range("integer", null, null), [JsonValue.Create(-7), JsonValue.Create(1L << 40)]),
        ("boolean", [JsonValue.Create(true), JsonValue.Create(false)]),
    ];

    private readonly JsonNode _right = Samples.Answer(probe.ResultType);
    private readonly List<string> _facts = [];

    public async Task<IReadOnlyList<string>> ObserveAsync()
    {
        _facts.Add($"{id} reads application/json");
        _facts.Add(Fact.Item($"{id} reads", "$", await probe.ReadAsync(null) is null ? "object" : "object" + Fact.OrNull));
        await ObserveMembersAsync(probe.ResultType, "$", []);
        return _facts;
    }

    private async Task ObserveMembersAsync(Type type, string path, object[] steps)
    {
        foreach (var (member, name) in MembersOf(type))
        {
            object[] place = [.. steps, name];
            var required = await probe.ReadAsync(Removed(place)) is null;
            _facts.Add(Fact.Member($"{id} reads", $"{path}.{name}", await TypeAtAsync(member.PropertyType, place), required));
            await ObserveInsideAsync(member.PropertyType, $"{path}.{name}", place);
        }
    }

    private async Task ObserveInsideAsync(Type type, string path, object[] place)
    {
        if (ItemOf(type) is { } item)
        {
            object[] first = [.. place, 0];
            _facts.Add(Fact.Item($"{id} reads", path + "[]", await TypeAtAsync(item, first)));
            await ObserveInsideAsync(item, path + "[]", first);
        }
        else if (MembersOf(type).Any())
        {
            await ObserveMembersAsync(type, path, place);
        }
    }

    private async Task<string> TypeAtAsync(Type type, object[] place)
    {
        var text =
            ItemOf(type) is not null ? await AllIfReadAsync(Fact.Range("list", "0", null), place, new JsonArray())
            : MembersOf(type).Any() ? "object"
            : await LeafAsync(place);
        return await probe.ReadAsync(Replaced(place, null)) is null ? text : text + Fact.OrNull;
    }

    private async Task<string> LeafAsync(object[] place)
    {
        foreach (var (type, values) in Types)
        {
            if (await AllIfReadAsync(type, place, values) == type)
            {
                return type;
            }
        }

        return "ignored";
    }

    /// <summary>The type, when all of its values are read and make a difference to what the caller gets.</summary>
    private async Task<string> AllIfReadAsync(string type, object[] place, params JsonNode[] values)
    {
        var results = new HashSet<string>(StringComparer.Ordinal);
        foreach (var value in values)
        {
            if (await probe.ReadAsync(Replaced(place, value.DeepClone())) is not { } result)
            {
                return "refused";
            }

            results.Add(JsonSerializer.Serialize(result));
        }

        results.Add(JsonSerializer.Serialize(await probe.ReadAsync(_right)));
        return results.Count > 1 ? type : "ignored";
    }

    private JsonNode Removed(object[] place)
    {
        var copy = _right.DeepClone();
        At(copy, place[..^1]).AsObject().Remove((string)place[^1]).Should().BeTrue("the sample answer has every member");
        return copy;
    }

    private JsonNode Replaced(object[] place, JsonNode? value)
    {
        var copy = _right.DeepClone();
        var parent = At(copy, place[..^1]);
        if (place[^1] is int index)
        {
            parent[index] = value;
        }
        else
        {
            parent[(string)place[^1]] = value;
        }

        return copy;
    }

    private static JsonNode At(JsonNode node, object[] steps) =>
        steps.Aggregate(node, (parent, step) => step is int index ? parent[index]! : parent[(string)step]!);

    private static Type? ItemOf(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? type.GetGenericArguments()[0] : null;

    /// <summary>What a model says that it reads: its public properties that can be set.</summary>
    private static IEnumerable<(PropertyInfo Member, string Name)> MembersOf(Type type) =>
        type.IsClass && type.Assembly == typeof(Workspace).Assembly
            ? type.GetProperties()
                .Where(property => property.CanWrite)
                .Select(property => (property, property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? property.Name))
            : [];
}
