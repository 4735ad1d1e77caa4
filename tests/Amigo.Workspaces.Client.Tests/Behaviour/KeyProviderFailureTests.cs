using Amigo.Workspaces.Client.Tests.Support;

namespace Amigo.Workspaces.Client.Tests.Behaviour;

/// <summary>A key provider that fails before a retry hides nothing that an earlier attempt left unknown.</summary>
public class KeyProviderFailureTests
{
    private static readonly InvalidDataException Mine = new("The vault is shut.");

    private static readonly string[] RepeatableWrites = ["update-test-caller-numbers", "provision-workspace"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>What a provider does when it is asked the second time.</summary>
    private static Dictionary<string, Func<CancellationToken, ValueTask<string>>> Failures { get; } =
        new()
        {
            ["throws"] = _ => throw Mine,
            ["fails later"] = async _ =>
            {
                await Task.Yield();
                throw Mine;
            },
            ["gives up by itself"] = _ => ValueTask.FromCanceled<string>(new CancellationToken(canceled: true)),
            ["times out"] = _ => throw new TimeoutException("The vault is slow."),
            ["gives what is no key"] = _ => new("\r\n"),
            ["gives nothing"] = _ => new((string)null!),
        };

    public static TheoryData<string, string> EveryRepeatableWrite =>
        [.. from operation in RepeatableWrites from failure in Failures.Keys select (operation, failure)];

    public static TheoryData<string> FailureNames => [.. Failures.Keys];

    [Theory]
    [MemberData(nameof(EveryRepeatableWrite))]
    public async Task After_a_503_the_503_is_thrown_with_the_providers_exception_inside(string operation, string failure)
    {
        await using var server = await StubServer.StartAsync(503, """{"detail":"Down."}""", ("x-request-id", "r-1"));
        using var client = FailingTheSecondTime(server.BaseAddress, failure);

        var thrown = await FailAsync<WorkspacesUnavailableException>(operation, client);

        (thrown.Attempts, thrown.MayHaveBeenApplied, thrown.Detail, thrown.RequestId).Should().Be((2, true, "Down.", "r-1"));
        thrown.InnerException.Should().NotBeNull();
        server.Requests.Should().ContainSingle();
    }

    [Theory]
    [MemberData(nameof(EveryRepeatableWrite))]
    public async Task After_a_lost_answer_the_loss_is_thrown_with_the_providers_exception_inside(string operation, string failure)
    {
        await using var server = RawServer.Answering("");
        using var client = FailingTheSecondTime(server.BaseAddress, failure);

        var thrown = await FailAsync<WorkspacesConnectionException>(operation, client);

        (thrown.Attempts, thrown.MayHaveBeenApplied).Should().Be((2, true));
        thrown.InnerException.Should().NotBeNull();
        server.Connections.Should().Be(1);
    }

    [Theory]
    [MemberData(nameof(FailureNames))]
    public async Task After_a_429_nothing_is_unknown_and_the_providers_own_exception_is_thrown(string failure)
    {
        await using var server = await StubServer.StartAsync(429, "");
        using var client = FailingTheSecondTime(server.BaseAddress, failure);

        var creating = () => client.CreateAsync(Given.CreateRequest, null, Cancellation);

        (await creating.Should().ThrowAsync<Exception>()).Which.Should().NotBeAssignableTo<WorkspacesException>();
        server.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task The_time_that_a_provider_takes_before_a_retry_is_the_attempts()
    {
        var clock = new ManualTimeProvider();
        await using var server = await StubServer.StartAsync(503, "");
        var asked = 0;
        using var client = Client(
            server.BaseAddress,
            _ =>
            {
                if (asked++ == 0)
                {
                    return new(Given.Key);
                }

                clock.Advance(clock.Pending[0]);
                return new(new TaskCompletionSource<string>().Task);
            },
            options => (options.TimeProvider, options.MaxRetries) = (clock, 1)
        );

        var thrown = await FailAsync<WorkspacesTimeoutException>("update-test-caller-numbers", client);

        (thrown.Attempts, thrown.MayHaveBeenApplied).Should().Be((2, true));
    }

    private static async Task<TException> FailAsync<TException>(string operation, WorkspacesClient client)
        where TException : WorkspacesException
    {
        var calling = () => OperationCall.Of(operation).Plain(client, null, Cancellation);
        return (await calling.Should().ThrowAsync<TException>()).Which;
    }

    private static WorkspacesClient FailingTheSecondTime(Uri address, string failure)
    {
        var asked = 0;
        return Client(address, token => asked++ == 0 ? new(Given.Key) : Failures[failure](token));
    }

    private static WorkspacesClient Client(
        Uri address,
        Func<CancellationToken, ValueTask<string>> provider,
        Action<WorkspacesClientOptions>? change = null
    ) =>
        Given.Client(
            address,
            options =>
            {
                (options.ApiKey, options.ApiKeyProvider) = (null, provider);
                change?.Invoke(options);
            }
        );
}
