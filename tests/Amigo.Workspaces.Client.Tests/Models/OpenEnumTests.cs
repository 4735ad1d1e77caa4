using System.ComponentModel;
using System.Reflection;
using System.Text.Json;
using Amigo.Workspaces.Client.Tests.Support;

namespace Amigo.Workspaces.Client.Tests.Models;

public class OpenEnumTests
{
    [Fact]
    public void Environments_are_those_of_the_contract()
    {
        Members<WorkspaceEnvironment>().Should().BeEquivalentTo(OpenApiFile.EnumOf("CreateWorkspaceRequest", "environment"));
        Members<WorkspaceEnvironment>().Should().BeEquivalentTo(OpenApiFile.EnumOf("UpdateWorkspaceRequest", "environment"));
    }

    [Fact]
    public void Regions_are_those_of_the_contract() =>
        Members<WorkspaceRegion>().Should().BeEquivalentTo(OpenApiFile.EnumOf("UpdateWorkspaceRequest", "region"));

    [Fact]
    public void Connector_types_are_those_of_the_contract() =>
        Members<ConnectorType>().Should().BeEquivalentTo(OpenApiFile.EnumOf("UpdateWorkspaceRequest", "connector_type"));

    [Fact]
    public void Every_member_is_known_to_validation()
    {
        WorkspaceEnvironment.Known.Texts.Should().BeEquivalentTo(Members<WorkspaceEnvironment>());
        WorkspaceRegion.Known.Texts.Should().BeEquivalentTo(Members<WorkspaceRegion>());
        ConnectorType.Known.Texts.Should().BeEquivalentTo(Members<ConnectorType>());
    }

    [Fact]
    public void Each_member_has_the_value_that_its_name_says()
    {
        WorkspaceEnvironment.Production.Value.Should().Be("production");
        WorkspaceEnvironment.Staging.Value.Should().Be("staging");
        WorkspaceEnvironment.Development.Value.Should().Be("development");
        WorkspaceRegion.UsEast1.Value.Should().Be("us-east-1");
        WorkspaceRegion.ApSoutheast2.Value.Should().Be("ap-southeast-2");
        WorkspaceRegion.EuCentral1.Value.Should().Be("eu-central-1");
        WorkspaceRegion.CaCentral1.Value.Should().Be("ca-central-1");
        ConnectorType.Epic.Value.Should().Be("epic");
        ConnectorType.Cerner.Value.Should().Be("cerner");
        ConnectorType.Allscripts.Value.Should().Be("allscripts");
        ConnectorType.FhirStore.Value.Should().Be("fhir_store");
        ConnectorType.Athenahealth.Value.Should().Be("athenahealth");
        ConnectorType.Charmhealth.Value.Should().Be("charmhealth");
        ConnectorType.EClinicalWorks.Value.Should().Be("eclinicalworks");
        ConnectorType.Meditab.Value.Should().Be("meditab");
    }

    [Theory]
    [InlineData("revolution")]
    [InlineData("EPIC")]
    [InlineData("")]
    [InlineData("a value with spaces, \"quotes\" and ünïcode")]
    public void A_value_that_this_version_does_not_know_survives_a_read_and_a_write(string value)
    {
        var json = JsonSerializer.Serialize(value);

        AfterARoundTrip<WorkspaceEnvironment>(json).Should().Be(new WorkspaceEnvironment(value));
        AfterARoundTrip<WorkspaceRegion>(json).Should().Be(new WorkspaceRegion(value));
        AfterARoundTrip<ConnectorType>(json).Should().Be(new ConnectorType(value));
        new ConnectorType(value).IsKnown.Should().BeFalse();
    }

    [Theory]
    [InlineData("null")]
    [InlineData("1")]
    [InlineData("true")]
    [InlineData("{}")]
    [InlineData("[]")]
    public void Anything_but_a_string_is_refused(string json)
    {
        var read = () => JsonSerializer.Deserialize<ConnectorType>(json);

        read.Should().Throw<JsonException>();
    }

    [Fact]
    public void A_nullable_one_reads_and_writes_null()
    {
        JsonSerializer.Deserialize<ConnectorType?>("null").Should().BeNull();
        JsonSerializer.Serialize<ConnectorType?>(null).Should().Be("null");
    }

    [Fact]
    public void It_prints_as_its_wire_string()
    {
        WorkspaceEnvironment.Production.ToString().Should().Be("production");
        WorkspaceRegion.UsEast1.ToString().Should().Be("us-east-1");
        new ConnectorType("hubspot").ToString().Should().Be("hubspot");
    }

    [Fact]
    public void The_default_prints_as_nothing_and_is_not_known()
    {
        default(WorkspaceEnvironment).ToString().Should().BeEmpty();
        default(WorkspaceEnvironment).IsKnown.Should().BeFalse();
        default(WorkspaceRegion).ToString().Should().BeEmpty();
        default(WorkspaceRegion).IsKnown.Should().BeFalse();
        default(ConnectorType).ToString().Should().BeEmpty();
        default(ConnectorType).IsKnown.Should().BeFalse();
    }

    [Fact]
    public void Two_with_the_same_wire_string_are_equal_and_case_counts()
    {
        new ConnectorType("epic").Should().Be(ConnectorType.Epic);
        (new ConnectorType("Epic") == ConnectorType.Epic).Should().BeFalse();
    }

    private static T AfterARoundTrip<T>(string json) =>
        JsonSerializer.Deserialize<T>(JsonSerializer.Serialize(JsonSerializer.Deserialize<T>(json)))!;

    private static List<string> Members<T>() =>
        [
            .. typeof(T)
                .GetProperties(BindingFlags.Public | BindingFlags.Static)
                .Where(property => property.PropertyType == typeof(T))
                .Select(property => property.GetValue(null)!.ToString()!),
        ];

    [Fact]
    public void Every_value_of_the_contract_is_known()
    {
        Members<WorkspaceEnvironment>().Should().OnlyContain(value => new WorkspaceEnvironment(value).IsKnown);
        Members<WorkspaceRegion>().Should().OnlyContain(value => new WorkspaceRegion(value).IsKnown);
        Members<ConnectorType>().Should().OnlyContain(value => new ConnectorType(value).IsKnown);
    }

    [Fact]
    public void A_converter_needs_a_writer() =>
        new WorkspaceRegion.Converter()
            .Invoking(converter => converter.Write(null!, WorkspaceRegion.UsEast1, JsonSerializerOptions.Default))
            .Should()
            .Throw<ArgumentNullException>()
            .WithParameterName("writer");

    [Fact]
    public void A_wire_string_converts_to_one_and_null_to_none()
    {
        WorkspaceEnvironment staging = "staging";
        WorkspaceRegion region = "mars-north-1";
        string? text = null;
        ConnectorType? none = text;
        text = "epic";
        ConnectorType? epic = text;

        staging.Should().Be(WorkspaceEnvironment.Staging);
        region.Value.Should().Be("mars-north-1");
        none.Should().BeNull();
        epic.Should().Be(ConnectorType.Epic);
        (staging == "staging").Should().BeTrue();
        var convert = () => (WorkspaceEnvironment)(string)null!;
        convert.Should().Throw<ArgumentNullException>().WithParameterName("value");
    }

    [Fact]
    public void It_can_be_the_key_of_a_dictionary()
    {
        var counts = new Dictionary<WorkspaceEnvironment, int> { [WorkspaceEnvironment.Production] = 2, [new("sand box")] = 1 };

        var json = JsonSerializer.Serialize(counts);

        json.Should().Be("""{"production":2,"sand box":1}""");
        JsonSerializer.Deserialize<Dictionary<WorkspaceEnvironment, int>>(json).Should().Equal(counts);
        JsonSerializer.Serialize(new Dictionary<ConnectorType, int> { [default] = 1 }).Should().Be("""{"":1}""");
        JsonSerializer.Serialize(new Dictionary<ConversionTarget, int> { [ConversionTarget.Staging] = 1 }).Should().Be("""{"staging":1}""");
    }

    /// <summary>Binders of configuration and of routes, and Newtonsoft, look for one.</summary>
    [Fact]
    public void A_type_converter_knows_its_wire_string()
    {
        var converter = TypeDescriptor.GetConverter(typeof(WorkspaceEnvironment));

        converter.ConvertFromInvariantString("staging").Should().Be(WorkspaceEnvironment.Staging);
        converter.ConvertToInvariantString(WorkspaceEnvironment.Staging).Should().Be("staging");
        converter.CanConvertFrom(typeof(int)).Should().BeFalse();
        TypeDescriptor.GetConverter(typeof(ConnectorType)).ConvertFromInvariantString("epic").Should().Be(ConnectorType.Epic);
        TypeDescriptor.GetConverter(typeof(WorkspaceRegion)).ConvertFromInvariantString("us-east-1").Should().Be(WorkspaceRegion.UsEast1);
    }
}
