using System.Text.Json;

namespace Polyteia.Workspaces.Client.Tests.Models;

public class WorkspaceTests
{
    [Fact]
    public void Workspaces_with_the_same_members_are_equal() => Sample().Should().Be(Sample());

    [Fact]
    public void Equal_workspaces_share_a_hash_code() => Sample().GetHashCode().Should().Be(Sample().GetHashCode());

    [Fact]
    public void A_workspace_that_differs_in_any_member_is_another()
    {
        var sample = Sample();
        Workspace[] others =
        [
            sample with
            {
                Id = "ws_2",
            },
            sample with
            {
                OrganizationId = "org_2",
            },
            sample with
            {
                CreatedAt = DateTimeOffset.UnixEpoch,
            },
            sample with
            {
                UpdatedAt = DateTimeOffset.UnixEpoch,
            },
            sample with
            {
                Name = "finance",
            },
            sample with
            {
                Description = null,
            },
            sample with
            {
                Attributes = null,
            },
            sample with
            {
                Attributes = JsonElement.Parse("""{"a":1.0}"""),
            },
            sample with
            {
                Attributes = default(JsonElement),
            },
        ];

        others.Should().NotContain(sample);
        others.Should().HaveCount(typeof(Workspace).GetProperties().Length + 2, "every member is looked at");
    }

    private static Workspace Sample() =>
        new()
        {
            Id = "ws_1",
            OrganizationId = "org_1",
            CreatedAt = new DateTimeOffset(2025, 1, 2, 3, 4, 5, TimeSpan.Zero),
            UpdatedAt = new DateTimeOffset(2025, 1, 2, 3, 4, 6, TimeSpan.Zero),
            Name = "Finance",
            Description = "Money",
            Attributes = JsonElement.Parse("""{"a":1}"""),
        };
}
