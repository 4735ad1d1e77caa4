using System.Text.Json;

namespace Polyteia.Workspaces.Client.Protocol;

/// <summary>Asks for one workspace.</summary>
internal sealed record GetWorkspaceQuery(string Id) : RequestBody(Operations.GetWorkspace)
{
    protected override void WriteParams(Utf8JsonWriter writer) => writer.WriteString("id", Id);
}
