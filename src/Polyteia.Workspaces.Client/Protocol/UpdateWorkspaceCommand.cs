using System.Text.Json;

namespace Polyteia.Workspaces.Client.Protocol;

/// <summary>Changes a workspace.</summary>
internal sealed record UpdateWorkspaceCommand(string Id, UpdateWorkspaceRequest Request) : RequestBody(Operations.UpdateWorkspace)
{
    protected override void WriteParams(Utf8JsonWriter writer)
    {
        writer.WriteString("id", Id);
        writer.WriteString("name", Request.Name);
        if (Request.Description.IsSet)
        {
            writer.WriteString("description", Request.Description.Value);
        }

        if (Request.Attributes.IsSet)
        {
            writer.WriteAttributes(Request.Attributes.Value);
        }
    }
}
