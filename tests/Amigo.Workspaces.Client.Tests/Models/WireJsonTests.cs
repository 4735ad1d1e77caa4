using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Amigo.Workspaces.Client.Tests.Support;

namespace Amigo.Workspaces.Client.Tests.Models;

/// <summary>Every model in both directions, through our own serializer context and through a caller's plain serializer.</summary>
public class WireJsonTests
{
    private static readonly Workspace Acme = new()
    {
        Id = Given.WorkspaceId,
        Slug = "acme-clinic",
        Name = "Acme Clinic",
        Environment = WorkspaceEnvironment.Staging,
        BackendOrgId = "org-1",
        Region = WorkspaceRegion.UsEast1,
        ConnectorType = ConnectorType.Epic,
        ProvisionedAt = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero).AddTicks(1_234_560),
        CreatedAt = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddTicks(10),
        UpdatedAt = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero).AddTicks(1_234_560),
    };

    [Fact]
    public void A_workspace() => BothWays(Acme, Given.WorkspaceJson, ResponseJson.Default.Workspace, "WorkspaceResponse");

    [Fact]
    public void A_workspace_without_what_may_be_missing()
    {
        var json = JsonNode.Parse(Given.WorkspaceJson)!.AsObject();
        json["backend_org_id"] = json["connector_type"] = json["provisioned_at"] = null;

        BothWays(
            Acme with
            {
                BackendOrgId = null,
                ConnectorType = null,
                ProvisionedAt = null,
            },
            json.ToJsonString(),
            ResponseJson.Default.Workspace,
            "WorkspaceResponse"
        );
    }

    [Fact]
    public void A_page() =>
        BothWays(
            new WorkspacePage
            {
                Items = [Acme, Acme with { Slug = "other" }],
                HasMore = true,
                ContinuationToken = 2,
                Total = 5_000_000_000,
            },
            $$"""
            {
              "items": [{{Given.WorkspaceJson}}, {{Given.WorkspaceJson.Replace("acme-clinic", "other", StringComparison.Ordinal)}}],
              "has_more": true, "continuation_token": 2, "total": 5000000000
            }
            """,
            ResponseJson.Default.WorkspacePage,
            "PaginatedResponse_WorkspaceResponse_"
        );

    [Fact]
    public void An_empty_page_whose_optional_members_are_left_out()
    {
        var page = JsonSerializer.Deserialize("""{"items":[],"has_more":false}""", ResponseJson.Default.WorkspacePage)!;

        page.Items.Should().BeEmpty();
        page.HasMore.Should().BeFalse();
        page.ContinuationToken.Should().BeNull();
        page.Total.Should().BeNull();
    }

    [Fact]
    public void A_provision_result() =>
        BothWays(
            new ProvisionResult { Workspace = Acme },
            $$"""{"workspace": {{Given.WorkspaceJson}}}""",
            ResponseJson.Default.ProvisionResult,
            "ProvisionResponse"
        );

    [Fact]
    public void An_environment_check() =>
        BothWays(
            new EnvironmentCheck
            {
                Current = "staging",
                Target = "production",
                Warnings = ["No BAA on file"],
            },
            """{"current":"staging","target":"production","warnings":["No BAA on file"]}""",
            ResponseJson.Default.EnvironmentCheck,
            "EnvironmentCheckResponse"
        );

    [Fact]
    public void Test_caller_numbers()
    {
        const string json = """{"numbers":["\u002B15550100","555-0101"]}""";
        var numbers = new TestCallerNumbers { Numbers = ["+15550100", "555-0101"] };

        BothWays(numbers, json, ResponseJson.Default.TestCallerNumbers, "TestCallerNumbersRequest");
        BothWays(numbers, json, ResponseJson.Default.TestCallerNumbers, "TestCallerNumbersResponse");
    }

    [Fact]
    public void A_create_request() =>
        BothWays(
            Given.CreateRequest with
            {
                BackendOrgId = "org-1",
            },
            """{"slug":"acme-clinic","name":"Acme Clinic","environment":"staging","backend_org_id":"org-1"}""",
            RequestJson.Default.CreateWorkspaceRequest,
            "CreateWorkspaceRequest"
        );

    [Fact]
    public void A_create_request_leaves_out_a_backend_organization_that_there_is_not() =>
        JsonSerializer
            .Serialize(Given.CreateRequest, RequestJson.Default.CreateWorkspaceRequest)
            .Should()
            .Be("""{"slug":"acme-clinic","name":"Acme Clinic","environment":"staging"}""");

    [Fact]
    public void An_update_request() =>
        BothWays(
            new UpdateWorkspaceRequest
            {
                Name = "Acme",
                Environment = WorkspaceEnvironment.Production,
                Region = WorkspaceRegion.CaCentral1,
                ConnectorType = ConnectorType.EClinicalWorks,
            },
            """{"name":"Acme","environment":"production","region":"ca-central-1","connector_type":"eclinicalworks"}""",
            OwnJson.Default.UpdateWorkspaceRequest,
            "UpdateWorkspaceRequest"
        );

    [Fact]
    public void An_archive_request() =>
        BothWays(
            new ArchiveWorkspaceRequest { Slug = "acme-clinic" },
            """{"slug":"acme-clinic"}""",
            RequestJson.Default.ArchiveWorkspaceRequest,
            "ArchiveWorkspaceRequest"
        );

    [Theory]
    [InlineData(ConversionTarget.Production, "production")]
    [InlineData(ConversionTarget.Staging, "staging")]
    public void A_convert_request(ConversionTarget target, string wire)
    {
        BothWays(
            new ConvertEnvironmentRequest { Target = target, ConfirmSlug = "acme-clinic" },
            $$"""{"target":"{{wire}}","confirm_slug":"acme-clinic"}""",
            RequestJson.Default.ConvertEnvironmentRequest,
            "ConvertEnvironmentRequest"
        );
        OpenApiFile.EnumOf("ConvertEnvironmentRequest", "target").Should().Contain(wire);
    }

    [Theory]
    [InlineData("""{"target":0,"confirm_slug":"acme-clinic"}""")]
    [InlineData("""{"target":"development","confirm_slug":"acme-clinic"}""")]
    public void A_conversion_target_is_one_of_the_two_words(string json)
    {
        var read = () => JsonSerializer.Deserialize<ConvertEnvironmentRequest>(json);

        read.Should().Throw<JsonException>();
    }

    [Fact]
    public void Members_that_this_version_does_not_know_are_ignored()
    {
        var json = JsonNode.Parse(Given.WorkspaceJson)!.AsObject();
        json["brand_new"] = JsonNode.Parse("""{"nested":[1,{"id":"not this one"}]}""");

        JsonSerializer.Deserialize(json.ToJsonString(), ResponseJson.Default.Workspace).Should().Be(Acme);
    }

    [Theory]
    [InlineData("xx")]
    [InlineData("xxxx")]
    [InlineData("xxxxxx")]
    [InlineData("xxxxxxxxxx")]
    [InlineData("xxxxxxxxxxx")]
    [InlineData("xxxxxxxxxxxxxx")]
    [InlineData("a_name_longer_than_any_that_is_known")]
    [InlineData("\\u0061_name_with_an_escape_that_is_longer_than_any_that_is_known_however_much_of_it_were_escaped")]
    public void A_member_that_is_not_known_is_not_taken_for_one_whose_name_is_as_long(string name)
    {
        var json = Given.WorkspaceJson.Replace("\"id\"", $"\"{name}\": 7, \"id\"", StringComparison.Ordinal);

        JsonSerializer.Deserialize(json, ResponseJson.Default.Workspace).Should().Be(Acme);
        JsonSerializer
            .Deserialize(json.Replace("}", $", \"{name}\": 7 }}", StringComparison.Ordinal), ResponseJson.Default.Workspace)
            .Should()
            .Be(Acme);
    }

    [Fact]
    public void Values_that_this_version_does_not_know_are_kept()
    {
        var json = Given
            .WorkspaceJson.Replace("staging", "sandbox", StringComparison.Ordinal)
            .Replace("us-east-1", "mars-north-1", StringComparison.Ordinal)
            .Replace("\"epic\"", "\"tricorder\"", StringComparison.Ordinal);

        JsonSerializer
            .Deserialize(json, ResponseJson.Default.Workspace)
            .Should()
            .Be(
                Acme with
                {
                    Environment = new WorkspaceEnvironment("sandbox"),
                    Region = new WorkspaceRegion("mars-north-1"),
                    ConnectorType = new ConnectorType("tricorder"),
                }
            );
    }

    [Fact]
    public void Of_a_member_that_comes_twice_the_last_counts()
    {
        var json = Given.WorkspaceJson.Replace("\"slug\"", "\"slug\": \"not-this\", \"slug\"", StringComparison.Ordinal);

        JsonSerializer.Deserialize(json, ResponseJson.Default.Workspace).Should().Be(Acme);
    }

    [Fact]
    public void A_name_of_which_every_character_is_escaped_is_the_same_name()
    {
        var escaped = string.Concat("backend_org_id".Select(character => $"\\u{(int)character:x4}"));
        var json = Given.WorkspaceJson.Replace("backend_org_id", escaped, StringComparison.Ordinal);

        JsonSerializer.Deserialize(json, ResponseJson.Default.Workspace).Should().Be(Acme);
    }

    [Fact]
    public void A_workspace_that_comes_in_pieces_is_read()
    {
        var bytes = Encoding.UTF8.GetBytes(Given.WorkspaceJson);
        for (var cut = 1; cut < bytes.Length; cut++)
        {
            var first = new Piece(bytes.AsMemory(0, cut));
            var last = first.Append(bytes.AsMemory(cut));
            var reader = new Utf8JsonReader(new ReadOnlySequence<byte>(first, 0, last, last.Memory.Length));

            JsonSerializer.Deserialize(ref reader, ResponseJson.Default.Workspace).Should().Be(Acme, "it is cut at {0}", cut);
        }
    }

    [Fact]
    public void What_a_workspace_does_not_have_is_null()
    {
        var workspace = new Workspace();

        workspace.ConnectorType.Should().BeNull();
        workspace.BackendOrgId.Should().BeNull();
        workspace.ProvisionedAt.Should().BeNull();
    }

    [Fact]
    public void A_model_made_by_hand_has_empty_texts_and_no_nulls()
    {
        new Workspace { Id = Given.WorkspaceId }
            .Should()
            .BeEquivalentTo(new { Slug = "", Name = "" });
        new EnvironmentCheck().Should().BeEquivalentTo(new { Current = "", Target = "" });
        new EnvironmentCheck().Warnings.Should().BeEmpty();
        new WorkspacePage().Items.Should().BeEmpty();
        new TestCallerNumbers().Numbers.Should().BeEmpty();
    }

    /// <param name="value">The model.</param>
    /// <param name="json">What it is on the wire, with every member that the contract has.</param>
    /// <param name="context">Our own reader and writer.</param>
    /// <param name="schema">The contract's name for it.</param>
    private static void BothWays<T>(T value, string json, JsonTypeInfo<T> context, string schema)
    {
        var wire = JsonNode.Parse(json)!;
        wire.AsObject().Select(member => member.Key).Should().BeEquivalentTo(OpenApiFile.PropertiesOf(schema));

        SameJson(JsonSerializer.Serialize(value, context), wire);
        SameJson(JsonSerializer.Serialize(value), wire);
        JsonSerializer.Deserialize(json, context).Should().BeEquivalentTo(value, options => options.ComparingByMembers<T>());
        JsonSerializer.Deserialize<T>(json).Should().BeEquivalentTo(value, options => options.ComparingByMembers<T>());
    }

    /// <summary>Equal but for the way that one moment can be written in more than one way.</summary>
    private static void SameJson(string actual, JsonNode expected) =>
        Normalized(JsonNode.Parse(actual)!).ToJsonString().Should().Be(Normalized(expected).ToJsonString());

    private static JsonNode Normalized(JsonNode node)
    {
        var copy = node.DeepClone();
        foreach (var workspace in new[] { copy, copy["workspace"] }.Concat(copy["items"] as JsonArray ?? []).OfType<JsonObject>())
        {
            foreach (var name in new[] { "provisioned_at", "created_at", "updated_at" })
            {
                if (workspace[name] is { } date)
                {
                    workspace[name] = date.GetValue<string>().Replace("+00:00", "Z", StringComparison.Ordinal);
                }
            }
        }

        return copy;
    }

    private sealed class Piece : ReadOnlySequenceSegment<byte>
    {
        public Piece(ReadOnlyMemory<byte> memory) => Memory = memory;

        public Piece Append(ReadOnlyMemory<byte> memory)
        {
            var next = new Piece(memory) { RunningIndex = RunningIndex + Memory.Length };
            Next = next;
            return next;
        }
    }
}
