using System.Text.Json;

namespace Polyteia.Workspaces.Client.Tests.Documentation;

/// <summary>The client sends what the vendor's documentation shows, and reads what it shows, member by member.</summary>
public class DocumentedExampleTests
{
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

        await DocumentedCall.SendAsync(client, example);

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

        var workspace = (Workspace)(await DocumentedCall.SendAsync(client, example))!;

        DocumentedCall.ShouldBeRead(workspace, example.Data);
    }

    [Fact]
    public async Task The_documented_list_is_read_whole()
    {
        var example = DocumentedExample.Of("list_workspaces");
        await using var server = await StubServer.StartAsync(200, example.Answer.GetRawText());
        using var client = Given.Client(server.BaseAddress);

        var pages = (List<Page<Workspace>>)(await DocumentedCall.SendAsync(client, example))!;

        var page = pages.Should().ContainSingle().Subject;
        page.Number.Should().Be(example.Data.GetProperty("page").GetInt32());
        page.Total.Should().Be(example.Data.GetProperty("total").GetInt64());
        var shown = example.Data.GetProperty("items").EnumerateArray().ToList();
        page.Items.Should().HaveSameCount(shown);
        for (var i = 0; i < shown.Count; i++)
        {
            DocumentedCall.ShouldBeRead(page.Items[i], shown[i]);
        }
    }

    /// <summary>The names of all members, depth first, in their order.</summary>
    private static IEnumerable<string> MemberNames(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object
            ? element.EnumerateObject().SelectMany(member => MemberNames(member.Value).Prepend(member.Name))
            : [];
}
