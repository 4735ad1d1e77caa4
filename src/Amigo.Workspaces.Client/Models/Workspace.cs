using System.Text;
using System.Text.Json.Serialization;

namespace Amigo.Workspaces.Client;

/// <summary>A workspace: the isolated tenant of one clinic, department or practice.</summary>
public sealed record Workspace
{
    // Half as large as a nullable struct, and there are a hundred of these on a page.
    private readonly string? _connectorType;

    /// <summary>The identifier that every operation on the workspace takes.</summary>
    [JsonPropertyName("id")]
    public Guid Id { get; init; }

    /// <summary>The short name that is unique among all workspaces; see <see cref="WorkspaceSlug" />.</summary>
    [JsonPropertyName("slug")]
    public string Slug { get; init; } = "";

    /// <summary>The name that people read.</summary>
    [JsonPropertyName("name")]
    public string Name { get; init; } = "";

    /// <summary>What the workspace is used for; a value that this version does not know is kept as it is.</summary>
    [JsonPropertyName("environment")]
    public WorkspaceEnvironment Environment { get; init; }

    /// <summary>The organization of the Classic API that the workspace belongs to; <see langword="null" /> when there is none.</summary>
    [JsonPropertyName("backend_org_id")]
    public string? BackendOrgId { get; init; }

    /// <summary>Where the workspace lives; a value that this version does not know is kept as it is.</summary>
    [JsonPropertyName("region")]
    public WorkspaceRegion Region { get; init; }

    /// <summary>The connected health record system; <see langword="null" /> when there is none.</summary>
    [JsonPropertyName("connector_type")]
    public ConnectorType? ConnectorType
    {
        get => _connectorType is null ? default(ConnectorType?) : new ConnectorType(_connectorType);
        init => _connectorType = value?.Value;
    }

    /// <summary>When the workspace was provisioned; <see langword="null" /> while it has not been.</summary>
    [JsonPropertyName("provisioned_at")]
    public DateTimeOffset? ProvisionedAt { get; init; }

    /// <summary>When the workspace was created.</summary>
    [JsonPropertyName("created_at")]
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the workspace was last changed.</summary>
    [JsonPropertyName("updated_at")]
    public DateTimeOffset UpdatedAt { get; init; }

    private bool PrintMembers(StringBuilder builder) =>
        RecordText.Print(
            builder,
            (nameof(Id), Id),
            (nameof(Slug), Slug),
            (nameof(Name), Name),
            (nameof(Environment), Environment),
            (nameof(BackendOrgId), BackendOrgId),
            (nameof(Region), Region),
            (nameof(ConnectorType), ConnectorType),
            (nameof(ProvisionedAt), ProvisionedAt),
            (nameof(CreatedAt), CreatedAt),
            (nameof(UpdatedAt), UpdatedAt)
        );
}
