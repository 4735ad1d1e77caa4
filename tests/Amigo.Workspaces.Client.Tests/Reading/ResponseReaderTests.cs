using System.Text;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Amigo.Workspaces.Client.Tests.Support;

namespace Amigo.Workspaces.Client.Tests.Reading;

/// <summary>A body that is not what the contract says is refused with the path of what is wrong, and with nothing of its content.</summary>
public class ResponseReaderTests
{
    private const string Secret = "+1-555-0100";

    private static readonly string[] Dates = ["provisioned_at", "created_at", "updated_at"];

    private static readonly string[] Nullable = ["backend_org_id", "connector_type", "provisioned_at"];

    public static TheoryData<string> WorkspaceMembers => [.. OpenApiFile.RequiredOf("WorkspaceResponse")];

    [Theory]
    [MemberData(nameof(WorkspaceMembers))]
    public void A_member_that_a_workspace_lacks_is_named(string member) =>
        InEveryPlace(workspace => workspace.Remove(member), $".{member} is missing");

    [Theory]
    [MemberData(nameof(WorkspaceMembers))]
    public void A_null_is_refused_where_a_workspace_may_hold_none(string member)
    {
        if (Nullable.Contains(member))
        {
            var workspace = Workspace();
            workspace[member] = null;
            ResponseReader.Read(Bytes(workspace), ResponseJson.Default.Workspace, out _).Should().NotBeNull();
            return;
        }

        InEveryPlace(workspace => workspace[member] = null, member == "id" ? ".id is not a uuid" : $".{member} is null");
    }

    [Theory]
    [MemberData(nameof(WorkspaceMembers))]
    public void A_member_of_another_kind_is_refused(string member)
    {
        var rule =
            member == "id" ? "is not a uuid"
            : Dates.Contains(member) ? "is not a date and time"
            : "is not a string";

        foreach (var bad in new[] { "1", "true", "{}", "[]", $$"""{"x":"{{Secret}}"}""" })
        {
            InEveryPlace(workspace => workspace[member] = JsonNode.Parse(bad), $".{member} {rule}");
        }
    }

    [Theory]
    [InlineData("id", Secret)]
    [InlineData("id", "0b0f7a2e6a4b4c9d9a530c8c1f4d2e11")]
    [InlineData("id", "{0b0f7a2e-6a4b-4c9d-9a53-0c8c1f4d2e11}")]
    [InlineData("id", "")]
    [InlineData("created_at", Secret)]
    [InlineData("updated_at", "2026-02-30T00:00:00Z")]
    [InlineData("provisioned_at", "")]
    public void A_text_that_is_no_uuid_or_date_is_refused(string member, string value) =>
        InEveryPlace(workspace => workspace[member] = value, member == "id" ? ".id is not a uuid" : $".{member} is not a date and time");

    [Theory]
    [InlineData("null", "$ is null")]
    [InlineData("[]", "$ is not an object")]
    [InlineData("\"text\"", "$ is not an object")]
    [InlineData("7", "$ is not an object")]
    public void A_workspace_is_an_object(string body, string problem) =>
        ProblemOf(body, ResponseJson.Default.Workspace).Should().EndWith("does not match the contract: " + problem);

    [Theory]
    [InlineData("""{"has_more":false}""", "$.items is missing")]
    [InlineData("""{"items":[]}""", "$.has_more is missing")]
    [InlineData("""{"items":null,"has_more":false}""", "$.items is null")]
    [InlineData("""{"items":[null],"has_more":false}""", "$.items[0] is null")]
    [InlineData("""{"items":{},"has_more":false}""", "$.items cannot be read")]
    [InlineData("""{"items":[[]],"has_more":false}""", "$.items[0] is not an object")]
    [InlineData("""{"items":[],"has_more":null}""", "$.has_more cannot be read")]
    [InlineData("""{"items":[],"has_more":"true"}""", "$.has_more cannot be read")]
    [InlineData("""{"items":[],"has_more":true,"continuation_token":"+1-555-0100"}""", "$.continuation_token cannot be read")]
    [InlineData("""{"items":[],"has_more":true,"continuation_token":1e999}""", "$.continuation_token cannot be read")]
    [InlineData("""{"items":[],"has_more":true,"continuation_token":9223372036854775808}""", "$.continuation_token cannot be read")]
    [InlineData("""{"items":[],"has_more":true,"total":[]}""", "$.total cannot be read")]
    [InlineData("[]", "$ cannot be read")]
    [InlineData("null", "$ is null")]
    public void A_page(string body, string problem) => Refused(body, ResponseJson.Default.WorkspacePage, problem);

    [Theory]
    [InlineData("{}", "$.workspace is missing")]
    [InlineData("""{"workspace":null}""", "$.workspace is null")]
    [InlineData("""{"workspace":[]}""", "$.workspace is not an object")]
    [InlineData("null", "$ is null")]
    public void A_provision_result(string body, string problem) => Refused(body, ResponseJson.Default.ProvisionResult, problem);

    [Theory]
    [InlineData("""{"target":"a","warnings":[]}""", "$.current is missing")]
    [InlineData("""{"current":"a","warnings":[]}""", "$.target is missing")]
    [InlineData("""{"current":"a","target":"b"}""", "$.warnings is missing")]
    [InlineData("""{"current":null,"target":"b","warnings":[]}""", "$.current is null")]
    [InlineData("""{"current":"a","target":null,"warnings":[]}""", "$.target is null")]
    [InlineData("""{"current":"a","target":"b","warnings":null}""", "$.warnings is null")]
    [InlineData("""{"current":"a","target":"b","warnings":["c",null]}""", "$.warnings[1] is null")]
    [InlineData("""{"current":1,"target":"b","warnings":[]}""", "$.current cannot be read")]
    [InlineData("""{"current":"a","target":"b","warnings":"+1-555-0100"}""", "$.warnings cannot be read")]
    [InlineData("""{"current":"a","target":"b","warnings":["c",1]}""", "$.warnings[1] cannot be read")]
    [InlineData("null", "$ is null")]
    public void An_environment_check(string body, string problem) => Refused(body, ResponseJson.Default.EnvironmentCheck, problem);

    [Theory]
    [InlineData("{}", "$.numbers is missing")]
    [InlineData("""{"Numbers":[]}""", "$.numbers is missing")]
    [InlineData("""{"numbers":null}""", "$.numbers is null")]
    [InlineData("""{"numbers":["+1-555-0100",null]}""", "$.numbers[1] is null")]
    [InlineData("""{"numbers":["+1-555-0100",15550100]}""", "$.numbers[1] cannot be read")]
    [InlineData("""{"numbers":"+1-555-0100"}""", "$.numbers cannot be read")]
    [InlineData("null", "$ is null")]
    public void Test_caller_numbers(string body, string problem) => Refused(body, ResponseJson.Default.TestCallerNumbers, problem);

    [Theory]
    [InlineData("""{"numbers":["+1-555-0100"]} x""")]
    [InlineData("""{"numbers":["+1-555-0100"]}{}""")]
    [InlineData("""{"numbers":["+1-555-0100"],}""")]
    [InlineData("""{"numbers":["+1-555-0100"]/**/}""")]
    [InlineData("""{"numbers":["+1-555-0100]}""")]
    public void A_body_that_is_not_json_is_refused_without_a_word_of_it(string body) =>
        ProblemOf(body, ResponseJson.Default.TestCallerNumbers).Should().Contain("cannot be read").And.NotContain(Secret);

    [Fact]
    public void A_page_of_html_is_said_to_come_from_something_else() =>
        ProblemOf("\r\n <html>+1-555-0100</html>", ResponseJson.Default.TestCallerNumbers)
            .Should()
            .Contain("something other than the service")
            .And.NotContain(Secret);

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    public void An_empty_body_is_said_to_be_empty(string body) =>
        ProblemOf(body, ResponseJson.Default.Workspace).Should().Be("its body is empty");

    [Fact]
    public void A_byte_order_mark_is_tolerated() =>
        ResponseReader
            .Read(Encoding.UTF8.GetBytes("\uFEFF" + Given.WorkspaceJson), ResponseJson.Default.Workspace, out _)!
            .Slug.Should()
            .Be("acme-clinic");

    [Fact]
    public void Escaped_names_and_values_are_the_same_as_plain_ones()
    {
        var body = Given
            .WorkspaceJson.Replace("\"slug\"", "\"\\u0073lug\"", StringComparison.Ordinal)
            .Replace("0b0f7a2e-", "\\u0030b0f7a2e-", StringComparison.Ordinal)
            .Replace("2026-01-01T", "\\u0032026-01-01\\u0054", StringComparison.Ordinal);

        var workspace = ResponseReader.Read(Encoding.UTF8.GetBytes(body), ResponseJson.Default.Workspace, out _)!;

        workspace.Id.Should().Be(Given.WorkspaceId);
        workspace.Slug.Should().Be("acme-clinic");
        workspace.CreatedAt.Day.Should().Be(1);
    }

    private static JsonObject Workspace() => JsonNode.Parse(Given.WorkspaceJson)!.AsObject();

    /// <summary>A workspace stands alone, in a page and in the answer to a provision; the path says where.</summary>
    private static void InEveryPlace(Action<JsonObject> change, string problem)
    {
        var broken = Workspace();
        change(broken);

        Refused(broken.ToJsonString(), ResponseJson.Default.Workspace, "$" + problem);
        Refused($$"""{"workspace":{{broken.ToJsonString()}}}""", ResponseJson.Default.ProvisionResult, "$.workspace" + problem);
        Refused(
            $$"""{"items":[{{Given.WorkspaceJson}},{{broken.ToJsonString()}}],"has_more":false}""",
            ResponseJson.Default.WorkspacePage,
            "$.items[1]" + problem
        );
    }

    private static void Refused<T>(string body, JsonTypeInfo<T> type, string problem)
        where T : class => ProblemOf(body, type).Should().Be("its body does not match the contract: " + problem);

    private static string ProblemOf<T>(string body, JsonTypeInfo<T> type)
        where T : class
    {
        ResponseReader.Read(Encoding.UTF8.GetBytes(body), type, out var problem).Should().BeNull();
        return problem;
    }

    private static byte[] Bytes(JsonObject json) => Encoding.UTF8.GetBytes(json.ToJsonString());
}
