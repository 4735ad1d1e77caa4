using Amigo.Workspaces.Emulator.Tests.Support;

namespace Amigo.Workspaces.Emulator.Tests;

public sealed class PathAndQueryValidationTests : EmulatorTest
{
    private const string NotAnInteger = "Input should be a valid integer, unable to parse string as an integer";

    [Theory]
    [InlineData("xyz", "invalid character: expected an optional prefix of `urn:uuid:` followed by [0-9a-fA-F-], found `x` at 1")]
    [InlineData("abc", "invalid length: expected length 32 for simple format, found 3")]
    [InlineData("ab-c", "invalid group count: expected 5, found 2")]
    [InlineData("0-0-0-0-0", "invalid group length in group 0: expected 8, found 1")]
    public async Task A_path_that_names_no_uuid_is_refused(string id, string error)
    {
        foreach (var operationId in OperationRequest.Ids.Except(["list-workspaces", "create-my-workspace"]))
        {
            var placeholder = Guid.NewGuid();
            var operation = OperationRequest.For(operationId, placeholder, "slug");

            var answer = await SendAsync(
                operation.Method,
                operation.Path.Replace($"{placeholder}", id, StringComparison.Ordinal),
                operation.Body
            );

            answer.Status.Should().Be(422);
            var issue = answer.Issues.Should().ContainSingle().Subject;
            (issue.Type, issue.Location, issue.Message, issue.Input)
                .Should()
                .Be(("uuid_parsing", """["path","workspace_id"]""", $"Input should be a valid UUID, {error}", $"\"{id}\""));
            issue.Context.Should().Be($$"""{"error":"{{error}}"}""");
        }
    }

    [Theory]
    [InlineData("N")]
    [InlineData("D")]
    [InlineData("B")]
    public async Task A_uuid_is_read_in_its_usual_spellings(string format)
    {
        var workspace = SeedOne();

        var answer = await SendAsync("GET", $"v1/workspaces/{workspace.Id.ToString(format).ToUpperInvariant()}");

        answer.Json.GetProperty("id").GetGuid().Should().Be(workspace.Id);
    }

    [Theory]
    [InlineData("limit=0", "greater_than", "limit", "Input should be greater than 0", "0", """{"gt":0}""")]
    [InlineData("limit=-1", "greater_than", "limit", "Input should be greater than 0", "-1", """{"gt":0}""")]
    [InlineData("limit=101", "less_than_equal", "limit", "Input should be less than or equal to 100", "101", """{"le":100}""")]
    [InlineData("limit=x", "int_parsing", "limit", NotAnInteger, "x", null)]
    [InlineData("limit=", "int_parsing", "limit", NotAnInteger, "", null)]
    [InlineData("limit=1.5", "int_parsing", "limit", NotAnInteger, "1.5", null)]
    [InlineData("continuation_token=x", "int_parsing", "continuation_token", NotAnInteger, "x", null)]
    public async Task A_bad_query_is_refused(string query, string type, string name, string message, string input, string? context)
    {
        var answer = await SendAsync("GET", $"v1/workspaces?{query}");

        answer.Status.Should().Be(422);
        answer.Issues.Should().Equal(new Answer.Issue(type, $"""["query","{name}"]""", message, $"\"{input}\"", context));
    }

    [Fact]
    public async Task A_bad_conversion_target_is_refused()
    {
        var answer = await SendAsync("GET", $"v1/workspaces/{Guid.NewGuid()}/environment-check?target=development");

        answer.Status.Should().Be(422);
        answer
            .Issues.Should()
            .Equal(
                new Answer.Issue(
                    "literal_error",
                    """["query","target"]""",
                    "Input should be 'production' or 'staging'",
                    "\"development\"",
                    """{"expected":"'production' or 'staging'"}"""
                )
            );
    }

    [Fact]
    public async Task Path_and_body_are_refused_together()
    {
        var answer = await SendAsync("POST", "v1/workspaces/x/archive", "{}");

        answer.Issues.Select(issue => issue.Type).Should().Equal("uuid_parsing", "missing");
    }
}
