namespace Polyteia.Workspaces.Client.Tests.Behaviour;

/// <summary>What one workspace holds must not make the whole answer unreadable, as long as it can be understood.</summary>
public class TolerantReadingTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Half_a_character_is_the_replacement_character()
    {
        var workspace = await ReadAsync(
            Given
                .WorkspaceAnswer.Replace("Finance department", "\\ud83c", StringComparison.Ordinal)
                .Replace("{", "{\"\\udf4b\": 1, ", StringComparison.Ordinal)
        );

        workspace.Description.Should().Be("\uFFFD workspace");
    }

    [Fact]
    public async Task A_leap_second_is_the_second_after_it() =>
        (await ReadAsync(Given.WorkspaceAnswer.Replace("2025-03-24T15:12:49.186202Z", "2016-12-31T23:59:60Z", StringComparison.Ordinal)))
            .CreatedAt.Should()
            .Be(new DateTimeOffset(2017, 1, 1, 0, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_date_may_be_escaped() =>
        (
            await ReadAsync(
                Given.WorkspaceAnswer.Replace(
                    "2025-03-24T15:12:49.186202Z",
                    string.Concat("2025-03-24T15:12:49Z".Select(character => $"\\u{(int)character:x4}")),
                    StringComparison.Ordinal
                )
            )
        )
            .CreatedAt.Should()
            .Be(new DateTimeOffset(2025, 3, 24, 15, 12, 49, TimeSpan.Zero));

    [Theory]
    [InlineData(70)]
    [InlineData(5_000)]
    [InlineData(1_000_000)]
    public async Task What_is_ignored_nests_as_deep_as_it_likes(int depth)
    {
        var deep = new string('[', depth) + new string(']', depth);

        (await ReadAsync(Given.WorkspaceAnswer.Replace("\"name\"", $"\"x\": {deep}, \"name\"", StringComparison.Ordinal)))
            .Name.Should()
            .Be("Finance");
    }

    [Fact]
    public async Task Attributes_nest_as_deep_as_they_could_be_written_back()
    {
        static string Nested(int depth) => $$"""{"a":{{new string('[', depth - 1)}}{{new string(']', depth - 1)}}}""";
        static string Answer(int depth) => Given.WorkspaceAnswer.Replace("""{"key": "value"}""", Nested(depth), StringComparison.Ordinal);

        (await ReadAsync(Answer(900))).Attributes!.Value.GetRawText().Should().Be(Nested(900));
        var tooDeep = () => ReadAsync(Answer(1_000_000));
        (await tooDeep.Should().ThrowAsync<PolyteiaResponseException>())
            .Which.Message.Should()
            .Contain("$.data.attributes nests deeper than 1000");
    }

    [Fact]
    public async Task A_whole_number_is_read_however_it_is_written()
    {
        await using var server = await StubServer.StartAsync(
            200,
            Given
                .ListAnswer.Replace("\"total\":1", "\"total\":1.0", StringComparison.Ordinal)
                .Replace("\"size\":100", "\"size\":1e2", StringComparison.Ordinal)
        );
        using var client = Given.Client(server.BaseAddress);

        (await client.ListAsync(Cancel).ToListAsync(Cancel)).Should().ContainSingle();
    }

    private static async Task<Workspace> ReadAsync(string answer)
    {
        await using var server = await StubServer.StartAsync(200, answer);
        using var client = Given.Client(server.BaseAddress);
        return await client.GetAsync(Given.Id, Cancel);
    }
}
