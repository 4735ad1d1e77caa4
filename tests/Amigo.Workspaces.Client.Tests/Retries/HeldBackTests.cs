using Amigo.Workspaces.Client.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace Amigo.Workspaces.Client.Tests.Retries;

/// <summary>A 429 that says how long to wait is everybody's lesson: it holds back the other calls of that client and key, and nobody else's.</summary>
public sealed class HeldBackTests : IAsyncLifetime
{
    private const string LimitedKey = "key-of-the-limited";

    private readonly ManualTimeProvider _clock = new();
    private StubServer _server = null!;
    private int _status = 429;
    private string _retryAfter = "7";
    private int _refusals = 1;
    private bool _isKeyProvided;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static RequestOptions Limited => new() { ApiKey = LimitedKey, MaxRetries = 0 };

    public async ValueTask InitializeAsync() =>
        _server = await StubServer.StartAsync(
            (context, number) =>
                number <= _refusals
                    ? StubServer.RespondAsync(context, _status, "", ("Retry-After", _retryAfter))
                    : StubServer.RespondAsync(context, context.Request.Method == HttpMethods.Post ? 201 : 200, Given.WorkspaceJson)
        );

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData("7", 7)]
    [InlineData("1.5", 1.5)]
    [InlineData("30", 30)]
    [InlineData("31", 30)]
    [InlineData("2147483648", 30)]
    [InlineData("99999999999", 30)]
    [InlineData("100000000000000000000.5", 30)]
    public async Task A_first_attempt_waits_too_but_never_longer_than_the_longest_wait(string retryAfter, double seconds)
    {
        using var client = Client();
        await BeLimitedAsync(client, retryAfter);

        var creating = client.CreateAsync(Given.CreateRequest, Limited, Cancellation);
        await _clock.WhenTimerAsync(due => due == TimeSpan.FromSeconds(seconds));
        _clock.Advance(TimeSpan.FromSeconds(seconds) - TimeSpan.FromTicks(1));
        _server.Requests.Should().ContainSingle();
        _clock.Advance(TimeSpan.FromTicks(1));

        await creating;
        _server.Requests.Should().HaveCount(2);
    }

    [Fact]
    public async Task All_wait_who_come_before_that()
    {
        using var client = Client();
        await BeLimitedAsync(client);

        var creating = client.CreateAsync(Given.CreateRequest, Limited, Cancellation);
        var getting = client.GetAsync(Given.WorkspaceId, Limited, Cancellation);
        var waits = await WaitsAsync(2);

        waits.Should().AllBeEquivalentTo(TimeSpan.FromSeconds(7));
        _server.Requests.Should().ContainSingle();
        _clock.Advance(TimeSpan.FromSeconds(7));
        await Task.WhenAll(creating, getting);
    }

    [Theory]
    [InlineData("20", "5")]
    [InlineData("5", "20")]
    public async Task Of_several_the_one_that_lasts_longest_counts(string first, string second)
    {
        _refusals = 2;
        using var client = Client();
        await BeLimitedAsync(client, first);
        // Sent although the first one holds, because it has no time to wait.
        await BeLimitedAsync(
            client,
            second,
            new()
            {
                ApiKey = LimitedKey,
                MaxRetries = 0,
                Timeout = TimeSpan.FromSeconds(1),
            }
        );

        var creating = client.CreateAsync(Given.CreateRequest, Limited, Cancellation);

        (await WaitsAsync(1)).Should().Equal(TimeSpan.FromSeconds(20));
        _clock.Advance(TimeSpan.FromSeconds(20));
        await creating;
    }

    [Fact]
    public async Task Another_key_that_is_limited_too_changes_nothing_for_the_first()
    {
        _refusals = 2;
        using var client = Client();
        await BeLimitedAsync(client);
        await BeLimitedAsync(client, "3", new() { ApiKey = LimitedKey + "2", MaxRetries = 0 });

        var creating = client.CreateAsync(Given.CreateRequest, Limited, Cancellation);

        (await WaitsAsync(1)).Should().Equal(TimeSpan.FromSeconds(7));
        _clock.Advance(TimeSpan.FromSeconds(7));
        await creating;
    }

    [Fact]
    public async Task Who_waits_is_logged()
    {
        var log = new LogBook();
        using var client = new WorkspacesClient(Given.Options(_server.BaseAddress, options => options.TimeProvider = _clock), log);
        await BeLimitedAsync(client);

        var creating = client.CreateAsync(Given.CreateRequest, Limited, Cancellation);
        await _clock.WhenTimerAsync(due => due == TimeSpan.FromSeconds(7));

        var entry = log.Entries.Should().ContainSingle(entry => entry.EventId.Name == "HeldBack").Subject;
        entry["Operation"].Should().Be("create-my-workspace");
        entry["WaitMilliseconds"].Should().Be(7000.0);
        _clock.Advance(TimeSpan.FromSeconds(7));
        await creating;
    }

    [Fact]
    public async Task After_that_nobody_waits_any_more()
    {
        using var client = Client();
        await BeLimitedAsync(client);
        _clock.Advance(TimeSpan.FromSeconds(7));

        // Nobody moves the clock, so a wait would never end.
        await client.CreateAsync(Given.CreateRequest, Limited, Cancellation);
    }

    [Fact]
    public async Task With_a_clock_that_moves_its_timers_alone_a_retry_waits_once()
    {
        using var client = new WorkspacesClient(
            Given.Options(_server.BaseAddress, options => options.TimeProvider = new TimersAlone(_clock))
        );

        var getting = client.GetAsync(Given.WorkspaceId, cancellationToken: Cancellation);
        await _clock.WhenTimerAsync(due => due >= TimeSpan.FromSeconds(7) && due <= TimeSpan.FromSeconds(8));
        _clock.Advance(TimeSpan.FromSeconds(8));

        // Nobody moves the clock any more, so a second wait would never end.
        await getting;
    }

    [Fact]
    public async Task Another_key_is_not_held_back()
    {
        using var client = Client();
        await BeLimitedAsync(client);

        await client.CreateAsync(Given.CreateRequest, null, Cancellation);
        await client.CreateAsync(Given.CreateRequest, new() { ApiKey = LimitedKey + "2" }, Cancellation);

        _server.Requests.Should().HaveCount(3);
    }

    [Fact]
    public async Task Another_client_is_not_held_back()
    {
        using var client = Client();
        using var another = Client();
        await BeLimitedAsync(client);

        await another.CreateAsync(Given.CreateRequest, Limited, Cancellation);

        _server.Requests.Should().HaveCount(2);
    }

    [Theory]
    [InlineData(503, "7")]
    [InlineData(429, "soon")]
    [InlineData(429, "")]
    [InlineData(429, "0")]
    [InlineData(429, "-1")]
    public async Task Only_a_429_that_says_how_long_holds_others_back(int status, string retryAfter)
    {
        _status = status;
        using var client = Client();
        await BeLimitedAsync(client, retryAfter);

        await client.CreateAsync(Given.CreateRequest, Limited, Cancellation);

        _server.Requests.Should().HaveCount(2);
    }

    [Theory]
    [InlineData(7)]
    [InlineData(6.9)]
    public async Task A_call_that_cannot_wait_so_long_is_sent_anyway(double timeout)
    {
        using var client = Client();
        await BeLimitedAsync(client);

        await client.CreateAsync(Given.CreateRequest, new() { ApiKey = LimitedKey, Timeout = TimeSpan.FromSeconds(timeout) }, Cancellation);

        _server.Requests.Should().HaveCount(2);
    }

    [Fact]
    public async Task The_wait_is_none_of_the_attempts_time()
    {
        using var client = Client(options => options.AttemptTimeout = TimeSpan.FromSeconds(5));
        await BeLimitedAsync(client);

        var creating = client.CreateAsync(Given.CreateRequest, Limited, Cancellation);
        await _clock.WhenTimerAsync(due => due == TimeSpan.FromSeconds(7));
        _clock.Advance(TimeSpan.FromSeconds(7));

        await creating;
    }

    [Fact]
    public async Task A_cancellation_ends_the_wait_and_nothing_is_sent()
    {
        using var cancel = new CancellationTokenSource();
        using var client = Client();
        await BeLimitedAsync(client);

        var creating = client.CreateAsync(Given.CreateRequest, Limited, cancel.Token);
        await _clock.WhenTimerAsync(due => due == TimeSpan.FromSeconds(7));
        await cancel.CancelAsync();

        var awaiting = () => creating;
        (await awaiting.Should().ThrowAsync<OperationCanceledException>()).Which.CancellationToken.Should().Be(cancel.Token);
        _server.Requests.Should().ContainSingle();
        _clock.Pending.Should().BeEmpty();
    }

    [Fact]
    public async Task Disposing_of_the_client_ends_the_wait_and_nothing_is_sent()
    {
        var client = Client();
        await BeLimitedAsync(client);

        var creating = client.CreateAsync(Given.CreateRequest, Limited, Cancellation);
        await _clock.WhenTimerAsync(due => due == TimeSpan.FromSeconds(7));
        client.Dispose();

        var awaiting = () => creating;
        await awaiting.Should().ThrowAsync<ObjectDisposedException>();
        _server.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task A_key_that_was_rotated_meanwhile_is_the_one_that_is_sent()
    {
        var key = LimitedKey;
        using var client = Client(options => (options.ApiKey, options.ApiKeyProvider) = (null, _ => new(key)));
        await BeLimitedAsync(client);

        var creating = client.CreateAsync(Given.CreateRequest, null, Cancellation);
        await _clock.WhenTimerAsync(due => due == TimeSpan.FromSeconds(7));
        key = "key-that-is-new";
        _clock.Advance(TimeSpan.FromSeconds(7));
        await creating;

        _server.Requests[1].Headers["Authorization"].Should().Be("Bearer key-that-is-new");
    }

    [Fact]
    public async Task Many_calls_that_were_told_to_wait_alike_do_not_come_back_together()
    {
        const int calls = 64;
        await using var server = await StubServer.StartAsync(
            (context, number) =>
                number <= calls
                    ? StubServer.RespondAsync(context, 429, "", ("Retry-After", "1"))
                    : StubServer.RespondAsync(context, 200, Given.WorkspaceJson)
        );
        using var client = Given.Client(
            server.BaseAddress,
            options => (options.TimeProvider, options.RetryBaseDelay) = (_clock, TimeSpan.FromSeconds(10))
        );
        var getting = Enumerable.Range(0, calls).Select(_ => client.GetAsync(Given.WorkspaceId, null, Cancellation)).ToList();

        var waits = await WaitsAsync(calls);

        waits.Should().OnlyContain(wait => wait >= TimeSpan.FromSeconds(1) && wait <= TimeSpan.FromSeconds(11));
        waits.Distinct().Should().HaveCountGreaterThan(calls / 2, "they should be spread above the floor");
        (waits.Max() - waits.Min()).Should().BeGreaterThan(TimeSpan.FromSeconds(3));
        _clock.Advance(TimeSpan.FromSeconds(25));
        await Task.WhenAll(getting);
    }

    /// <summary>The timers of so many calls that wait, once all do.</summary>
    private async Task<IReadOnlyList<TimeSpan>> WaitsAsync(int calls)
    {
        while (true)
        {
            var waits = _clock.Pending.Where(wait => wait < TimeSpan.FromSeconds(29)).ToList();
            if (waits.Count == calls)
            {
                return waits;
            }

            Cancellation.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    /// <summary>Makes a call that the service refuses.</summary>
    private async Task BeLimitedAsync(WorkspacesClient client, string retryAfter = "7", RequestOptions? options = null)
    {
        _retryAfter = retryAfter;
        var before = _server.Requests.Count;
        var creating = () =>
            client.CreateAsync(Given.CreateRequest, options ?? (_isKeyProvided ? new() { MaxRetries = 0 } : Limited), Cancellation);
        await creating.Should().ThrowAsync<WorkspacesApiException>();
        _server.Requests.Should().HaveCount(before + 1);
    }

    private WorkspacesClient Client(Action<WorkspacesClientOptions>? change = null) =>
        Given.Client(
            _server.BaseAddress,
            options =>
            {
                options.TimeProvider = _clock;
                change?.Invoke(options);
                _isKeyProvided = options.ApiKeyProvider is not null;
            }
        );

    /// <summary>As a clock that a test writes in a hurry: its timestamps stand still.</summary>
    private sealed class TimersAlone(TimeProvider clock) : TimeProvider
    {
        public override long GetTimestamp() => 0;

        public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            clock.CreateTimer(callback, state, dueTime, period);
    }
}
