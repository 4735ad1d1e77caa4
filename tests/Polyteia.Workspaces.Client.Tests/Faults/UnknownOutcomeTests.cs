using System.Globalization;

namespace Polyteia.Workspaces.Client.Tests.Faults;

/// <summary>A command is said to be not applied only when that is certain.</summary>
public class UnknownOutcomeTests
{
    private static readonly int[] SayingNothing = [101, 303, 505, 600, 999];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Commands => ["create_workspace", "update_workspace", "delete_workspace"];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task A_status_that_does_not_say_leaves_it_unknown(string command)
    {
        foreach (var status in SayingNothing)
        {
            await using var server = RawServer.Answering(
                string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {status} Odd\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
            );
            using var client = Given.Client(server.BaseAddress);

            var failure = await QueryCall.Of(command).FailAsync(client);

            (failure.Attempts, failure.MayHaveBeenApplied).Should().Be((1, true), "of status {0}", status);
        }
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Disposing_of_the_client_leaves_one_under_way_unknown(string command)
    {
        PolyteiaWorkspacesClient? client = null;
        await using var server = RawServer.Start(async connection =>
        {
            await connection.ReadRequestAsync();
            client!.Dispose();
            await connection.StallAsync();
        });
        client = Given.Client(server.BaseAddress, options => options.TimeProvider = new ManualTimeProvider());

        var failure = await QueryCall.Of(command).FailAsync(client);

        failure.Should().BeOfType<PolyteiaConnectionException>();
        (failure.Attempts, failure.MayHaveBeenApplied).Should().Be((1, true));
    }

    [Fact]
    public async Task A_provider_that_fails_before_a_retry_hides_nothing_of_the_attempt_before()
    {
        var mine = new InvalidDataException("The vault is shut.");
        var asked = 0;
        await using var server = await StubServer.StartAsync(503, "");
        using var client = Given.Client(
            server.BaseAddress,
            options =>
            {
                options.ApiKey = null;
                options.ApiKeyProvider = _ => asked++ == 0 ? new(Given.Key) : throw mine;
            }
        );

        var failure = await QueryCall.Of("update_workspace").FailAsync(client);

        failure.Should().BeOfType<PolyteiaUnavailableException>().Which.InnerException.Should().BeSameAs(mine);
        (failure.Attempts, failure.MayHaveBeenApplied).Should().Be((2, true));
        server.Requests.Should().ContainSingle();
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task A_handshake_that_never_ends_sent_nothing_and_is_tried_again(string command)
    {
        var clock = new ManualTimeProvider();
        var connecting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var limit = new PolyteiaWorkspacesClientOptions().AttemptTimeout;
        await using var server = RawServer.Start(async connection =>
        {
            await connection.ReadFirstByteAsync();
            connecting.TrySetResult();
            await connection.StallAsync();
        });
        using var client = Given.Client(
            new UriBuilder(server.BaseAddress) { Scheme = "https" }.Uri,
            options => options.TimeProvider = clock
        );

        var failing = QueryCall.Of(command).FailAsync(client);
        await connecting.Task.WaitAsync(Cancel);
        while (!failing.IsCompleted)
        {
            await Task.WhenAny(failing, clock.WhenTimerAsync(due => due == limit));
            clock.Advance(failing.IsCompleted ? TimeSpan.Zero : limit);
        }

        var failure = await failing;
        failure.Should().BeOfType<PolyteiaTimeoutException>();
        (failure.Attempts, failure.MayHaveBeenApplied).Should().Be((3, false));
    }
}
