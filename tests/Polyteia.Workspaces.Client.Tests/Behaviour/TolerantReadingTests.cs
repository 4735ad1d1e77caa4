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

    [Theory]
    [InlineData(70)]
    [InlineData(5_000)]
    public async Task Attributes_and_what_is_ignored_nest_as_deep_as_they_like(int depth)
    {
        var deep = $$"""{"a":{{new string('[', depth)}}{{new string(']', depth)}}}""";
        var answer = Given.WorkspaceAnswer.Replace("\"name\"", $"\"x\": {deep}, \"name\"", StringComparison.Ordinal);

        var workspace = await ReadAsync(answer.Replace("""{"key": "value"}""", deep, StringComparison.Ordinal));

        workspace.Attributes!.Value.GetRawText().Should().Be(deep);
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
