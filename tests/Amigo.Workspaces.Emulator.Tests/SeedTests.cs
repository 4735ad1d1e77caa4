using System.Text.RegularExpressions;
using Amigo.Workspaces.Emulator.Tests.Support;

namespace Amigo.Workspaces.Emulator.Tests;

public sealed class SeedTests : EmulatorTest
{
    [Fact]
    public void Seeded_workspaces_are_valid_unique_and_mixed()
    {
        var seeded = Emulator.Seed(200);

        seeded.Should().HaveCount(200).And.Equal(Emulator.Workspaces);
        seeded.Select(workspace => workspace.Slug).Should().OnlyHaveUniqueItems();
        seeded.Select(workspace => workspace.Id).Should().OnlyHaveUniqueItems();
        seeded.Should().OnlyContain(workspace => Regex.IsMatch(workspace.Slug, @"\A[a-z0-9][a-z0-9-]{0,61}[a-z0-9]\z"));
        seeded.Select(workspace => workspace.Environment).Distinct().Should().HaveCount(3);
        seeded.Select(workspace => workspace.Region).Distinct().Should().HaveCount(4);
        seeded.Select(workspace => workspace.ConnectorType).Distinct().Should().HaveCount(9, "eight types, and none");
        seeded.Should().Contain(workspace => workspace.ProvisionedAt == null).And.Contain(workspace => workspace.ProvisionedAt != null);
        Emulator.Applied.Should().BeEmpty();
    }

    [Fact]
    public async Task A_seeded_workspace_can_have_values_that_the_contract_does_not_know()
    {
        var seeded = SeedOne(seed => seed with { Environment = "sandbox", ConnectorType = "hubspot" });

        var answer = await SendAsync("GET", $"v1/workspaces/{seeded.Id}");

        answer.Json.GetProperty("environment").GetString().Should().Be("sandbox");
        answer.Json.GetProperty("connector_type").GetString().Should().Be("hubspot");
    }

    [Fact]
    public void A_slug_cannot_be_seeded_twice()
    {
        Emulator
            .Invoking(emulator => emulator.Seed(2, seed => seed with { Slug = "same" }))
            .Should()
            .Throw<ArgumentException>()
            .WithMessage("*'same'*");
    }

    [Fact]
    public void A_negative_count_is_refused()
    {
        Emulator.Invoking(emulator => emulator.Seed(-1)).Should().Throw<ArgumentOutOfRangeException>();
    }
}
