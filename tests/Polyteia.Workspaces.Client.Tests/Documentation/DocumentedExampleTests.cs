using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Polyteia.Workspaces.Client.Tests.Documentation;

/// <summary>The client sends what the vendor's documentation shows, and reads what it shows, member by member.</summary>
public class DocumentedExampleTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Names => [.. DocumentedExample.All.Select(example => example.Name)];

    [Fact]
    public void The_client_has_every_documented_query_and_command_and_no_other() =>
        DocumentedExample.All.Select(example => example.Name).Should().BeEquivalentTo(Operations.All.Select(operation => operation.Id));

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_request_is_the_documented_one(string name)
    {
        var example = DocumentedExample.Of(name);
        await using var server = await StubServer.StartAsync(200, example.Answer.GetRawText());
        using var client = Given.Client(server.BaseAddress, options => options.ApiKey = "<your_access_token>");

        await SendAsync(client, example);

        var sent = server.Requests.Should().ContainSingle().Subject;
        (sent.Method, sent.Path, sent.Query).Should().Be((example.Method, example.Address.AbsolutePath, ""));
        example.Headers.Should().NotBeEmpty();
        sent.Headers.Should().Contain(example.Headers);
        JsonElement.DeepEquals(JsonElement.Parse(sent.Body), example.Request).Should().BeTrue("this was sent: {0}", sent.Body);
        MemberNames(JsonElement.Parse(sent.Body)).Should().Equal(MemberNames(example.Request), "the order is the documented one, too");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_documented_address_is_where_the_client_sends_by_default(string name) =>
        DocumentedExample.Of(name).Address.Should().Be(new Uri(new PolyteiaWorkspacesClientOptions().BaseAddress, "/api"));

    [Theory]
    [InlineData("get_workspace")]
    [InlineData("create_workspace")]
    [InlineData("update_workspace")]
    public async Task A_documented_workspace_is_read_whole(string name)
    {
        var example = DocumentedExample.Of(name);
        await using var server = await StubServer.StartAsync(200, example.Answer.GetRawText());
        using var client = Given.Client(server.BaseAddress);

        var workspace = (Workspace)(await SendAsync(client, example))!;

        ShouldBeRead(workspace, example.Data);
    }

    [Fact]
    public async Task The_documented_list_is_read_whole()
    {
        var example = DocumentedExample.Of("list_workspaces");
        await using var server = await StubServer.StartAsync(200, example.Answer.GetRawText());
        using var client = Given.Client(server.BaseAddress);

        var pages = (List<Page<Workspace>>)(await SendAsync(client, example))!;

        var page = pages.Should().ContainSingle().Subject;
        page.Number.Should().Be(example.Data.GetProperty("page").GetInt32());
        page.Total.Should().Be(example.Data.GetProperty("total").GetInt64());
        var shown = example.Data.GetProperty("items").EnumerateArray().ToList();
        page.Items.Should().HaveSameCount(shown);
        for (var i = 0; i < shown.Count; i++)
        {
            ShouldBeRead(page.Items[i], shown[i]);
        }
    }

    /// <summary>Every member that the documentation shows, and no value where it shows none.</summary>
    private static void ShouldBeRead(Workspace workspace, JsonElement shown)
    {
        var members = shown.EnumerateObject().ToDictionary(member => member.Name, member => member.Value);
        workspace.Id.Should().Be(Take("id")!.Value.GetString());
        workspace.OrganizationId.Should().Be(Take("organization_id")!.Value.GetString());
        workspace.CreatedAt.Should().Be(Date(Take("created_at")!.Value));
        workspace.UpdatedAt.Should().Be(Date(Take("updated_at")!.Value));
        workspace.Name.Should().Be(Take("name")!.Value.GetString());
        workspace.Description.Should().Be(Take("description")?.GetString());
        workspace.Attributes?.GetRawText().Should().Be(Take("attributes")?.GetRawText());
        workspace.Attributes.HasValue.Should().Be(shown.TryGetProperty("attributes", out _));
        members.Should().BeEmpty("the client knows all that the documentation shows");

        JsonElement? Take(string name) => members.Remove(name, out var value) ? value : null;
    }

    /// <summary>Calls the client with the parameters of the example.</summary>
    private static async Task<object?> SendAsync(PolyteiaWorkspacesClient client, DocumentedExample example)
    {
        var asked = example.Params;
        switch (example.Name)
        {
            case "get_workspace":
                return await client.GetAsync(Text("id"), cancellationToken: Cancel);
            case "list_workspaces":
                var list = new ListWorkspacesOptions
                {
                    Page = asked.GetProperty("page").GetInt32(),
                    PageSize = asked.GetProperty("size").GetInt32(),
                };
                return await client.ListAsync(list).AsPages(Cancel).ToListAsync(Cancel);
            case "create_workspace":
                var create = new CreateWorkspaceRequest
                {
                    OrganizationId = Text("organization_id"),
                    Name = Text("name"),
                    Description = Text("description"),
                    Attributes = Attributes(),
                };
                return await client.CreateAsync(create, cancellationToken: Cancel);
            case "update_workspace":
                var update = new UpdateWorkspaceRequest
                {
                    Name = Text("name"),
                    Description = Text("description"),
                    Attributes = Attributes(),
                };
                return await client.UpdateAsync(Text("id"), update, cancellationToken: Cancel);
            default:
                await client.DeleteWithoutConfirmationAsync(Text("id"), cancellationToken: Cancel);
                return null;
        }

        string Text(string name) => asked.GetProperty(name).GetString()!;
        JsonObject Attributes() => JsonObject.Create(asked.GetProperty("attributes"))!;
    }

    private static DateTimeOffset Date(JsonElement text) => DateTimeOffset.Parse(text.GetString()!, CultureInfo.InvariantCulture);

    /// <summary>The names of all members, depth first, in their order.</summary>
    private static IEnumerable<string> MemberNames(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object
            ? element.EnumerateObject().SelectMany(member => MemberNames(member.Value).Prepend(member.Name))
            : [];
}
