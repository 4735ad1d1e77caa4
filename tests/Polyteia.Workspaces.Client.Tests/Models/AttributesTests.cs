using System.Text.Json;
using System.Text.Json.Nodes;

namespace Polyteia.Workspaces.Client.Tests.Models;

/// <summary>Attributes are anybody's JSON. They go there and come back without loss.</summary>
public class AttributesTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Objects =>
        [
            "{}",
            """{"key1":"value1","key2":100,"key3":{"nested":true}}""",
            """{"z":1,"a":2,"m":{"z":1,"a":2},"0":3}""",
            """{"big":123456789012345678901234567890,"precise":0.1000000000000000055511151231257827,"huge":1e400,"odd":-0.0,"exact":1.00}""",
            """{"list":[1,"two",null,false,[[]],{}],"null":null,"":"empty"}""",
            """{"text":"Zo\u00eb \ud83d\ude00","\u00fc":"\u0000\t\"\\"}""",
            """{"same":1,"Same":2}""",
        ];

    [Theory]
    [MemberData(nameof(Objects))]
    public async Task What_the_service_sent_is_what_the_caller_reads_digit_by_digit(string attributes)
    {
        await using var server = await StubServer.StartAsync(200, Answer(attributes));
        using var client = Given.Client(server.BaseAddress);

        var workspace = await client.GetAsync(Given.Id, cancellationToken: Cancel);

        workspace.Attributes!.Value.GetRawText().Should().Be(attributes);
    }

    [Theory]
    [MemberData(nameof(Objects))]
    public async Task What_was_read_can_be_sent_back_as_it_was(string attributes)
    {
        await using var server = await StubServer.StartAsync(200, Answer(attributes));
        using var client = Given.Client(server.BaseAddress);
        var workspace = await client.GetAsync(Given.Id, cancellationToken: Cancel);

        var request = new UpdateWorkspaceRequest { Name = workspace.Name, Attributes = JsonObject.Create(workspace.Attributes!.Value) };
        await client.UpdateAsync(Given.Id, request, cancellationToken: Cancel);

        Numbers(Sent(server)).Should().Equal(Numbers(JsonElement.Parse(attributes)));
        JsonElement.DeepEquals(Sent(server), JsonElement.Parse(attributes)).Should().BeTrue();
    }

    [Fact]
    public async Task Half_a_surrogate_pair_in_a_name_or_a_value_is_refused_and_nothing_is_sent()
    {
        await using var server = await StubServer.StartAsync(200, Given.WorkspaceAnswer);
        using var client = Given.Client(server.BaseAddress);
        JsonObject[] attributes =
        [
            new() { ["Jos\uD83C"] = 1 },
            new() { ["name"] = "Jos\uDF4B" },
            new() { ["name"] = '\uD83C' },
            new() { ["list"] = new JsonArray(1, new JsonObject { ["deep"] = "\uD83C\uD83C\uDF4B" }) },
            JsonNode.Parse("""{"name":"Jos\ud83c"}""")!.AsObject(),
        ];

        foreach (var each in attributes)
        {
            var create = () => client.CreateAsync(Given.CreateRequest with { Attributes = each }, cancellationToken: Cancel);
            var update = () =>
                client.UpdateAsync(
                    Given.Id,
                    Given.UpdateRequest with
                    {
                        Attributes = each,
                    },
                    new RequestOptions { SkipValidation = true },
                    Cancel
                );

            await create.Should().ThrowAsync<ArgumentException>().WithMessage("Attributes*").WithParameterName("Attributes");
            await update.Should().ThrowAsync<ArgumentException>().WithMessage("Attributes*");
        }

        server.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task A_whole_pair_and_a_key_that_comes_twice_are_sent()
    {
        await using var server = await StubServer.StartAsync(200, Given.WorkspaceAnswer);
        using var client = Given.Client(server.BaseAddress);

        await client.UpdateAsync(
            Given.Id,
            Given.UpdateRequest with
            {
                Attributes = new JsonObject { ["\U0001F34B"] = "\U0001F34B" },
            },
            cancellationToken: Cancel
        );
        await client.UpdateAsync(
            Given.Id,
            Given.UpdateRequest with
            {
                Attributes = JsonObject.Create(JsonElement.Parse("""{"a":1,"a":2}""")),
            },
            cancellationToken: Cancel
        );

        server.Requests.Should().HaveCount(2);
    }

    [Fact]
    public async Task A_key_that_comes_twice_is_kept_too()
    {
        const string attributes = """{"key":1,"key":2}""";
        await using var server = await StubServer.StartAsync(200, Answer(attributes));
        using var client = Given.Client(server.BaseAddress);

        var workspace = await client.GetAsync(Given.Id, cancellationToken: Cancel);

        workspace.Attributes!.Value.GetRawText().Should().Be(attributes);
    }

    [Fact]
    public async Task They_may_be_nested_deeply()
    {
        const int depth = 900;
        var attributes = string.Concat(Enumerable.Repeat("""{"a":""", depth)) + "1" + new string('}', depth);
        await using var server = await StubServer.StartAsync(200, Answer(attributes));
        using var client = Given.Client(server.BaseAddress);

        var workspace = await client.GetAsync(Given.Id, cancellationToken: Cancel);

        workspace.Attributes!.Value.GetRawText().Should().Be(attributes);
    }

    [Theory]
    [InlineData("[1,2]")]
    [InlineData("\"text\"")]
    [InlineData("12345678901234567890123")]
    public async Task What_is_no_object_is_kept_as_it_came(string attributes)
    {
        await using var server = await StubServer.StartAsync(200, Answer(attributes));
        using var client = Given.Client(server.BaseAddress);

        var workspace = await client.GetAsync(Given.Id, cancellationToken: Cancel);

        workspace.Attributes!.Value.GetRawText().Should().Be(attributes);
    }

    [Theory]
    [InlineData(
        """{"data":{"id":"ws_1","organization_id":"org_1","created_at":"2025-01-01T00:00:00Z","updated_at":"2025-01-01T00:00:00Z","name":"A"}}"""
    )]
    [InlineData(
        """{"data":{"id":"ws_1","organization_id":"org_1","created_at":"2025-01-01T00:00:00Z","updated_at":"2025-01-01T00:00:00Z","name":"A","description":null,"attributes":null}}"""
    )]
    public async Task None_are_null(string answer)
    {
        await using var server = await StubServer.StartAsync(200, answer);
        using var client = Given.Client(server.BaseAddress);

        var workspace = await client.GetAsync("ws_1", cancellationToken: Cancel);

        (workspace.Description, workspace.Attributes).Should().Be((null, null));
    }

    [Fact]
    public async Task They_outlive_the_client_and_the_answer()
    {
        await using var server = await StubServer.StartAsync(200, Answer("""{"a":[1,2,3]}"""));
        var client = Given.Client(server.BaseAddress);
        var workspace = await client.GetAsync(Given.Id, cancellationToken: Cancel);
        client.Dispose();
        GC.Collect();

        workspace.Attributes!.Value.GetProperty("a")[2].GetInt32().Should().Be(3);
    }

    /// <summary>Without an end to the search in them, the deepest would take the process down.</summary>
    [Fact]
    public async Task What_JSON_cannot_hold_is_refused_before_anything_is_sent()
    {
        await using var server = await StubServer.StartAsync(200, Given.WorkspaceAnswer);
        using var client = Given.Client(server.BaseAddress);

        foreach (
            var bad in new[]
            {
                Nested(1_100, inner => new JsonObject { ["a"] = inner }),
                Nested(50_000, inner => new JsonObject { ["a"] = inner }),
                Nested(50_000, inner => new JsonArray(inner)),
                new JsonObject { ["a"] = double.NaN },
            }
        )
        {
            var create = () => client.CreateAsync(Given.CreateRequest with { Attributes = bad }, cancellationToken: Cancel);
            var update = () => client.UpdateAsync(Given.Id, Given.UpdateRequest with { Attributes = bad }, cancellationToken: Cancel);

            await create.Should().ThrowAsync<ArgumentException>().WithMessage("Attributes *");
            await update.Should().ThrowAsync<ArgumentException>().WithMessage("Attributes *");
        }

        server.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task Attributes_that_nest_too_deep_are_refused_as_such()
    {
        using var client = new PolyteiaWorkspacesClient(Given.Key);
        var deep = Nested(1_100, inner => new JsonObject { ["a"] = inner });

        var create = () => client.CreateAsync(Given.CreateRequest with { Attributes = deep }, cancellationToken: Cancel);

        await create.Should().ThrowAsync<ArgumentException>().WithMessage("Attributes cannot be written as JSON.*");
    }

    private static JsonObject Nested(int depth, Func<JsonNode, JsonNode> around)
    {
        JsonNode node = new JsonObject();
        for (var level = 1; level < depth; level++)
        {
            node = around(node);
        }

        return new JsonObject { ["a"] = node };
    }

    private static string Answer(string attributes) => Given.WorkspaceAnswer.Replace("""{"key": "value"}""", attributes);

    private static JsonElement Sent(StubServer server) =>
        JsonElement.Parse(server.Requests[^1].Body).GetProperty("params").GetProperty("attributes");

    /// <summary>Every number as it is written, in order.</summary>
    private static IEnumerable<string> Numbers(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Number => [element.GetRawText()],
            JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Numbers(member.Value).Prepend(member.Name)),
            JsonValueKind.Array => element.EnumerateArray().SelectMany(Numbers),
            _ => [],
        };
}
