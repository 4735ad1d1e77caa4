using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Amigo.Workspaces.Client.Tests.Models;
using FsCheck.Fluent;

namespace Amigo.Workspaces.Client.Tests.Properties;

/// <summary>A model that is written and read again is the same, through our own serializer context and through a plain one.</summary>
public class ModelProperties
{
    [Fact]
    public void A_workspace_survives_a_round_trip() =>
        Fuzz.ForAll(5, ModelGenerators.Workspaces, workspace => Survives(workspace, ResponseJson.Default.Workspace, AreSame));

    [Fact]
    public void A_page_survives_a_round_trip() =>
        Fuzz.ForAll(
            2,
            ModelGenerators.Pages,
            page =>
                Survives(
                    page,
                    ResponseJson.Default.WorkspacePage,
                    (one, other) =>
                        one with { Items = other.Items } == other
                        && one.Items.Count == other.Items.Count
                        && one.Items.Zip(other.Items).All(pair => AreSame(pair.First, pair.Second))
                )
        );

    [Fact]
    public void A_provision_result_survives_a_round_trip() =>
        Fuzz.ForAll(
            1,
            ModelGenerators.Workspaces.Select(workspace => new ProvisionResult { Workspace = workspace }),
            result => Survives(result, ResponseJson.Default.ProvisionResult, (one, other) => AreSame(one.Workspace, other.Workspace))
        );

    [Fact]
    public void An_environment_check_survives_a_round_trip() =>
        Fuzz.ForAll(
            1,
            ModelGenerators.Checks,
            check =>
                Survives(
                    check,
                    ResponseJson.Default.EnvironmentCheck,
                    (one, other) => one with { Warnings = other.Warnings } == other && one.Warnings.SequenceEqual(other.Warnings)
                )
        );

    [Fact]
    public void Test_caller_numbers_survive_a_round_trip() =>
        Fuzz.ForAll(
            1,
            ModelGenerators.Checks.Select(check => new TestCallerNumbers { Numbers = check.Warnings }),
            numbers => Survives(numbers, ResponseJson.Default.TestCallerNumbers, (one, other) => one.Numbers.SequenceEqual(other.Numbers))
        );

    [Fact]
    public void An_update_survives_a_round_trip() =>
        Fuzz.ForAll(
            3,
            ModelGenerators.Updates,
            update => Survives(update, OwnJson.Default.UpdateWorkspaceRequest, (one, other) => one == other)
        );

    [Fact]
    public void A_creation_survives_a_round_trip() =>
        Fuzz.ForAll(
            1,
            ModelGenerators.Creations,
            creation => Survives(creation, RequestJson.Default.CreateWorkspaceRequest, (one, other) => one == other)
        );

    [Fact]
    public void A_conversion_survives_a_round_trip() =>
        Fuzz.ForAll(
            1,
            ModelGenerators.Conversions,
            conversion => Survives(conversion, RequestJson.Default.ConvertEnvironmentRequest, (one, other) => one == other)
        );

    [Fact]
    public void An_archiving_survives_a_round_trip() =>
        Fuzz.ForAll(
            1,
            Texts.Unicode.Select(slug => new ArchiveWorkspaceRequest { Slug = slug }),
            archiving => Survives(archiving, RequestJson.Default.ArchiveWorkspaceRequest, (one, other) => one == other)
        );

    [Fact]
    public void An_open_enum_keeps_any_text() =>
        Fuzz.ForAll(
            5,
            Texts.Unicode,
            text =>
            {
                var json = JsonSerializer.Serialize(text);

                JsonSerializer.Deserialize<WorkspaceEnvironment>(json).Value.Should().Be(text);
                JsonSerializer.Deserialize<WorkspaceRegion>(json).Value.Should().Be(text);
                JsonSerializer.Deserialize<ConnectorType?>(json)!.Value.Value.Should().Be(text);
                JsonSerializer.Serialize(new ConnectorType(text)).Should().Be(json);
                new ConnectorType(text).ToString().Should().Be(text);
            }
        );

    private static void Survives<T>(T value, JsonTypeInfo<T> context, Func<T, T, bool> areSame)
    {
        areSame(JsonSerializer.Deserialize(JsonSerializer.Serialize(value, context), context)!, value)
            .Should()
            .BeTrue("our own JSON keeps it");
        areSame(JsonSerializer.Deserialize<T>(JsonSerializer.Serialize(value))!, value).Should().BeTrue("a caller's own JSON keeps it");
    }

    /// <summary>The same moments are not enough: their offsets have to be the same too.</summary>
    private static bool AreSame(Workspace one, Workspace other) =>
        one == other
        && one.CreatedAt.EqualsExact(other.CreatedAt)
        && one.UpdatedAt.EqualsExact(other.UpdatedAt)
        && one.ProvisionedAt?.Offset == other.ProvisionedAt?.Offset;
}
