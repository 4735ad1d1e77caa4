using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Polyteia.Workspaces.Client.Tests.Documentation;

/// <summary>A documented example as a caller of the client makes it, and what should come of it.</summary>
internal static class DocumentedCall
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Every member that the documentation shows, and no value where it shows none.</summary>
    public static void ShouldBeRead(Workspace workspace, JsonElement shown)
    {
        var members = shown.EnumerateObject().ToDictionary(member => member.Name, member => member.Value);
        workspace.Id.Should().Be(Take("id")!.Value.GetString());
        workspace.OrganizationId.Should().Be(Take("organization_id")!.Value.GetString());
        workspace.CreatedAt.Should().Be(Date(Take("created_at")!.Value));
        workspace.UpdatedAt.Should().Be(Date(Take("updated_at")!.Value));
        workspace.Name.Should().Be(Take("name")!.Value.GetString());
        workspace.Description.Should().Be(Take("description")?.GetString());
        var attributes = Take("attributes");
        workspace.Attributes.HasValue.Should().Be(attributes.HasValue);
        if (attributes is { } shownAttributes)
        {
            JsonElement.DeepEquals(workspace.Attributes!.Value, shownAttributes).Should().BeTrue();
        }

        members.Should().BeEmpty("the client knows all that the documentation shows");

        JsonElement? Take(string name) => members.Remove(name, out var value) ? value : null;
    }

    /// <summary>Calls the client with the parameters of the example.</summary>
    public static async Task<object?> SendAsync(PolyteiaWorkspacesClient client, DocumentedExample example, RequestOptions? options = null)
    {
        var asked = example.Params;
        switch (example.Name)
        {
            case "get_workspace":
                return await client.GetAsync(Text("id"), options, Cancel);
            case "list_workspaces":
                var list = new ListWorkspacesOptions
                {
                    Page = asked.GetProperty("page").GetInt32(),
                    PageSize = asked.GetProperty("size").GetInt32(),
                };
                return await client.ListAsync(list, options, Cancel).AsPages(Cancel).ToListAsync(Cancel);
            case "create_workspace":
                var create = new CreateWorkspaceRequest
                {
                    OrganizationId = Text("organization_id"),
                    Name = Text("name"),
                    Description = Text("description"),
                    Attributes = Attributes(),
                };
                return await client.CreateAsync(create, options, Cancel);
            case "update_workspace":
                var update = new UpdateWorkspaceRequest
                {
                    Name = Text("name"),
                    Description = Text("description"),
                    Attributes = Attributes(),
                };
                return await client.UpdateAsync(Text("id"), update, options, Cancel);
            default:
                await client.DeleteWithoutConfirmationAsync(Text("id"), options, Cancel);
                return null;
        }

        string Text(string name) => asked.GetProperty(name).GetString()!;
        JsonObject Attributes() => JsonObject.Create(asked.GetProperty("attributes"))!;
    }

    private static DateTimeOffset Date(JsonElement text) => DateTimeOffset.Parse(text.GetString()!, CultureInfo.InvariantCulture);
}
