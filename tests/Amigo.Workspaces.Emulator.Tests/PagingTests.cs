using System.Text.Json;
using Amigo.Workspaces.Emulator.Tests.Support;

namespace Amigo.Workspaces.Emulator.Tests;

public sealed class PagingTests : EmulatorTest
{
    [Fact]
    public async Task Pages_follow_the_order_of_creation_and_miss_nothing()
    {
        var seeded = Emulator.Seed(25);
        var read = new List<Guid>();
        long? token = 0;

        while (token is not null)
        {
            var page = (await SendAsync("GET", $"v1/workspaces?limit=10&continuation_token={token}")).Json;
            page.GetProperty("total").GetInt32().Should().Be(25);
            read.AddRange(IdsOf(page));
            token = TokenOf(page);
            page.GetProperty("has_more").GetBoolean().Should().Be(token is not null);
        }

        read.Should().Equal(seeded.Select(workspace => workspace.Id));
    }

    [Fact]
    public async Task Ten_are_listed_when_no_limit_is_given()
    {
        Emulator.Seed(11);

        var page = (await SendAsync("GET", "v1/workspaces", null, WorkspaceRole.Viewer)).Json;

        IdsOf(page).Should().HaveCount(10);
        TokenOf(page).Should().Be(10);
    }

    [Theory]
    [InlineData("limit=100", 12, null)]
    [InlineData("limit=12", 12, null)]
    [InlineData("limit=1&limit=5", 5, 5L)]
    [InlineData("limit=+5", 5, 5L)]
    [InlineData("limit=5&continuation_token=-3", 5, 5L)]
    [InlineData("continuation_token=12", 0, null)]
    [InlineData("continuation_token=99999999999999999999", 0, null)]
    [InlineData("limit=5&continuation_token=10", 2, null)]
    public async Task A_page_holds_what_its_query_says(string query, int count, long? token)
    {
        Emulator.Seed(12);

        var page = (await SendAsync("GET", $"v1/workspaces?{query}")).Json;

        IdsOf(page).Should().HaveCount(count);
        TokenOf(page).Should().Be(token);
        page.GetProperty("has_more").GetBoolean().Should().Be(token is not null);
        page.GetProperty("total").GetInt32().Should().Be(12);
    }

    private static IEnumerable<Guid> IdsOf(JsonElement page) =>
        page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetGuid());

    private static long? TokenOf(JsonElement page) =>
        page.GetProperty("continuation_token") is { ValueKind: JsonValueKind.Number } token ? token.GetInt64() : null;
}
