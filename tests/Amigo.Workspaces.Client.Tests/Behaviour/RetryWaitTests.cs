using Amigo.Workspaces.Client.Tests.Support;

namespace Amigo.Workspaces.Client.Tests.Behaviour;

public class RetryWaitTests
{
    private static readonly TimeSpan AttemptTimeout = new WorkspacesClientOptions().AttemptTimeout;

    private readonly ManualTimeProvider _clock = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("7", 7)]
    [InlineData("30", 30)]
    [InlineData("Fri, 02 Jan 2026 03:04:14 GMT", 9)]
    public async Task A_Retry_After_is_the_least_that_is_waited(string retryAfter, int seconds)
    {
        await using var server = await FailingOnceAsync(429, retryAfter);
        using var client = Client(server, options => options.AttemptTimeout = TimeSpan.FromSeconds(31));

        var creating = client.CreateAsync(Given.CreateRequest, null, Cancellation);
        await _clock.WhenTimerAsync(due => due == TimeSpan.FromSeconds(seconds));
        _clock.Advance(TimeSpan.FromSeconds(seconds) - TimeSpan.FromTicks(1));
        server.Requests.Should().ContainSingle();
        _clock.Advance(TimeSpan.FromTicks(1));

        await creating;
        server.Requests.Should().HaveCount(2);
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("-5")]
    [InlineData("Fri, 02 Jan 2026 03:04:04 GMT")]
    [InlineData("0")]
    public async Task Junk_and_what_has_passed_are_not_waited_for(string retryAfter)
    {
        await using var server = await FailingOnceAsync(503, retryAfter);
        using var client = Client(server);

        // Nobody moves the clock, so a wait would never end.
        await client.GetAsync(Given.WorkspaceId, null, Cancellation);

        server.Requests.Should().HaveCount(2);
    }

    [Theory]
    [InlineData(31, 1000)]
    [InlineData(30, 30)]
    [InlineData(30, 29)]
    public async Task A_Retry_After_beyond_the_longest_wait_or_the_deadline_is_thrown_at_once(int retryAfter, int total)
    {
        await using var server = await FailingOnceAsync(429, $"{retryAfter}");
        using var client = Client(server);

        var creating = () => client.CreateAsync(Given.CreateRequest, new() { Timeout = TimeSpan.FromSeconds(total) }, Cancellation);

        var exception = (await creating.Should().ThrowAsync<WorkspacesRateLimitException>()).Which;
        exception.RetryAfter.Should().Be(TimeSpan.FromSeconds(retryAfter));
        exception.Attempts.Should().Be(1);
        server.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task The_waits_are_random_and_their_bounds_double_up_to_the_longest()
    {
        // Hours, so that a wait too short for a timer is as good as impossible.
        int[] bounds = [1, 2, 3, 3];
        await using var server = await StubServer.StartAsync(503, "");
        var firstWaits = new HashSet<TimeSpan>();
        for (var call = 0; call < 20; call++)
        {
            using var client = Client(
                server,
                options =>
                {
                    options.RetryBaseDelay = TimeSpan.FromHours(1);
                    options.MaxRetryDelay = TimeSpan.FromHours(3);
                    options.TotalTimeout = TimeSpan.FromHours(20);
                    options.MaxRetries = bounds.Length;
                }
            );

            var getting = client.GetAsync(Given.WorkspaceId, null, Cancellation);
            foreach (var bound in bounds)
            {
                await _clock.WhenTimerAsync(due => due != AttemptTimeout);
                var wait = _clock.Pending.Should().ContainSingle().Which;
                wait.Should().BePositive().And.BeLessThanOrEqualTo(TimeSpan.FromHours(bound));
                firstWaits.Add(wait);
                _clock.Advance(wait);
            }

            var awaiting = () => getting;
            (await awaiting.Should().ThrowAsync<WorkspacesUnavailableException>()).Which.Attempts.Should().Be(bounds.Length + 1);
        }

        firstWaits.Should().HaveCount(20 * bounds.Length, "no two clients should come back together");
        firstWaits.Should().Contain(wait => wait > TimeSpan.FromHours(1), "the bounds should grow");
    }

    [Fact]
    public async Task A_wait_that_does_not_fit_the_deadline_is_not_begun()
    {
        await using var server = await FailingOnceAsync(503, "20");
        using var client = Client(server, options => options.TotalTimeout = TimeSpan.FromSeconds(20));

        var getting = () => client.GetAsync(Given.WorkspaceId, null, Cancellation);

        (await getting.Should().ThrowAsync<WorkspacesUnavailableException>()).Which.Attempts.Should().Be(1);
        _clock.Pending.Should().BeEmpty();
    }

    private static Task<StubServer> FailingOnceAsync(int status, string retryAfter) =>
        StubServer.StartAsync(
            (context, number) =>
                number == 1
                    ? StubServer.RespondAsync(context, status, "", ("Retry-After", retryAfter))
                    : StubServer.RespondAsync(context, 200, Given.WorkspaceJson)
        );

    private WorkspacesClient Client(StubServer server, Action<WorkspacesClientOptions>? change = null) =>
        Given.Client(
            server.BaseAddress,
            options =>
            {
                options.TimeProvider = _clock;
                change?.Invoke(options);
            }
        );
}
