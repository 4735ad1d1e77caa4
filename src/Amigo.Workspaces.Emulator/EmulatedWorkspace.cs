using System.Text;
using WorkspaceClients.Models;

namespace Amigo.Workspaces.Emulator;

/// <summary>A workspace as the emulator holds it: what the wire shows, and what it does not.</summary>
public sealed record EmulatedWorkspace
{
    /// <summary>The id that paths name.</summary>
    public required Guid Id { get; init; }

    /// <summary>The slug: unique, also among archived workspaces.</summary>
    public required string Slug { get; init; }

    /// <summary>The display name.</summary>
    public required string Name { get; init; }

    /// <summary>The environment as the wire spells it, such as <c>production</c>.</summary>
    public required string Environment { get; init; }

    /// <summary>The backend organization, or null.</summary>
    public string? BackendOrgId { get; init; }

    /// <summary>The region as the wire spells it, such as <c>us-east-1</c>.</summary>
    public required string Region { get; init; }

    /// <summary>The connector type as the wire spells it, such as <c>epic</c>, or null.</summary>
    public string? ConnectorType { get; init; }

    /// <summary>When the workspace was first provisioned, or null.</summary>
    public DateTimeOffset? ProvisionedAt { get; init; }

    /// <summary>When it was created, in UTC, to the microsecond.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When a request last changed it, in UTC, to the microsecond.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>When it was archived, or null while it is active. Never on the wire.</summary>
    public DateTimeOffset? ArchivedAt { get; init; }

    /// <summary>The phone numbers whose calls count as tests.</summary>
    public IReadOnlyList<string> TestCallerNumbers { get; init; } = [];

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
            (nameof(UpdatedAt), UpdatedAt),
            (nameof(ArchivedAt), ArchivedAt),
            (nameof(TestCallerNumbers), RecordText.CountOf(TestCallerNumbers.Count))
        );
}
