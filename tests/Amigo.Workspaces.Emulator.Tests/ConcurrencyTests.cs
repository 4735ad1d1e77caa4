using Amigo.Workspaces.Emulator.Tests.Support;

namespace Amigo.Workspaces.Emulator.Tests;

public sealed class ConcurrencyTests : EmulatorTest
{
    [Fact]
    public async Task Of_many_creates_of_one_slug_exactly_one_succeeds()
    {
        var creates = Enumerable
            .Range(0, 64)
            .Select(async number =>
            {
                var slug = $"clinic-{number % 8}";
                return (slug, (await SendAsync("POST", "v1/me/workspaces", CreateBody(slug))).Status);
            });

        var answers = await Task.WhenAll(creates);

        var bySlug = answers.GroupBy(answer => answer.slug).ToList();
        bySlug.Should().HaveCount(8);
        bySlug.Should().OnlyContain(group => group.Count(answer => answer.Status == 201) == 1);
        bySlug.Should().OnlyContain(group => group.Count(answer => answer.Status == 409) == 7);
        Emulator.Workspaces.Should().HaveCount(8);
        Emulator.Applied.Should().HaveCount(8);
    }

    [Fact]
    public async Task Concurrent_updates_lose_no_field()
    {
        var workspace = SeedOne();
        string[] bodies =
        [
            """{"name":"Renamed"}""",
            """{"environment":"development"}""",
            """{"region":"eu-central-1"}""",
            """{"connector_type":"cerner"}""",
        ];

        var updates = Enumerable.Range(0, 64).Select(number => SendAsync("PATCH", $"v1/workspaces/{workspace.Id}", bodies[number % 4]));
        var answers = await Task.WhenAll(updates);

        answers.Should().OnlyContain(answer => answer.Status == 200);
        Stored(workspace.Id)
            .Should()
            .Be(workspace with { Name = "Renamed", Environment = "development", Region = "eu-central-1", ConnectorType = "cerner" });
        Emulator.Applied.Should().HaveCount(64);
    }

    [Fact]
    public async Task Of_many_archives_exactly_one_succeeds()
    {
        var workspace = SeedOne();

        var archives = Enumerable
            .Range(0, 16)
            .Select(_ => SendAsync("POST", $"v1/workspaces/{workspace.Id}/archive", $$"""{"slug":"{{workspace.Slug}}"}"""));
        var statuses = (await Task.WhenAll(archives)).Select(answer => answer.Status).ToList();

        statuses.Count(status => status == 200).Should().Be(1);
        statuses.Count(status => status == 404).Should().Be(15);
    }

    [Fact]
    public async Task A_fault_strikes_as_often_as_injected_also_under_load()
    {
        Emulator.Inject(Fault.Status(503), times: 10);

        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => SendAsync("GET", "v1/workspaces")));

        answers.Count(answer => answer.Status == 503).Should().Be(10);
        answers.Count(answer => answer.Status == 200).Should().Be(30);
        Emulator.Requests.Should().HaveCount(40).And.OnlyContain(request => request.StatusCode != null);
    }
}
