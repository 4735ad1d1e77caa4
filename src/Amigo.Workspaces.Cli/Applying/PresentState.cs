using Amigo.Workspaces.Cli.Pacing;
using Amigo.Workspaces.Cli.Running;
using Amigo.Workspaces.Client;

namespace Amigo.Workspaces.Cli.Applying;

/// <summary>Reads a workspace again before it is written to. What somebody else has changed since the plan was not agreed to.</summary>
internal sealed class PresentState(IWorkspacesClient client, RequestOptions? request, Pacer pacer)
{
    /// <param name="known">The workspace as the plan, or an earlier step of it, left it.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="CliException">It is not like that any more.</exception>
    public async Task RequireUnchangedAsync(Workspace known, CancellationToken cancellationToken)
    {
        Workspace present;
        try
        {
            present = pacer.Learn(await client.Workspaces.GetWorkspaceAsync(known.Id, request, cancellationToken));
        }
        catch (WorkspacesNotFoundException)
        {
            throw Changed("it is archived, or this key cannot see it any more");
        }

        var differences = Differences(known, present).ToList();
        if (differences.Count > 0)
        {
            throw Changed(string.Join(", ", differences));
        }
    }

    /// <param name="workspaceId">The workspace.</param>
    /// <param name="known">Its test caller numbers in the plan.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="CliException">They are others now.</exception>
    public async Task RequireUnchangedNumbersAsync(Guid workspaceId, IReadOnlyList<string> known, CancellationToken cancellationToken)
    {
        var answer = pacer.Learn(await client.Workspaces.GetTestCallerNumbersAsync(workspaceId, request, cancellationToken));
        if (!answer.Numbers.ToHashSet(StringComparer.Ordinal).SetEquals(known))
        {
            throw Changed($"{Fields.TestCallerNumbers} are [{string.Join(", ", answer.Numbers)}], were [{string.Join(", ", known)}]");
        }
    }

    public static CliException Changed(string difference) => new(ExitCode.Conflict, $"changed since the plan: {difference}");

    private static IEnumerable<string> Differences(Workspace known, Workspace present)
    {
        (string Field, string? Was, string? Is)[] fields =
        [
            (Fields.Slug, known.Slug, present.Slug),
            (Fields.Name, known.Name, present.Name),
            (Fields.Environment, known.Environment.Value, present.Environment.Value),
            (Fields.BackendOrgId, known.BackendOrgId, present.BackendOrgId),
            (Fields.Region, known.Region.Value, present.Region.Value),
            (Fields.ConnectorType, known.ConnectorType?.Value, present.ConnectorType?.Value),
            (Fields.Provisioned, YesOrNo(known), YesOrNo(present)),
        ];
        return fields
            .Where(field => !string.Equals(field.Was, field.Is, StringComparison.Ordinal))
            .Select(field => $"{field.Field} is {field.Is ?? "(none)"}, was {field.Was ?? "(none)"}");
    }

    private static string YesOrNo(Workspace workspace) => workspace.ProvisionedAt is null ? "false" : "true";
}
