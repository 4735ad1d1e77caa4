using System.Collections.Concurrent;
using Amigo.Workspaces.Cli.Manifest;
using Amigo.Workspaces.Cli.Running;
using Amigo.Workspaces.Client;

namespace Amigo.Workspaces.Cli.Applying;

/// <summary>Compares a manifest with what is there. Reads only.</summary>
internal sealed class Planner(Session session, int parallel)
{
    private const int PagesAhead = 3;

    public async Task<IReadOnlyList<PlannedWorkspace>> PlanAsync(IReadOnlyList<ManifestEntry> entries)
    {
        var current = await FindAsync(entries.Select(entry => entry.Slug).ToHashSet(StringComparer.Ordinal));
        var numbers = await ReadNumbersAsync(entries, current);
        return [.. entries.Select(entry => Plan(entry, current.GetValueOrDefault(entry.Slug), numbers.GetValueOrDefault(entry.Slug)))];
    }

    private static PlannedWorkspace Plan(ManifestEntry entry, Workspace? current, IReadOnlyList<string>? numbers)
    {
        var changes = new List<FieldChange>();
        Compare(Fields.Name, current?.Name, entry.Name);
        Compare(Fields.Environment, current?.Environment.Value, entry.Environment?.Value);
        Compare(Fields.BackendOrgId, current?.BackendOrgId, entry.BackendOrgId);
        Compare(Fields.Region, current?.Region.Value, entry.Region?.Value);
        Compare(Fields.ConnectorType, current?.ConnectorType?.Value, entry.ConnectorType?.Value);
        Compare(Fields.Provisioned, current?.ProvisionedAt is null ? null : "true", entry.IsProvisioned ? "true" : null);
        if (entry.TestCallerNumbers is { } wanted && !wanted.ToHashSet(StringComparer.Ordinal).SetEquals(numbers ?? []))
        {
            changes.Add(new FieldChange(Fields.TestCallerNumbers, numbers is null ? null : List(numbers), List(wanted)));
        }

        return new PlannedWorkspace(entry, current, changes, [.. Refusals(entry, current)]);

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

    private async Task<Dictionary<string, Workspace>> FindAsync(HashSet<string> slugs)
    {
        var found = new Dictionary<string, Workspace>(StringComparer.Ordinal);
        var all = session.Client.ListAsync(new ListWorkspacesOptions { ReadAhead = PagesAhead }, session.Request);
        await foreach (var workspace in all.WithCancellation(session.CancellationToken))
        {
            if (slugs.Contains(workspace.Slug))
            {
                found[workspace.Slug] = workspace;
            }

            if (found.Count == slugs.Count)
            {
                break;
            }
        }

        return found;
    }

    private async Task<ConcurrentDictionary<string, IReadOnlyList<string>>> ReadNumbersAsync(
        IReadOnlyList<ManifestEntry> entries,
        Dictionary<string, Workspace> current
    )
    {
        var numbers = new ConcurrentDictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        var client = session.Client;
        await Parallel.ForEachAsync(
            entries.Where(entry => entry.TestCallerNumbers is not null && current.ContainsKey(entry.Slug)),
            new ParallelOptions { MaxDegreeOfParallelism = parallel, CancellationToken = session.CancellationToken },
            async (entry, cancellation) =>
                numbers[entry.Slug] = await client.GetTestCallerNumbersAsync(current[entry.Slug].Id, session.Request, cancellation)
        );
        return numbers;
    }

    private static string List(IEnumerable<string> numbers) => $"[{string.Join(", ", numbers)}]";
}
