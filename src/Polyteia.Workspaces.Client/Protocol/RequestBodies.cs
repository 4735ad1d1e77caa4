using System.Text.Json;
using System.Text.Json.Nodes;

namespace Polyteia.Workspaces.Client.Protocol;

internal sealed record GetWorkspaceQuery(string Id) : RequestBody(Operations.GetWorkspace)
{
    protected override void WriteParams(Utf8JsonWriter writer) => writer.WriteString("id", Id);
}

internal sealed record ListWorkspacesQuery(int Page, int Size) : RequestBody(Operations.ListWorkspaces)
{
    protected override void WriteParams(Utf8JsonWriter writer)
    {
        writer.WriteNumber("page", Page);
        writer.WriteNumber("size", Size);
    }
}

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

internal sealed record DeleteWorkspaceCommand(string Id) : RequestBody(Operations.DeleteWorkspace)
{
    protected override void WriteParams(Utf8JsonWriter writer) => writer.WriteString("id", Id);
}

internal static class AttributeWriting
{
    /// <exception cref="ArgumentException">The object holds what JSON cannot.</exception>
    public static void WriteAttributes(this Utf8JsonWriter writer, JsonObject? attributes)
    {
        writer.WritePropertyName("attributes");
        if (attributes is null)
        {
            writer.WriteNullValue();
            return;
        }

        try
        {
            attributes.WriteTo(writer);
        }
        catch (Exception exception) when (exception is not ArgumentException)
        {
            // Nested too deep, or a value of a type that has no JSON.
            throw new ArgumentException("Attributes cannot be written as JSON.", nameof(attributes), exception);
        }
    }
}
