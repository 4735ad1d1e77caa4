using System.Text.Json;

namespace Polyteia.Workspaces.Client.Protocol;

/// <summary>Asks for one page of workspaces.</summary>
internal sealed record ListWorkspacesQuery(int Page, int Size) : RequestBody(Operations.ListWorkspaces)
{
    protected override void WriteParams(Utf8JsonWriter writer)
    {
        writer.WriteNumber("page", Page);
        writer.WriteNumber("size", Size);
    }
}
