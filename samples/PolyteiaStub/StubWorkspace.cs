using System.Text.Json.Nodes;

namespace PolyteiaStub;

/// <summary>A workspace as the stub keeps it.</summary>
public sealed record StubWorkspace(
    string Id,
    string OrganizationId,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    string Name,
    string? Description,
    JsonObject? Attributes
)
{
    private const string Microseconds = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    /// <summary>The "Workspace Response" of the documentation. What was never set is left out, as the attributes are in its list.</summary>
    public JsonObject ToJson()
    {
        var json = new JsonObject
        {
            ["id"] = Id,
            ["organization_id"] = OrganizationId,
            ["created_at"] = Text(CreatedAt),
            ["updated_at"] = Text(UpdatedAt),
            ["name"] = Name,
        };
        if (Description is not null)
        {
            json["description"] = Description;
        }

        if (Attributes is not null)
        {
            json["attributes"] = Attributes.DeepClone();
        }

        return json;
    }

    private static string Text(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString(Microseconds, System.Globalization.CultureInfo.InvariantCulture);
}
