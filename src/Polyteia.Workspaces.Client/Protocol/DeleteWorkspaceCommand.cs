using System.Text.Json;

namespace Polyteia.Workspaces.Client.Protocol;

/// <summary>Deletes a workspace.</summary>
internal sealed record DeleteWorkspaceCommand(string Id) : RequestBody(Operations.DeleteWorkspace)
{
    protected override void WriteParams(Utf8JsonWriter writer) => writer.WriteString("id", Id);
}
