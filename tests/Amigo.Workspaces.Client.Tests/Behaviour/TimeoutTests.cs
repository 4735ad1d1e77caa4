using Amigo.Workspaces.Client.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace Amigo.Workspaces.Client.Tests.Behaviour;

public class TimeoutTests
{
    private readonly ManualTimeProvider _clock = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string, int, int, int?, int, int> Limits =>
        new()
        {
            // The option, attempt, total, of the call, the limit that passes, attempts
            { "WorkspacesClientOptions.AttemptTimeout", 30, 100, null, 30, 3 },
            { "WorkspacesClientOptions.TotalTimeout", 30, 10, null, 10, 1 },
            { "WorkspacesClientOptions.TotalTimeout", 30, 30, null, 30, 1 },
            { "WorkspacesClientOptions.TotalTimeout", 30, 70, null, 70, 3 },
            { "RequestOptions.Timeout", 30, 100, 10, 10, 1 },
            { "RequestOptions.Timeout", 30, 10, 50, 50, 2 },
            { "WorkspacesClientOptions.AttemptTimeout", 30, 10, 1000, 30, 3 },
        };

    [Theory]
    [MemberData(nameof(Limits))]
    public async Task A_stall_before_the_headers_ends_at_the_limit_that_passes_first(
        string option,
        int attempt,
        int total,
        int? ofCall,
        int limit,
        int attempts
    )
    {
        await using var server = await StubServer.StartAsync(
            async (context, _) =>
            {
                _clock.Advance(_clock.Pending[0]);
                await StubServer.StallAsync(context);
            }
        );
        using var client = Given.Client(server.BaseAddress, options => SetLimits(options, attempt, total));

        var begin = _clock.GetUtcNow();
        var exception = await TimeoutOf(client, ofCall);

        CheckTimeout(exception, option, limit, attempts);
        var limitsPassed = option == "WorkspacesClientOptions.AttemptTimeout" ? attempts : 1;
        (_clock.GetUtcNow() - begin).Should().Be(limitsPassed * TimeSpan.FromSeconds(limit), "no call takes longer than it may");
    }

    [Theory]
    [MemberData(nameof(Limits))]
    public async Task A_stall_inside_the_body_ends_at_the_limit_that_passes_first(
        string option,
        int attempt,
        int total,
        int? ofCall,
        int limit,
        int attempts
    )
    {
        await using var server = await StubServer.StartAsync(
            async (context, _) =>
            {
                await WriteHalfAsync(context);
                await StubServer.StallAsync(context);
            }
        );
        using var http = new HttpClient(new ObservedHandler(() => _clock.Advance(_clock.Pending[0])));
        using var client = new WorkspacesClient(http, Given.Options(server.BaseAddress, options => SetLimits(options, attempt, total)));

        var exception = await TimeoutOf(client, ofCall);

        CheckTimeout(exception, option, limit, attempts);
    }

    [Fact]
    public async Task A_write_that_took_too_long_may_have_been_applied_and_is_not_repeated()
    {
        await using var server = await StubServer.StartAsync(
            async (context, _) =>
            {
                _clock.Advance(_clock.Pending[0]);
                await StubServer.StallAsync(context);
            }
        );
        using var client = Given.Client(server.BaseAddress, options => options.TimeProvider = _clock);

        var creating = () => client.CreateAsync(Given.CreateRequest, null, Cancellation);

        var exception = (await creating.Should().ThrowAsync<WorkspacesTimeoutException>()).Which;
        exception.MayHaveBeenApplied.Should().BeTrue();
        exception.Attempts.Should().Be(1);
        server.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task A_write_whose_time_passed_before_it_was_sent_was_certainly_not_applied()
    {
        await using var server = await StubServer.StartAsync(200, Given.WorkspaceJson);
        using var client = Given.Client(
            server.BaseAddress,
            options =>
            {
                options.ApiKey = null;
                options.ApiKeyProvider = _ =>
                {
                    _clock.Advance(options.TotalTimeout);
                    return ValueTask.FromResult(Given.Key);
                };
                options.TimeProvider = _clock;
            }
        );

        var creating = () => client.CreateAsync(Given.CreateRequest, null, Cancellation);

        (await creating.Should().ThrowAsync<WorkspacesTimeoutException>()).Which.MayHaveBeenApplied.Should().BeFalse();
        server.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task The_timeout_of_the_callers_own_client_is_named()
    {
        await using var server = await StubServer.StartAsync((context, _) => StubServer.StallAsync(context));
        using var http = new HttpClient { Timeout = TimeSpan.FromMilliseconds(50) };
        using var client = new WorkspacesClient(http, Given.Options(server.BaseAddress, options => options.MaxRetries = 1));

        var exception = await TimeoutOf(client, ofCall: null);

        exception.Message.Should().Contain("HttpClient.Timeout");
        exception.Timeout.Should().Be(http.Timeout);
        exception.Attempts.Should().Be(2);
    }

    [Fact]
    public async Task No_timer_is_left_when_a_call_has_ended()
    {
        await using var server = await StubServer.StartAsync((503, ""), (200, Given.WorkspaceJson));
        using var client = Given.Client(server.BaseAddress, options => options.TimeProvider = _clock);

        await client.GetAsync(Given.WorkspaceId, null, Cancellation);

        _clock.Pending.Should().BeEmpty();
    }

    private static async Task WriteHalfAsync(HttpContext context)
    {
        context.Response.ContentLength = Given.WorkspaceJson.Length;
        await context.Response.WriteAsync(Given.WorkspaceJson[..100], context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
    }

    private static async Task<WorkspacesTimeoutException> TimeoutOf(WorkspacesClient client, int? ofCall)
    {
        var options = new RequestOptions { Timeout = ofCall is { } seconds ? TimeSpan.FromSeconds(seconds) : null };
        var getting = () => client.GetAsync(Given.WorkspaceId, options, Cancellation);
        return (await getting.Should().ThrowAsync<WorkspacesTimeoutException>()).Which;
    }

    private static void CheckTimeout(WorkspacesTimeoutException exception, string option, int limit, int attempts)
    {
        exception.Message.Should().Contain(option).And.Contain($"{limit} s");
        exception.Timeout.Should().Be(TimeSpan.FromSeconds(limit));
        exception.Attempts.Should().Be(attempts);
        exception.Operation.Should().Be("get-workspace");
        exception.MayHaveBeenApplied.Should().BeFalse();
    }

    private void SetLimits(WorkspacesClientOptions options, int attempt, int total)
    {
        options.AttemptTimeout = TimeSpan.FromSeconds(attempt);
        options.TotalTimeout = TimeSpan.FromSeconds(total);
        options.TimeProvider = _clock;
    }
}
