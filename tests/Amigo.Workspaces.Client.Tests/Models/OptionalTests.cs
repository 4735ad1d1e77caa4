using System.Runtime.Serialization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Amigo.Workspaces.Client.Tests.Models;

public class OptionalTests
{
    [Fact]
    public void An_unset_member_is_left_out()
    {
        Json(new UpdateWorkspaceRequest()).Should().Be("{}");
        Json(new UpdateWorkspaceRequest { Name = default }).Should().Be("{}");
    }

    [Fact]
    public void A_member_set_to_null_is_sent_as_null() =>
        Json(
                new UpdateWorkspaceRequest
                {
                    Name = null,
                    Environment = null,
                    Region = null,
                    ConnectorType = null,
                }
            )
            .Should()
            .Be("""{"name":null,"environment":null,"region":null,"connector_type":null}""");

    [Fact]
    public void A_member_set_to_a_value_is_sent_as_that_value() =>
        Json(
                new UpdateWorkspaceRequest
                {
                    Name = "Acme",
                    Environment = WorkspaceEnvironment.Development,
                    Region = WorkspaceRegion.EuCentral1,
                    ConnectorType = ConnectorType.FhirStore,
                }
            )
            .Should()
            .Be("""{"name":"Acme","environment":"development","region":"eu-central-1","connector_type":"fhir_store"}""");

    [Fact]
    public void Each_member_is_left_out_or_sent_for_itself() =>
        Json(new UpdateWorkspaceRequest { ConnectorType = null, Name = "Acme" }).Should().Be("""{"name":"Acme","connector_type":null}""");

    [Theory]
    [InlineData("{}", false, null)]
    [InlineData("""{"name":null}""", true, null)]
    [InlineData("""{"name":"Acme"}""", true, "Acme")]
    public void Unset_null_and_a_value_are_told_apart_when_read(string json, bool isSet, string? value)
    {
        foreach (
            var name in new[]
            {
                JsonSerializer.Deserialize(json, OwnJson.Default.UpdateWorkspaceRequest)!.Name,
                JsonSerializer.Deserialize<UpdateWorkspaceRequest>(json)!.Name,
            }
        )
        {
            name.IsSet.Should().Be(isSet);
            name.Should().Be(isSet ? new Optional<string?>(value) : default);
        }
    }

    [Fact]
    public void A_value_converts_and_so_does_null()
    {
        Optional<string?> text = "Acme";
        Optional<string?> none = null;
        Optional<int> number = 0;

        text.IsSet.Should().BeTrue();
        text.Value.Should().Be("Acme");
        none.IsSet.Should().BeTrue();
        none.Value.Should().BeNull();
        number.IsSet.Should().BeTrue("zero is a value");
        number.Value.Should().Be(0);
    }

    [Fact]
    public void The_default_is_unset_and_differs_from_null()
    {
        Optional<string?> none = null;

        default(Optional<string?>).IsSet.Should().BeFalse();
        default(Optional<string?>).Should().NotBe(none);
    }

    [Fact]
    public void The_value_of_an_unset_one_is_the_default_so_that_tools_can_read_every_property()
    {
        default(Optional<string?>).Value.Should().BeNull();
        default(Optional<int>).Value.Should().Be(0);
        new UpdateWorkspaceRequest { Name = "Acme" }
            .Should()
            .BeEquivalentTo(new UpdateWorkspaceRequest { Name = "Acme" }, options => options.ComparingByMembers<Optional<string?>>());
    }

    [Fact]
    public void In_a_record_of_the_callers_own_it_comes_back_as_it_was()
    {
        Mine[] records =
        [
            new(),
            new() { Name = "Acme", Count = 0 },
            new()
            {
                Name = null,
                Count = 7,
                Connector = ConnectorType.Epic,
            },
            new() { Connector = null },
        ];

        foreach (var record in records)
        {
            JsonSerializer.Deserialize<Mine>(JsonSerializer.Serialize(record)).Should().Be(record);
        }

        JsonSerializer.Serialize(records[0]).Should().Be("{}");
        JsonSerializer.Serialize(records[2]).Should().Be("""{"Name":null,"Count":7,"Connector":"epic"}""");
    }

    [Fact]
    public void Where_its_owner_does_not_leave_it_out_it_is_null()
    {
        JsonSerializer.Serialize(new Optional<int>[] { default, 5 }).Should().Be("[null,5]");
        JsonSerializer.Deserialize<Optional<int>[]>("[null,5]").Should().Equal(default, 5);
        JsonSerializer.Serialize(default(Optional<string?>)).Should().Be("null");
    }

    /// <summary>Newtonsoft reads and writes by the same attributes.</summary>
    [Fact]
    public void A_data_contract_serializer_brings_it_back_too()
    {
        foreach (var optional in new Optional<string?>[] { default, null, "Acme" })
        {
            var serializer = new DataContractSerializer(typeof(Optional<string?>));
            using var stream = new MemoryStream();
            serializer.WriteObject(stream, optional);
            stream.Position = 0;

            serializer.ReadObject(stream).Should().Be(optional);
        }
    }

    [Fact]
    public void It_prints_what_will_be_sent()
    {
        Optional<string?> none = null;

        default(Optional<string?>).ToString().Should().Be("(unset)");
        none.ToString().Should().Be("null");
        new Optional<ConnectorType?>(ConnectorType.Epic).ToString().Should().Be("epic");
    }

    [Fact]
    public void A_request_with_unset_members_can_be_printed_and_compared()
    {
        new UpdateWorkspaceRequest { Name = "Acme" }
            .ToString()
            .Should()
            .Contain("Name = Acme")
            .And.Contain("Region = (unset)");
        new UpdateWorkspaceRequest { Name = "Acme" }
            .Should()
            .Be(new UpdateWorkspaceRequest { Name = "Acme" });
        new UpdateWorkspaceRequest { Name = null }
            .Should()
            .NotBe(new UpdateWorkspaceRequest());
    }

    [Fact]
    public void Its_converter_needs_options() =>
        new OptionalConverter<string?>()
            .Invoking(converter => converter.Write(new Utf8JsonWriter(Stream.Null), "Acme", null!))
            .Should()
            .Throw<ArgumentNullException>()
            .WithParameterName("options");

    private sealed record Mine
    {
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
        public Optional<string?> Name { get; init; }

        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
        public Optional<int> Count { get; init; }

        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
        public Optional<ConnectorType?> Connector { get; init; }
    }

    /// <summary>What goes over the wire, and what a caller's own serializer makes of it, which must be the same.</summary>
    private static string Json(UpdateWorkspaceRequest request)
    {
        var sent = Encoding.UTF8.GetString(((RequestContent)new RequestBodies().ToHttpContent(request)).Bytes);
        JsonSerializer.Serialize(request).Should().Be(sent);
        return sent;
    }
}
