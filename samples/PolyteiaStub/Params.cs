using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PolyteiaStub;

/// <summary>The parameters of one request, read by the rules of the documentation.</summary>
internal sealed class Params(JsonObject json)
{
    public bool Has(string name) => json.ContainsKey(name);

    public string Id(string name)
    {
        var id = Text(name) ?? throw Refusal.Invalid($"params.{name} is required");
        return id.Length > 0 ? id : throw Refusal.Invalid($"params.{name} must not be empty");
    }

    public string Name()
    {
        var name = Text("name") ?? throw Refusal.Invalid("params.name is required");
        return Characters(name) is >= 1 and <= 50 ? name : throw Refusal.Invalid("params.name must be 1 to 50 characters");
    }

    public string? Description() =>
        Text("description") is not { } description ? null
        : Characters(description) <= 255 ? description
        : throw Refusal.Invalid("params.description must be at most 255 characters");

    public JsonObject? Attributes() =>
        json["attributes"] switch
        {
            null => null,
            JsonObject attributes => attributes,
            _ => throw Refusal.Invalid("params.attributes must be an object"),
        };

    public int Number(string name, int max)
    {
        if (json[name] is not JsonValue value || value.GetValueKind() != JsonValueKind.Number)
        {
            throw Refusal.Invalid($"params.{name} is required");
        }

        return value.TryGetValue<int>(out var number) && number >= 1 && number <= max
            ? number
            : throw Refusal.Invalid($"params.{name} must be from 1" + (max < int.MaxValue ? $" to {max}" : ""));
    }

    private string? Text(string name) =>
        json[name] switch
        {
            null => null,
            JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
            _ => throw Refusal.Invalid($"params.{name} must be a string"),
        };

    private static int Characters(string text) => text.EnumerateRunes().Count();
}
