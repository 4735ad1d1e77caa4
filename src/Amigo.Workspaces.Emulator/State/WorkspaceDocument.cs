using Amigo.Workspaces.Emulator.Validation;

namespace Amigo.Workspaces.Emulator.State;

/// <summary>A workspace in a seed file, a state file and at the control endpoint. Only slug, name and environment must be there.</summary>
internal sealed record WorkspaceDocument
{
    public Guid? Id { get; init; }

    public string? Slug { get; init; }

    public string? Name { get; init; }

    public string? Environment { get; init; }

    public string? BackendOrgId { get; init; }

    public string? Region { get; init; }

    public string? ConnectorType { get; init; }

    public DateTimeOffset? ProvisionedAt { get; init; }

    public DateTimeOffset? CreatedAt { get; init; }

    public DateTimeOffset? UpdatedAt { get; init; }

    public DateTimeOffset? ArchivedAt { get; init; }

    public IReadOnlyList<string>? TestCallerNumbers { get; init; }

    public static WorkspaceDocument Of(EmulatedWorkspace workspace) =>
        new()
        {
            Id = workspace.Id,
            Slug = workspace.Slug,
            Name = workspace.Name,
            Environment = workspace.Environment,
            BackendOrgId = workspace.BackendOrgId,
            Region = workspace.Region,
            ConnectorType = workspace.ConnectorType,
            ProvisionedAt = workspace.ProvisionedAt,
            CreatedAt = workspace.CreatedAt,
            UpdatedAt = workspace.UpdatedAt,
            ArchivedAt = workspace.ArchivedAt,
            TestCallerNumbers = workspace.TestCallerNumbers,
        };

    /// <summary>The workspaces of a list.</summary>
    /// <exception cref="FormatException">One of them is not a workspace, or two have the same slug or id.</exception>
    public static IReadOnlyList<EmulatedWorkspace> ReadAll(IReadOnlyList<WorkspaceDocument?>? documents, DateTimeOffset now)
    {
        var workspaces = (documents ?? []).Select((document, index) => Read(document, $"workspaces[{index}]", now)).ToList();
        RequireUnique(workspaces, workspace => workspace.Slug, "slug");
        RequireUnique(workspaces, workspace => workspace.Id.ToString(), "id");
        return workspaces.AsReadOnly();
    }

    private static EmulatedWorkspace Read(WorkspaceDocument? document, string path, DateTimeOffset now)
    {
        var slug = Require(document?.Slug, path, "slug");
        if (TextRule.Slug.Check(slug, [], "") is { } issue)
        {
            throw new FormatException($"{path}.slug: {issue.Message}.");
        }

        if (document!.TestCallerNumbers?.Any(number => number is null) == true)
        {
            throw new FormatException($"{path}.test_caller_numbers holds a null.");
        }

        var createdAt = document.CreatedAt ?? now;
        return new EmulatedWorkspace
        {
            Id = document.Id ?? Guid.NewGuid(),
            Slug = slug,
            Name = Require(document.Name, path, "name"),
            Environment = Require(document.Environment, path, "environment"),
            BackendOrgId = document.BackendOrgId,
            Region = document.Region ?? KnownValues.OwnRegion,
            ConnectorType = document.ConnectorType,
            ProvisionedAt = document.ProvisionedAt?.ToMicroseconds(),
            CreatedAt = createdAt.ToMicroseconds(),
            UpdatedAt = (document.UpdatedAt ?? createdAt).ToMicroseconds(),
            ArchivedAt = document.ArchivedAt?.ToMicroseconds(),
            TestCallerNumbers = document.TestCallerNumbers ?? [],
        };
    }

    private static string Require(string? value, string path, string name) =>
        string.IsNullOrEmpty(value) ? throw new FormatException($"{path} has no {name}.") : value;

    private static void RequireUnique(IEnumerable<EmulatedWorkspace> workspaces, Func<EmulatedWorkspace, string> key, string name)
    {
        if (workspaces.GroupBy(key, StringComparer.Ordinal).FirstOrDefault(group => group.Skip(1).Any()) is { } twice)
        {
            throw new FormatException($"Two workspaces have the {name} {twice.Key}.");
        }
    }
}
