using System.Net.Http.Headers;
using System.Text.Json;
using Amigo.Workspaces.Emulator.Tests.Support;

namespace Amigo.Workspaces.Emulator.Tests;

public sealed class BodyValidationTests : EmulatorTest
{
    private const string SlugPattern = """{"pattern":"^[a-z0-9][a-z0-9-]*[a-z0-9]$"}""";
    private const string Environments = """{"expected":"'production', 'staging' or 'development'"}""";
    private const string Targets = """{"expected":"'production' or 'staging'"}""";

    [Theory]
    [InlineData("1", "string_type", "Input should be a valid string", null)]
    [InlineData("null", "string_type", "Input should be a valid string", null)]
    [InlineData("\"a\"", "string_too_short", "String should have at least 2 characters", """{"min_length":2}""")]
    [InlineData("\"-a\"", "string_pattern_mismatch", "String should match pattern '^[a-z0-9][a-z0-9-]*[a-z0-9]$'", SlugPattern)]
    [InlineData("\"a-\"", "string_pattern_mismatch", "String should match pattern '^[a-z0-9][a-z0-9-]*[a-z0-9]$'", SlugPattern)]
    [InlineData("\"Ab\"", "string_pattern_mismatch", "String should match pattern '^[a-z0-9][a-z0-9-]*[a-z0-9]$'", SlugPattern)]
    [InlineData("\"ab\\n\"", "string_pattern_mismatch", "String should match pattern '^[a-z0-9][a-z0-9-]*[a-z0-9]$'", SlugPattern)]
    [InlineData("\"\\ud800\"", "string_unicode", "Input should be a valid string, unable to parse raw data as a unicode string", null)]
    public async Task A_bad_slug_is_refused(string slug, string type, string message, string? context)
    {
        var answer = await CreateAsync($$"""{"slug":{{slug}},"name":"Lakeview","environment":"staging"}""");

        AssertIssue(answer, new Answer.Issue(type, """["body","slug"]""", message, slug, context));
    }

    [Fact]
    public async Task A_slug_may_have_63_characters_and_no_more()
    {
        var longest = new string('a', 63);
        (await CreateAsync(CreateBody(longest))).Status.Should().Be(201);

        var answer = await CreateAsync(CreateBody(longest + "a"));

        AssertIssue(
            answer,
            new Answer.Issue(
                "string_too_long",
                """["body","slug"]""",
                "String should have at most 63 characters",
                $"\"{longest}a\"",
                """{"max_length":63}"""
            )
        );
    }

    [Theory]
    [InlineData("name", "\"\"")]
    [InlineData("name", "\" \\t \"")]
    [InlineData("backend_org_id", "\" \"")]
    public async Task A_blank_text_is_too_short(string member, string value)
    {
        var answer = await CreateAsync(With(member, value));

        AssertIssue(
            answer,
            new Answer.Issue(
                "string_too_short",
                $"""["body","{member}"]""",
                "String should have at least 1 character",
                value,
                """{"min_length":1}"""
            )
        );
    }

    [Theory]
    [InlineData("\"Production\"")]
    [InlineData("\"\"")]
    [InlineData("null")]
    [InlineData("3")]
    public async Task An_unknown_environment_is_refused_on_create(string value)
    {
        var answer = await CreateAsync(With("environment", value));

        AssertIssue(
            answer,
            new Answer.Issue(
                "literal_error",
                """["body","environment"]""",
                "Input should be 'production', 'staging' or 'development'",
                value,
                Environments
            )
        );
    }

    [Theory]
    [InlineData("slug")]
    [InlineData("name")]
    [InlineData("environment")]
    public async Task A_missing_member_is_refused_on_create(string member)
    {
        var body = With(member, null);

        var answer = await CreateAsync(body);

        AssertIssue(answer, new Answer.Issue("missing", $"""["body","{member}"]""", "Field required", body, null));
    }

    [Fact]
    public async Task All_errors_are_reported_in_the_order_of_the_fields()
    {
        var answer = await CreateAsync("""{"backend_org_id":5,"environment":"x","slug":"A"}""");

        answer.Status.Should().Be(422);
        answer
            .Issues.Select(issue => (issue.Type, issue.Location))
            .Should()
            .Equal(
                ("string_too_short", """["body","slug"]"""),
                ("missing", """["body","name"]"""),
                ("literal_error", """["body","environment"]"""),
                ("string_type", """["body","backend_org_id"]""")
            );
    }

    [Theory]
    [InlineData("{", 1)]
    [InlineData("{\"slug\":", 8)]
    [InlineData("{\n\"é\": x}", 7)]
    public async Task A_body_that_is_not_json_is_refused_with_its_position(string body, int position)
    {
        var answer = await CreateAsync(body);

        AssertIssue(
            answer,
            new Answer.Issue("json_invalid", $"""["body",{position}]""", "JSON decode error", "{}", """{"error":"Expecting value"}""")
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData(null)]
    public async Task A_missing_body_is_refused(string? body)
    {
        var answer = await CreateAsync(body);

        AssertIssue(answer, new Answer.Issue("missing", """["body"]""", "Field required", "null", null));
    }

    [Theory]
    [InlineData("[1]")]
    [InlineData("\"text\"")]
    public async Task A_body_that_is_not_an_object_is_refused(string body)
    {
        AssertIssue(await CreateAsync(body), NotAnObject(body));
    }

    [Fact]
    public async Task A_body_of_another_content_type_is_not_read_as_json()
    {
        using var request = Request("POST", "v1/me/workspaces", CreateBody("lakeview"));
        request.Content!.Headers.ContentType = new MediaTypeHeaderValue("text/plain");

        AssertIssue(
            await SendAsync(request),
            NotAnObject(JsonSerializer.Serialize(CreateBody("lakeview")).Replace("\\u0022", "\\\"", StringComparison.Ordinal))
        );
    }

    [Theory]
    [InlineData(null)]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("application/merge-patch+json")]
    public async Task A_json_content_type_or_none_is_read_as_json(string? contentType)
    {
        using var request = Request("POST", "v1/me/workspaces", CreateBody("lakeview"));
        request.Content!.Headers.ContentType = contentType is null ? null : MediaTypeHeaderValue.Parse(contentType);

        (await SendAsync(request)).Status.Should().Be(201);
    }

    [Fact]
    public async Task A_body_that_is_not_utf8_is_400()
    {
        using var request = Request("POST", "v1/me/workspaces", "{}");
        request.Content = new ByteArrayContent([(byte)'{', 0xFF, (byte)'}']);

        var answer = await SendAsync(request);

        (answer.Status, answer.Detail).Should().Be((400, "There was an error parsing the body"));
    }

    [Theory]
    [InlineData("region", """{"expected":"'us-east-1', 'ap-southeast-2', 'eu-central-1' or 'ca-central-1'"}""")]
    [InlineData("environment", Environments)]
    [InlineData(
        "connector_type",
        """{"expected":"'epic', 'cerner', 'allscripts', 'fhir_store', 'athenahealth', 'charmhealth', 'eclinicalworks' or 'meditab'"}"""
    )]
    public async Task An_unknown_value_is_refused_on_update(string member, string context)
    {
        var workspace = SeedOne();

        var answer = await SendAsync("PATCH", $"v1/workspaces/{workspace.Id}", $$"""{"{{member}}":"x"}""");

        answer.Status.Should().Be(422);
        var issue = answer.Issues.Should().ContainSingle().Subject;
        (issue.Type, issue.Location, issue.Input, issue.Context)
            .Should()
            .Be(("literal_error", $"""["body","{member}"]""", "\"x\"", context));
        Stored(workspace.Id).Should().Be(workspace);
    }

    [Theory]
    [InlineData("archive", """{}""", "missing", "slug", null)]
    [InlineData("archive", """{"slug":"-a"}""", "string_pattern_mismatch", "slug", SlugPattern)]
    [InlineData("convert-environment", """{"confirm_slug":"ab"}""", "missing", "target", null)]
    [InlineData("convert-environment", """{"target":"staging"}""", "missing", "confirm_slug", null)]
    [InlineData("convert-environment", """{"target":"development","confirm_slug":"ab"}""", "literal_error", "target", Targets)]
    [InlineData(
        "convert-environment",
        """{"target":"staging","confirm_slug":"A-"}""",
        "string_pattern_mismatch",
        "confirm_slug",
        SlugPattern
    )]
    public async Task A_bad_confirmation_is_refused_before_the_workspace_is_looked_up(
        string action,
        string body,
        string type,
        string member,
        string? context
    )
    {
        var answer = await SendAsync("POST", $"v1/workspaces/{Guid.NewGuid()}/{action}", body);

        answer.Status.Should().Be(422);
        var issue = answer.Issues.Should().ContainSingle().Subject;
        (issue.Type, issue.Location, issue.Context).Should().Be((type, $"""["body","{member}"]""", context));
    }

    [Fact]
    public async Task Unknown_members_are_ignored()
    {
        (await CreateAsync("""{"slug":"ab","name":"x","environment":"staging","region":"nowhere","\ud800":1}""")).Status.Should().Be(201);
    }

    private static Answer.Issue NotAnObject(string input) =>
        new("model_attributes_type", """["body"]""", "Input should be a valid dictionary or object to extract fields from", input, null);

    private static string With(string member, string? value)
    {
        var members = new Dictionary<string, string?>
        {
            ["slug"] = "\"lakeview\"",
            ["name"] = "\"Lakeview\"",
            ["environment"] = "\"staging\"",
            [member] = value,
        };
        return "{" + string.Join(",", members.Where(pair => pair.Value is not null).Select(pair => $"\"{pair.Key}\":{pair.Value}")) + "}";
    }

    private void AssertIssue(Answer answer, Answer.Issue expected)
    {
        answer.Status.Should().Be(422);
        answer.Issues.Should().Equal(expected);
        Emulator.Requests[^1].StatusCode.Should().Be(422);
    }

    private Task<Answer> CreateAsync(string? body) => SendAsync("POST", "v1/me/workspaces", body);
}
