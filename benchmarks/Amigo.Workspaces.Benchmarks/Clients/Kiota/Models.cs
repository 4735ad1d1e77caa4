using Microsoft.Kiota.Abstractions.Extensions;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Amigo.Workspaces.Benchmarks.Clients.Kiota;

// In the manner of the code that Kiota generates.

public partial class KiotaWorkspace : IAdditionalDataHolder, IParsable
{
    public IDictionary<string, object> AdditionalData { get; set; } = new Dictionary<string, object>();
    public Guid? Id { get; set; }
    public string? Slug { get; set; }
    public string? Name { get; set; }
    public string? Environment { get; set; }
    public string? BackendOrgId { get; set; }
    public string? Region { get; set; }
    public string? ConnectorType { get; set; }
    public DateTimeOffset? ProvisionedAt { get; set; }
    public DateTimeOffset? CreatedAt { get; set; }
    public DateTimeOffset? UpdatedAt { get; set; }

    public static KiotaWorkspace CreateFromDiscriminatorValue(IParseNode parseNode)
    {
        ArgumentNullException.ThrowIfNull(parseNode);
        return new KiotaWorkspace();
    }

    public virtual IDictionary<string, Action<IParseNode>> GetFieldDeserializers() =>
        new Dictionary<string, Action<IParseNode>>
        {
            { "id", n => Id = n.GetGuidValue() },
            { "slug", n => Slug = n.GetStringValue() },
            { "name", n => Name = n.GetStringValue() },
            { "environment", n => Environment = n.GetStringValue() },
            { "backend_org_id", n => BackendOrgId = n.GetStringValue() },
            { "region", n => Region = n.GetStringValue() },
            { "connector_type", n => ConnectorType = n.GetStringValue() },
            { "provisioned_at", n => ProvisionedAt = n.GetDateTimeOffsetValue() },
            { "created_at", n => CreatedAt = n.GetDateTimeOffsetValue() },
            { "updated_at", n => UpdatedAt = n.GetDateTimeOffsetValue() },
        };

    public virtual void Serialize(ISerializationWriter writer) => throw new NotSupportedException("Only ever read here.");
}

public partial class KiotaPage : IAdditionalDataHolder, IParsable
{
    public IDictionary<string, object> AdditionalData { get; set; } = new Dictionary<string, object>();
    public List<KiotaWorkspace>? Items { get; set; }
    public bool? HasMore { get; set; }
    public int? ContinuationToken { get; set; }
    public int? Total { get; set; }

    public static KiotaPage CreateFromDiscriminatorValue(IParseNode parseNode)
    {
        ArgumentNullException.ThrowIfNull(parseNode);
        return new KiotaPage();
    }

    public virtual IDictionary<string, Action<IParseNode>> GetFieldDeserializers() =>
        new Dictionary<string, Action<IParseNode>>
        {
            { "items", n => Items = n.GetCollectionOfObjectValues(KiotaWorkspace.CreateFromDiscriminatorValue)?.AsList() },
            { "has_more", n => HasMore = n.GetBoolValue() },
            { "continuation_token", n => ContinuationToken = n.GetIntValue() },
            { "total", n => Total = n.GetIntValue() },
        };

    public virtual void Serialize(ISerializationWriter writer) => throw new NotSupportedException("Only ever read here.");
}

public partial class KiotaCreateRequest : IAdditionalDataHolder, IParsable
{
    public IDictionary<string, object> AdditionalData { get; set; } = new Dictionary<string, object>();
    public string? Slug { get; set; }
    public string? Name { get; set; }
    public string? Environment { get; set; }
    public string? BackendOrgId { get; set; }

    public virtual IDictionary<string, Action<IParseNode>> GetFieldDeserializers() =>
        new Dictionary<string, Action<IParseNode>>
        {
            { "slug", n => Slug = n.GetStringValue() },
            { "name", n => Name = n.GetStringValue() },
            { "environment", n => Environment = n.GetStringValue() },
            { "backend_org_id", n => BackendOrgId = n.GetStringValue() },
        };

    public virtual void Serialize(ISerializationWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue("slug", Slug);
        writer.WriteStringValue("name", Name);
        writer.WriteStringValue("environment", Environment);
        writer.WriteStringValue("backend_org_id", BackendOrgId);
        writer.WriteAdditionalData(AdditionalData);
    }
}
