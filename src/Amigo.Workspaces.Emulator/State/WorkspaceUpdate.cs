namespace Amigo.Workspaces.Emulator.State;

/// <summary>
/// The fields of an update; a null one stays as it is. The contract does not say what an explicit null means. The emulator's choice:
/// it clears the connector type, the only one of the four that may be null, and changes nothing else.
/// </summary>
internal sealed record WorkspaceUpdate(string? Name, string? Environment, string? Region, bool SetsConnectorType, string? ConnectorType)
{
    public EmulatedWorkspace ApplyTo(EmulatedWorkspace workspace) =>
        workspace with
        {
            Name = Name ?? workspace.Name,
            Environment = Environment ?? workspace.Environment,
            Region = Region ?? workspace.Region,
            ConnectorType = SetsConnectorType ? ConnectorType : workspace.ConnectorType,
        };
}
