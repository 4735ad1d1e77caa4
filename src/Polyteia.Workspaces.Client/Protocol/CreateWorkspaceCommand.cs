using System.Text.Json;

namespace Polyteia.Workspaces.Client.Protocol;

/// <summary>Creates a workspace.</summary>
internal sealed record CreateWorkspaceCommand(CreateWorkspaceRequest Request) : RequestBody(Operations.CreateWorkspace)
{
    protected override void WriteParams(Utf8JsonWriter writer)
    {
        writer.WriteString("organization_id", Request.OrganizationId);
        writer.WriteString("name", Request.Name);
        if (Request.Description is not null)
        {
            writer.WriteString("description", Request.Description);
        }

        if (Request.Attributes is not null)
        {
            writer.WriteAttributes(Request.Attributes);
        }
    }
}
