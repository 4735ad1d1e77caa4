using System.Text.Json.Nodes;

namespace Amigo.Workspaces.Client.Tests.Contract.Drift;

/// <summary>A copy of an openapi.json with one thing changed.</summary>
internal sealed record Mutant(string Change, string Json);

/// <summary>Changes an openapi.json in every place where a change means something, one place at a time.</summary>
internal sealed class Mutations
{
    private static readonly string[] Limits = ["minLength", "maxLength", "minItems", "maxItems", "minimum", "maximum", "exclusiveMinimum"];
    private static readonly string[] Verbs = ["get", "put", "post", "patch", "delete"];
    private static readonly string[] Types = ["string", "integer", "boolean", "array", "object", "null"];

    private readonly string _json;
    private readonly List<Mutant> _mutants = [];

    private Mutations(string json) => _json = json;

    public static IReadOnlyList<Mutant> Of(string json)
    {
        var mutations = new Mutations(json);
        mutations.Visit(JsonNode.Parse(json)!);
        return mutations._mutants;
    }

    private void Visit(JsonNode node)
    {
        if (node is JsonObject parent)
        {
            foreach (var (name, value) in parent)
            {
                MutateKeyword(parent, name, value);
            }
        }

        foreach (var child in ChildrenOf(node))
        {
            Visit(child);
        }
    }

    private static IEnumerable<JsonNode> ChildrenOf(JsonNode node) =>
        (
            node switch
            {
                JsonObject members => members.Select(member => member.Value),
                JsonArray items => items,
                _ => [],
            }
        ).OfType<JsonNode>();

    private void MutateKeyword(JsonObject parent, string name, JsonNode? value)
    {
        switch (name, value)
        {
            case ("properties", JsonObject properties):
                MutateProperties(parent, properties);
                break;
            case ("enum", JsonArray values):
                MutateEnum(values);
                break;
            case ("anyOf", JsonArray options):
                EachItem(options, "drop the alternative", (list, index) => list.RemoveAt(index));
                break;
            case ("paths", JsonObject paths):
                EachMember(paths, "drop the path", (all, path) => all.Remove(path));
                EachMember(paths, "move the path", (all, path) => Rename(all, path, path + "/moved"));
                Add(paths, "add a path", all => all["/v1/added"] = PathItem("added-path"));
                break;
            case ("responses", JsonObject responses):
                EachMember(responses, "drop the status", (all, status) => all.Remove(status));
                EachMember(responses, "change the status", (all, status) => Rename(all, status, status[0] == '2' ? "202" : "410"));
                Add(responses, "add the status 402", all => all["402"] = new JsonObject { ["description"] = "Payment required." });
                break;
            case ("content", JsonObject content):
                EachMember(content, "change the content type", (all, type) => Rename(all, type, "application/xml"));
                break;
            case ("parameters", JsonArray parameters):
                MutateParameters(parameters);
                break;
            case ("security" or "servers" or "tags", JsonArray):
                MutateHeader(parent, name);
                break;
            case (_, JsonValue text) when text.TryGetValue<string>(out var word):
                MutateWord(parent, name, word);
                break;
            case (_, JsonValue number) when Limits.Contains(name):
                MutateLimit(parent, name, number.GetValue<int>());
                break;
            case ("default", JsonValue number):
                Add(parent, "change the default", all => all["default"] = number.GetValue<int>() + 1);
                break;
            case (_, JsonObject) when Verbs.Contains(name):
                MutateOperation(parent, name);
                break;
            case ("requestBody", JsonObject):
                Add(parent, "drop the body", all => all.AsObject().Remove("requestBody"));
                Add(parent, "make the body optional", all => all["requestBody"]!["required"] = false);
                break;
        }
    }

    private void MutateProperties(JsonObject schema, JsonObject properties)
    {
        var required = schema["required"]?.AsArray().Select(item => item!.GetValue<string>()).ToList() ?? [];
        EachMember(properties, "drop the property", (all, name) => all.Remove(name));
        EachMember(properties, "rename the property", (all, name) => Rename(all, name, name + "_renamed"));
        EachMember(properties, "make the property nullable or not", (all, name) => all[name] = ToggleNull(all[name]!));
        foreach (var name in properties.Select(property => property.Key))
        {
            var without = required.Where(each => each != name).ToArray();
            var change = required.Contains(name) ? "make the member optional" : "make the member required";
            Add(schema, $"{change}: {name}", all => all["required"] = List(required.Contains(name) ? without : [.. without, name]));
        }

        Add(schema, "add a property", all => all["properties"]!["added"] = new JsonObject { ["type"] = "string" });
    }

    private void MutateEnum(JsonArray values)
    {
        EachItem(values, "drop the value", (list, index) => list.RemoveAt(index));
        EachItem(values, "rename the value", (list, index) => list[index] = list[index]!.GetValue<string>() + "-renamed");
        Add(values, "add a value", list => list.AsArray().Add("added"));
    }

    private void MutateParameters(JsonArray parameters)
    {
        EachItem(parameters, "drop the parameter", (list, index) => list.RemoveAt(index));
        EachItem(parameters, "rename the parameter", (list, index) => list[index]!["name"] = "renamed");
        EachItem(parameters, "move the parameter", (list, index) => list[index]!["in"] = "header");
        EachItem(
            parameters,
            "make the parameter required or not",
            (list, index) => list[index]!["required"] = !list[index]!["required"]!.GetValue<bool>()
        );
        var added = """{"name":"added","in":"query","schema":{"type":"string"}}""";
        Add(parameters, "add a parameter", list => list.AsArray().Add(JsonNode.Parse(added)));
    }

    private void MutateHeader(JsonObject parent, string name)
    {
        if (name == "security")
        {
            Add(parent, "drop the security", all => all["security"] = new JsonArray());
        }
        else if (name == "servers")
        {
            Add(parent, "move the server", all => all["servers"]![0]!["url"] = "https://moved.example");
        }
        else if (parent.ContainsKey("operationId"))
        {
            Add(parent, "change the tag", all => all["tags"] = List(["Changed"]));
        }
    }

    private void MutateWord(JsonObject parent, string name, string word)
    {
        switch (name)
        {
            case "type" when Types.Contains(word):
                foreach (var other in Types.Where(type => type != word))
                {
                    Add(parent, $"change the type to {other}", all => all["type"] = other);
                }

                break;
            case "scheme":
                Add(parent, "change the scheme", all => all["scheme"] = "basic");
                break;
            case "format":
                Add(parent, "drop the format", all => all.AsObject().Remove("format"));
                break;
            case "pattern":
                Add(parent, "drop the pattern", all => all.AsObject().Remove("pattern"));
                Add(
                    parent,
                    "allow underscores in the pattern",
                    all => all["pattern"] = word.Replace("0-9-", "0-9_-", StringComparison.Ordinal)
                );
                break;
            case "default":
                Add(parent, "change the default", all => all["default"] = word + "-changed");
                break;
            case "operationId":
                Add(parent, "rename the operation", all => all["operationId"] = word + "-renamed");
                break;
            case "$ref":
                Add(parent, "point to another schema", all => all["$ref"] = OtherThan(word));
                break;
        }
    }

    private void MutateLimit(JsonObject parent, string name, int limit)
    {
        Add(parent, $"raise {name}", all => all[name] = limit + 1);
        Add(parent, $"lower {name}", all => all[name] = limit - 1);
        Add(parent, $"drop {name}", all => all.AsObject().Remove(name));
    }

    private void MutateOperation(JsonObject path, string verb)
    {
        Add(path, $"drop the operation: {verb}", all => all.AsObject().Remove(verb));
        var other = Verbs.First(each => !path.ContainsKey(each));
        Add(path, $"change the verb: {verb} to {other}", all => Rename(all, verb, other));
        Add(path, $"add an operation: {other}", all => all[other] = PathItem("added")["get"]!.DeepClone());
    }

    private void EachMember(JsonObject parent, string change, Action<JsonObject, string> apply)
    {
        foreach (var name in parent.Select(member => member.Key))
        {
            Add(parent, $"{change}: {name}", all => apply(all.AsObject(), name));
        }
    }

    private void EachItem(JsonArray parent, string change, Action<JsonArray, int> apply)
    {
        for (var index = 0; index < parent.Count; index++)
        {
            var at = index;
            Add(parent, $"{change}: {parent[index]!.ToJsonString()}", list => apply(list.AsArray(), at));
        }
    }

    /// <summary>Applies a change to a copy of the whole document, at the same place.</summary>
    private void Add(JsonNode place, string change, Action<JsonNode> apply)
    {
        var copy = JsonNode.Parse(_json)!;
        apply(StepsTo(place).Aggregate(copy, (node, step) => step is int index ? node[index]! : node[(string)step]!));
        _mutants.Add(new Mutant($"{place.GetPath()}: {change}", copy.ToJsonString()));
    }

    private static IEnumerable<object> StepsTo(JsonNode place) =>
        place.Parent switch
        {
            JsonObject parent => StepsTo(parent).Append(place.GetPropertyName()),
            JsonArray parent => StepsTo(parent).Append(place.GetElementIndex()),
            _ => [],
        };

    private static void Rename(JsonNode node, string name, string newName)
    {
        var value = node[name]!.DeepClone();
        node.AsObject().Remove(name);
        node[newName] = value;
    }

    private static JsonNode ToggleNull(JsonNode schema) =>
        schema["anyOf"] is JsonArray options && options.Any(IsNull)
            ? options.First(option => !IsNull(option))!.DeepClone()
            : new JsonObject { ["anyOf"] = new JsonArray(schema.DeepClone(), JsonNode.Parse("""{"type":"null"}""")) };

    private static bool IsNull(JsonNode? option) => option!["type"]?.GetValue<string>() == "null";

    private static JsonArray List(IEnumerable<string> items) => [.. items.Select(item => JsonValue.Create(item))];

    private static JsonObject PathItem(string id) =>
        new()
        {
            ["get"] = new JsonObject
            {
                ["operationId"] = id,
                ["tags"] = List(["Workspaces"]),
                ["responses"] = new JsonObject { ["200"] = new JsonObject { ["description"] = "Added." } },
            },
        };

    private static string OtherThan(string reference)
    {
        const string schemas = "#/components/schemas/";
        return reference == schemas + "SlugString" ? schemas + "StrippedNonemptyString" : schemas + "SlugString";
    }
}
