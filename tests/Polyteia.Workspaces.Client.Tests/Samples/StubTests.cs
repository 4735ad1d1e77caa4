using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Polyteia.Workspaces.Client.Tests.Documentation;

namespace Polyteia.Workspaces.Client.Tests.Samples;

/// <summary>The stub, asked without the client: it keeps the documentation's rules by itself.</summary>
public sealed partial class StubTests : IAsyncLifetime
{
    private readonly HttpClient _http = new();
    private StubService _stub = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _stub = await StubService.StartAsync(cancellationToken: Cancel);
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", _stub.CreateApiKey());
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _stub.DisposeAsync();
    }

    [Theory]
    [InlineData("get_workspace")]
    [InlineData("list_workspaces")]
    [InlineData("create_workspace")]
    [InlineData("update_workspace")]
    [InlineData("delete_workspace")]
    public async Task A_documented_request_gets_an_answer_of_the_documented_shape(string name)
    {
        var example = DocumentedExample.Of(name);
        _stub.Seed(1, workspace => workspace with { Id = Given.Id, Description = "Old", Attributes = Given.Object("""{"key":"value"}""") });

        var (status, answer) = await AskAsync(example.Request.GetRawText());

        status.Should().Be(200);
        Shape(answer)
            .Where(member => name != "list_workspaces" || !member.Contains("attributes"))
            .Should()
            .BeEquivalentTo(AnswerShape(example));
    }

    [Theory]
    [InlineData("""{"query":"get_workspace","params":{"id":"ws_nothing"}}""", 404)]
    [InlineData("""{"query":"get_workspace","params":{}}""", 422)]
    [InlineData("""{"query":"get_workspace","params":{"id":""}}""", 422)]
    [InlineData("""{"query":"get_workspace","params":{"id":7}}""", 422)]
    [InlineData("""{"query":"list_workspaces","params":{"page":0,"size":10}}""", 422)]
    [InlineData("""{"query":"list_workspaces","params":{"page":1,"size":101}}""", 422)]
    [InlineData("""{"query":"list_workspaces","params":{"page":1}}""", 422)]
    [InlineData("""{"query":"create_workspace","params":{"organization_id":"org_1","name":""}}""", 422)]
    [InlineData("""{"query":"create_workspace","params":{"name":"A"}}""", 422)]
    [InlineData("""{"query":"create_workspace","params":{"organization_id":"org_1","name":"A","attributes":[]}}""", 422)]
    [InlineData("""{"query":"update_workspace","params":{"id":"ws_1"}}""", 404)]
    [InlineData("""{"query":"nothing","params":{}}""", 400)]
    [InlineData("""{"query":"get_workspace"}""", 400)]
    [InlineData("[]", 400)]
    [InlineData("", 400)]
    public async Task What_breaks_the_rules_is_refused_and_changes_nothing(string body, int status)
    {
        var (answered, answer) = await AskAsync(body);

        answered.Should().Be(status);
        answer.GetProperty("error").GetProperty("message").GetString().Should().NotBeNullOrEmpty();
        _stub.Applied.Should().BeEmpty();
    }

    [Fact]
    public async Task Lengths_are_counted_in_code_points()
    {
        (await CreateAsync(string.Concat(Enumerable.Repeat("😀", 50)))).Should().Be(200);
        (await CreateAsync(string.Concat(Enumerable.Repeat("😀", 51)))).Should().Be(422);
        (await CreateAsync(new string('x', 51))).Should().Be(422);
    }

    [Fact]
    public async Task An_update_adds_the_attributes_that_it_names()
    {
        _stub.Seed(1, workspace => workspace with { Id = "ws_1", Attributes = Given.Object("""{"a":1,"b":2}""") });

        await AskAsync("""{"query":"update_workspace","params":{"id":"ws_1","name":"A","attributes":{"b":{"c":1e400}}}}""");

        _stub.Workspaces.Single().Attributes!.ToJsonString().Should().Be("""{"a":1,"b":{"c":1e400}}""");
    }

    [Fact]
    public async Task Another_key_another_path_and_another_verb_are_refused()
    {
        using var post = new StringContent("{}");
        using var get = await _http.GetAsync(new Uri(_stub.BaseAddress, "/api"), Cancel);
        using var elsewhere = await _http.PostAsync(new Uri(_stub.BaseAddress, "/api/v2"), post, Cancel);
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "wrong");

        ((int)get.StatusCode, (int)elsewhere.StatusCode).Should().Be((405, 404));
        (await AskAsync("{}")).Status.Should().Be(401);
    }

    [Fact]
    public async Task Run_alone_it_prints_where_it_listens_and_ends_when_it_is_told_to()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals to send.");
        using var process = SampleProcess.Start("PolyteiaStub", []);
        var line = await process.ReadUntilAsync("export");

        var printed = Export().Match(line);
        using var client = Given.Client(new Uri(printed.Groups["address"].Value), options => options.ApiKey = printed.Groups["key"].Value);
        (await client.ListAsync(cancellationToken: Cancel).CountAsync(Cancel)).Should().Be(3);

        (await process.StopAsync()).ExitCode.Should().Be(0);
    }

    [Theory]
    [InlineData("--help", 0)]
    [InlineData("x", 2)]
    [InlineData("70000", 2)]
    public async Task It_says_how_it_is_used(string argument, int exitCode)
    {
        var run = await SampleProcess.RunAsync("PolyteiaStub", [argument]);

        run.ExitCode.Should().Be(exitCode);
        (run.Output + run.Error).Should().Contain(exitCode == 0 ? "Usage:" : "--help");
    }

    private async Task<int> CreateAsync(string name) =>
        (
            await AskAsync(JsonSerializer.Serialize(new { query = "create_workspace", @params = new { organization_id = "org_1", name } }))
        ).Status;

    private async Task<(int Status, JsonElement Answer)> AskAsync(string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await _http.PostAsync(new Uri(_stub.BaseAddress, "/api"), content, Cancel);
        return ((int)response.StatusCode, JsonElement.Parse(await response.Content.ReadAsStringAsync(Cancel)));
    }

    private static IEnumerable<string> AnswerShape(DocumentedExample example) =>
        // Its own attributes are those of another request.
        Shape(example.Answer)
            .Select(member => example.Name == "create_workspace" && member.EndsWith(".key", StringComparison.Ordinal) ? null : member)
            .OfType<string>()
            .Concat(
                example.Name == "create_workspace"
                    ? Shape(example.Params.GetProperty("attributes")).Select(one => "data.attributes." + one)
                    : []
            );

    /// <summary>The path of every member.</summary>
    private static IEnumerable<string> Shape(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => element
                .EnumerateObject()
                .SelectMany(member => Shape(member.Value).Select(inner => $"{member.Name}.{inner}").Prepend(member.Name)),
            JsonValueKind.Array => element.EnumerateArray().SelectMany(Shape),
            _ => [],
        };

    [GeneratedRegex("POLYTEIA_BASE_URL=(?<address>[^ ]+) POLYTEIA_API_KEY=(?<key>[^ ]+)")]
    private static partial Regex Export();
}
