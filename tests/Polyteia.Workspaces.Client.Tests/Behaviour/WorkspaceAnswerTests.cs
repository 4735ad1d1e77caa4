using System.Text.Json.Nodes;

namespace Polyteia.Workspaces.Client.Tests.Behaviour;

/// <summary>A workspace that is not what the documentation shows is refused with the path of what is wrong, and nothing of its content.</summary>
public class WorkspaceAnswerTests
{
    private const string Secret = "s3cret words";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Required => ["id", "organization_id", "created_at", "updated_at", "name"];

    [Theory]
    [MemberData(nameof(Required))]
    public async Task A_member_that_is_missing_is_named(string member) =>
        await RefusedAsync(workspace => workspace.Remove(member), $"$.data.{member} is missing");

    [Theory]
    [MemberData(nameof(Required))]
    public async Task A_null_is_refused(string member) =>
        await RefusedAsync(workspace => workspace[member] = null, $"$.data.{member} is null");

    [Theory]
    [InlineData("id", "is not a string")]
    [InlineData("organization_id", "is not a string")]
    [InlineData("name", "is not a string")]
    [InlineData("description", "is not a string")]
    [InlineData("created_at", "is not a date and time")]
    [InlineData("updated_at", "is not a date and time")]
    public async Task A_member_of_another_kind_is_refused(string member, string rule)
    {
        foreach (var bad in new[] { "1", "true", "[]", $$"""{"x":"{{Secret}}"}""" })
        {
            await RefusedAsync(workspace => workspace[member] = JsonNode.Parse(bad), $"$.data.{member} {rule}");
        }
    }

    [Theory]
    [InlineData(Secret)]
    [InlineData("2025-02-30T00:00:00Z")]
    [InlineData("2025-03-24")]
    [InlineData("")]
    public async Task A_date_that_is_none_is_refused(string date) =>
        await RefusedAsync(workspace => workspace["created_at"] = date, "$.data.created_at is not a date and time");

    [Theory]
    [InlineData("2025-03-24T15:12:49.186202Z", "2025-03-24T15:12:49.186202+00:00")]
    [InlineData("2025-03-24T15:12:49Z", "2025-03-24T15:12:49+00:00")]
    [InlineData("2025-03-24T15:12:49.186202", "2025-03-24T15:12:49.186202+00:00")]
    [InlineData("2025-03-24T15:12:49.186202123+02:00", "2025-03-24T15:12:49.1862021+02:00")]
    public async Task Any_date_of_RFC_3339_is_read(string date, string expected)
    {
        var workspace = await GetAsync(given => given["created_at"] = date);

        workspace.CreatedAt.Should().BeExactly(DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Members_that_are_not_known_are_passed_over()
    {
        var workspace = await GetAsync(given =>
        {
            given["icon"] = new JsonObject { ["id"] = 7, ["name"] = new JsonArray(1, 2) };
            given["ID"] = 1;
        });

        (workspace.Id, workspace.Name).Should().Be((Given.Id, "Finance"));
    }

    [Fact]
    public async Task A_date_of_up_to_sixty_four_characters_is_read_even_when_each_is_escaped()
    {
        var longest = $"2025-01-02T03:04:05.{new string('0', 43)}Z";
        var escaped = string.Concat(longest.Select(character => $"\\u{(int)character:x4}"));
        await using var server = await StubServer.StartAsync(
            200,
            Given.WorkspaceAnswer.Replace("2025-03-24T15:12:49.186202Z", escaped, StringComparison.Ordinal)
        );
        using var client = Given.Client(server.BaseAddress);

        (await client.GetAsync(Given.Id, cancellationToken: Cancel))
            .CreatedAt.Should()
            .Be(new DateTimeOffset(2025, 1, 2, 3, 4, 5, TimeSpan.Zero));
        await RefusedAsync(given => given["created_at"] = longest.Replace("Z", "0Z"), "$.data.created_at is not a date and time");
    }

    [Fact]
    public async Task Escapes_in_names_and_values_are_read()
    {
        await using var server = await StubServer.StartAsync(
            200,
            "\ufeff"
                + Given.WorkspaceAnswer.Replace("\"name\"", "\"n\\u0061me\"").Replace("\"Finance\"", "\"Fin\\u0061nce \\ud83d\\ude00\"")
        );
        using var client = Given.Client(server.BaseAddress);

        (await client.GetAsync(Given.Id, cancellationToken: Cancel)).Name.Should().Be("Finance 😀");
    }

    [Theory]
    [InlineData("", "its body is empty")]
    [InlineData("<html>", "something other than the service seems to have answered")]
    [InlineData("[]", "$ cannot be read")]
    [InlineData("{}", "$.data is missing")]
    [InlineData("""{"data":null}""", "$.data is null")]
    [InlineData("""{"data":[]}""", "$.data is not an object")]
    [InlineData("""{"data":"s3cret words"}""", "$.data is not an object")]
    [InlineData("""{"Data":{}}""", "$.data is missing")]
    [InlineData("null", "$ is null")]
    public async Task An_envelope_that_is_none_is_refused(string answer, string words)
    {
        await using var server = await StubServer.StartAsync(200, answer);
        using var client = Given.Client(server.BaseAddress);

        var get = () => client.GetAsync(Given.Id, cancellationToken: Cancel);

        (await get.Should().ThrowAsync<PolyteiaResponseException>()).Which.Message.Should().Contain(words).And.NotContain(Secret);
    }

    private static async Task RefusedAsync(Action<JsonObject> change, string words)
    {
        var get = () => GetAsync(change);

        (await get.Should().ThrowAsync<PolyteiaResponseException>()).Which.Message.Should().Contain(words).And.NotContain(Secret);
    }

    private static async Task<Workspace> GetAsync(Action<JsonObject> change)
    {
        var workspace = Given.Object(Given.WorkspaceJson);
        change(workspace);
        await using var server = await StubServer.StartAsync(200, new JsonObject { ["data"] = workspace }.ToJsonString());
        using var client = Given.Client(server.BaseAddress);
        return await client.GetAsync(Given.Id, cancellationToken: Cancel);
    }
}
