using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace Polyteia.Workspaces.Client.Tests.Properties;

/// <summary>Whatever a caller says reaches the service as it was said.</summary>
public class RequestProperties
{
    private static readonly Gen<JsonNode?> Leaf = Gen.OneOf(
        Texts.Unicode.Select(text => (JsonNode?)JsonValue.Create(text)),
        Gen.Elements("0", "-1", "1.00", "1e400", "123456789012345678901234567890").Select(number => JsonNode.Parse(number)),
        Gen.Elements<JsonNode?>(null, true, false)
    );

    private static readonly Gen<JsonObject> Attributes = ObjectOf(Leaf.Or(ObjectOf(Leaf).Select(JsonNode? (node) => node)));

    [Fact]
    public void A_create_says_what_the_caller_said() =>
        Check(
            from organization in Texts.Unicode
            from name in Texts.Unicode
            from description in Gen.OneOf(Texts.Unicode, Gen.Constant<string>(null!))
            from attributes in Gen.OneOf(Attributes, Gen.Constant<JsonObject>(null!))
            select new CreateWorkspaceRequest
            {
                OrganizationId = organization,
                Name = name,
                Description = description,
                Attributes = attributes,
            },
            request =>
            {
                var sent = Params(new CreateWorkspaceCommand(request).ToBytes(), "create_workspace");
                return Says(sent, "organization_id", request.OrganizationId)
                    && Says(sent, "name", request.Name)
                    && (
                        request.Description is null
                            ? !sent.TryGetProperty("description", out _)
                            : Says(sent, "description", request.Description)
                    )
                    && (request.Attributes is null ? !sent.TryGetProperty("attributes", out _) : Says(sent, request.Attributes));
            }
        );

    [Fact]
    public void An_update_says_what_the_caller_said_and_keeps_null_and_nothing_apart() =>
        Check(
            from id in Texts.Unicode
            from name in Texts.Unicode
            from description in Gen.OneOf(Texts.Unicode, Gen.Constant<string>(null!))
            from attributes in Gen.OneOf(Attributes, Gen.Constant<JsonObject>(null!))
            from isSet in Gen.Elements(true, false).Two()
            select (
                id,
                request: new UpdateWorkspaceRequest
                {
                    Name = name,
                    Description = isSet.Item1 ? new(description) : default,
                    Attributes = isSet.Item2 ? new(attributes) : default,
                }
            ),
            update =>
            {
                var sent = Params(new UpdateWorkspaceCommand(update.id, update.request).ToBytes(), "update_workspace");
                var (description, attributes) = (update.request.Description, update.request.Attributes);
                return Says(sent, "id", update.id)
                    && Says(sent, "name", update.request.Name)
                    && sent.TryGetProperty("description", out _) == description.IsSet
                    && (!description.IsSet || Says(sent, "description", description.Value))
                    && sent.TryGetProperty("attributes", out _) == attributes.IsSet
                    && (!attributes.IsSet || Says(sent, attributes.Value));
            }
        );

    private static Gen<JsonObject> ObjectOf(Gen<JsonNode?> values) =>
        from keys in Texts.Unicode.ArrayOf()
        from members in values.ArrayOf(keys.Distinct().Count())
        select new JsonObject(keys.Distinct().Zip(members, (key, value) => KeyValuePair.Create(key, value?.DeepClone())));

    private static void Check<T>(Gen<T> cases, Func<T, bool> holds) => Prop.ForAll(cases.ToArbitrary(), holds).QuickCheckThrowOnFailure();

    private static JsonElement Params(byte[] body, string query)
    {
        var envelope = JsonElement.Parse(body);
        envelope.EnumerateObject().Select(member => member.Name).Should().Equal("query", "params");
        envelope.GetProperty("query").GetString().Should().Be(query);
        return envelope.GetProperty("params");
    }

    private static bool Says(JsonElement sent, string name, string? said) =>
        sent.TryGetProperty(name, out var value) && string.Equals(value.GetString(), said, StringComparison.Ordinal);

    private static bool Says(JsonElement sent, JsonObject? said) =>
        sent.TryGetProperty("attributes", out var value)
        && (said is null ? value.ValueKind == JsonValueKind.Null : value.GetRawText() == said.ToJsonString());
}
