using System.Text.Json.Nodes;
using Amigo.Workspaces.Cli.Manifest;
using Amigo.Workspaces.Cli.Output;
using Amigo.Workspaces.Cli.Pacing;
using Amigo.Workspaces.Cli.Running;
using Amigo.Workspaces.Client;

namespace Amigo.Workspaces.Cli.Applying;

/// <summary>Compares a manifest with what is there. Reads only.</summary>
internal sealed class Planner(Session session, Pacer pacer, int parallel)
{
    public async Task<IReadOnlyList<PlannedWorkspace>> PlanAsync(IReadOnlyList<ManifestEntry> entries)
    {
        var slugs = entries.Select(entry => entry.Slug).ToHashSet(StringComparer.Ordinal);
        var current = await ProgressBar.WhileReadingAsync(
            session,
            "Reading workspaces",
            report => WorkspaceFinder.FindAsync(session, pacer, slugs, report, session.CancellationToken)
        );
        var withNumbers = entries.Where(entry => entry.TestCallerNumbers is not null && current.ContainsKey(entry.Slug));
        var numbers = await NumberReader.ReadAsync(session, pacer, [.. withNumbers.Select(entry => current[entry.Slug])], parallel);
        return
        [
            .. entries.Select(entry =>
                current.TryGetValue(entry.Slug, out var workspace)
                    ? Plan(entry, workspace, numbers.GetValueOrDefault(workspace.Id))
                    : Plan(entry, null, null)
            ),
        ];
    }

    private static PlannedWorkspace Plan(ManifestEntry entry, Workspace? current, IReadOnlyList<string>? numbers)
    {
        var changes = new List<FieldChange>();
        Compare(Fields.Name, current?.Name, entry.Name);
        Compare(Fields.Environment, current?.Environment.Value, entry.Environment?.Value);
        Compare(Fields.BackendOrgId, current?.BackendOrgId, entry.BackendOrgId);
        Compare(Fields.Region, current?.Region.Value, entry.Region?.Value);
        Compare(Fields.ConnectorType, current?.ConnectorType?.Value, entry.ConnectorType?.Value);
        if (entry.IsProvisioned && current?.ProvisionedAt is null)
        {
            changes.Add(new FieldChange(Fields.Provisioned, current is null ? null : JsonValue.Create(false), JsonValue.Create(true)));
        }

        if (entry.TestCallerNumbers is { } wanted && !wanted.ToHashSet(StringComparer.Ordinal).SetEquals(numbers ?? []))
        {
            changes.Add(new FieldChange(Fields.TestCallerNumbers, numbers is null ? null : List(numbers), List(wanted)));
        }

        return new PlannedWorkspace(entry, current, numbers, changes, [.. Refusals(entry, current)]);

        void Compare(string field, string? from, string? to)
        {
            if (to is not null && !string.Equals(from, to, StringComparison.Ordinal))
            {
                changes.Add(new FieldChange(field, from, to));
            }
        }
    }

    private static IEnumerable<string> Refusals(ManifestEntry entry, Workspace? current)
    {
        if (current is null)
        {
            if (entry.Name is null || entry.Environment is null)
            {
                yield return "it does not exist, and creating it takes a name and an environment";
            }

            yield break;
        }

        if (entry.Environment is { } wanted && EnvironmentRule.InsteadOfUpdate(entry.Slug, current.Environment, wanted) is { } instead)
        {
            yield return $"environment {current.Environment} -> {wanted}: apply never converts. Instead: {instead}";
        }

        if (entry.BackendOrgId is not null && !string.Equals(entry.BackendOrgId, current.BackendOrgId, StringComparison.Ordinal))
        {
            yield return "backend_org_id is set when a workspace is created and cannot be changed";
        }
    }

    private static JsonArray List(IEnumerable<string> numbers) => [.. numbers.Select(number => JsonValue.Create(number))];
}
