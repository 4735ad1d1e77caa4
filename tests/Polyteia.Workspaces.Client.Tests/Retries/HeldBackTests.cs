namespace Polyteia.Workspaces.Client.Tests.Retries;

/// <summary>A 429 that says how long to wait holds back the other calls of that client and key, and nobody else's.</summary>
public class HeldBackTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("1.5", 1.5)]
    [InlineData("99999999999", 30)]
    public async Task One_calls_lesson_is_everybodys(string retryAfter, double seconds)
    {
        var clock = new ManualTimeProvider();
        await using var server = await StubServer.StartAsync(
            (context, number) =>
                StubServer.RespondAsync(context, number == 1 ? 429 : 200, Given.WorkspaceAnswer, ("Retry-After", retryAfter))
        );
        using var client = Given.Client(server.BaseAddress, options => options.TimeProvider = clock);
        await QueryCall.Of("create_workspace").FailAsync(client, new() { MaxRetries = 0 });

        var held = client.GetAsync(Given.Id, null, Cancel);
        await clock.WhenTimerAsync(due => due == TimeSpan.FromSeconds(seconds));
        await client.GetAsync(Given.Id, new() { ApiKey = "key-of-another" }, Cancel);
        server.Requests.Should().HaveCount(2);
        clock.Advance(TimeSpan.FromSeconds(seconds));
        await held;

        server.Requests.Should().HaveCount(3);
    }
}
