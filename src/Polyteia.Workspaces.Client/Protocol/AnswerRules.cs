namespace Polyteia.Workspaces.Client.Protocol;

/// <summary>What the documentation shows of an answer that the serializer does not check.</summary>
internal static class AnswerRules
{
    /// <summary>The path of the first such null; <see langword="null" /> when there is none.</summary>
    public static string? FirstNull(object answer) =>
        answer switch
        {
            Envelope<Workspace> { Data: null } or Envelope<WorkspaceList> { Data: null } or Envelope<DeletedWorkspace> { Data: null } =>
                "$.data",
            Envelope<WorkspaceList> { Data.Items: null } => "$.data.items",
            Envelope<DeletedWorkspace> { Data.Id: null } => "$.data.id",
            _ => null,
        };

    /// <summary>What is wrong with an answer about another workspace; <see langword="null" /> when it is the one asked for.</summary>
    public static string? ProblemOf(object answer, string asked)
    {
        var id = (answer as Envelope<Workspace>)?.Data.Id ?? (answer as Envelope<DeletedWorkspace>)?.Data.Id;
        return id is null || string.Equals(id, asked, StringComparison.Ordinal) ? null : "it is about a different workspace (id)";
    }
}
