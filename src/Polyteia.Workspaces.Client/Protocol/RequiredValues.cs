namespace Polyteia.Workspaces.Client.Protocol;

/// <summary>Finds a null where the documentation shows none, which only newer versions of the serializer look for.</summary>
internal static class RequiredValues
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
}
