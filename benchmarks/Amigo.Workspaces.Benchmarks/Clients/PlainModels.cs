using System.Text.Json.Serialization;

namespace Amigo.Workspaces.Benchmarks.Clients;

/// <summary>Models as generators write them: settable, nothing required.</summary>
public class PlainWorkspace
{
    [JsonPropertyName("id")]
    public Guid Id { get; set; }

    [JsonPropertyName("slug")]
    public string Slug { get; set; } = default!;

    [JsonPropertyName("name")]
    public string Name { get; set; } = default!;

    [JsonPropertyName("environment")]
    public string Environment { get; set; } = default!;

    [JsonPropertyName("backend_org_id")]
    public string? BackendOrgId { get; set; }

    [JsonPropertyName("region")]
    public string Region { get; set; } = default!;

    [JsonPropertyName("connector_type")]
    public string? ConnectorType { get; set; }

    [JsonPropertyName("provisioned_at")]
    public DateTimeOffset? ProvisionedAt { get; set; }

    [JsonPropertyName("created_at")]
    public DateTimeOffset CreatedAt { get; set; }

    [JsonPropertyName("updated_at")]
    public DateTimeOffset UpdatedAt { get; set; }
}

public class PlainPage
{
    [JsonPropertyName("items")]
    public ICollection<PlainWorkspace> Items { get; set; } = default!;

    [JsonPropertyName("has_more")]
    public bool HasMore { get; set; }

    [JsonPropertyName("continuation_token")]
    public long? ContinuationToken { get; set; }

    [JsonPropertyName("total")]
    public long? Total { get; set; }
}

public class PlainCreateRequest
{
    [JsonPropertyName("slug")]
    public string Slug { get; set; } = default!;

    [JsonPropertyName("name")]
    public string Name { get; set; } = default!;

    [JsonPropertyName("environment")]
    public string Environment { get; set; } = default!;
}
