using System.Collections.Concurrent;
using Amigo.Workspaces.Client.Tests.Support;

namespace Amigo.Workspaces.Client.Tests.Behaviour;

public class ApiKeyTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_provider_is_asked_for_every_attempt()
    {
        await using var server = await StubServer.StartAsync((503, ""), (503, ""), (200, Given.WorkspaceJson));
        var keys = new ConcurrentQueue<string>(["first", "second", "third"]);
        using var client = Client(server, _ => new(keys.TryDequeue(out var key) ? key : ""));

        await client.GetAsync(Given.WorkspaceId, null, Cancellation);

        server.Requests.Select(request => request.Headers["Authorization"]).Should().Equal("Bearer first", "Bearer second", "Bearer third");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_exception_of_the_provider_reaches_the_caller_as_it_is(bool atOnce)
    {
        await using var server = await StubServer.StartAsync(200, Given.WorkspaceJson);
        var mine = new InvalidDataException("The vault is shut.");
        using var client = Client(server, _ => atOnce ? throw mine : ValueTask.FromException<string>(mine));

        var getting = () => client.GetAsync(Given.WorkspaceId, null, Cancellation);

        (await getting.Should().ThrowAsync<InvalidDataException>()).Which.Should().BeSameAs(mine);
        server.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task An_exception_of_the_provider_before_a_retry_reaches_the_caller_as_it_is()
    {
        await using var server = await StubServer.StartAsync(503, "");
        var mine = new InvalidDataException("The vault is shut.");
        var asked = 0;
        using var client = Client(server, _ => asked++ == 0 ? new(Given.Key) : throw mine);

        var getting = () => client.GetAsync(Given.WorkspaceId, null, Cancellation);

        (await getting.Should().ThrowAsync<InvalidDataException>()).Which.Should().BeSameAs(mine);
        server.Requests.Should().ContainSingle();
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("amg secret")]
    [InlineData("amg\r\nsecret")]
    [InlineData("schl\u00fcssel-secret")]
    [InlineData(null)]
    public async Task A_key_that_cannot_be_sent_is_refused_without_repeating_it(string? key)
    {
        await using var server = await StubServer.StartAsync(200, Given.WorkspaceJson);
        using var client = Client(server, _ => new(key!));

        var getting = () => client.GetAsync(Given.WorkspaceId, null, Cancellation);

        var exception = (await getting.Should().ThrowAsync<InvalidOperationException>()).Which;
        exception.Message.Should().Contain("ApiKeyProvider");
        exception.ToString().Should().NotContain("secret");
        server.Requests.Should().BeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("amg secret")]
    [InlineData("amg\nsecret")]
    [InlineData("schl\u00fcssel-secret")]
    public async Task A_bad_key_of_options_or_call_is_refused_without_repeating_it(string key)
    {
        await using var server = await StubServer.StartAsync(200, Given.WorkspaceJson);
        using var client = Given.Client(server.BaseAddress);

        var ofOptions = () => Given.Client(server.BaseAddress, options => options.ApiKey = key).Dispose();
        var ofCall = () => client.GetAsync(Given.WorkspaceId, new() { ApiKey = key }, Cancellation);

        ofOptions.Should().Throw<ArgumentException>().Which.ToString().Should().NotContain("secret");
        (await ofCall.Should().ThrowAsync<ArgumentException>()).Which.ToString().Should().NotContain("secret");
        server.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task A_provider_that_hangs_is_bounded_and_nothing_was_sent()
    {
        var clock = new ManualTimeProvider();
        await using var server = await StubServer.StartAsync(200, Given.WorkspaceJson);
        using var client = Client(
            server,
            _ =>
            {
                clock.Advance(clock.Pending[0]);
                return new(new TaskCompletionSource<string>().Task);
            },
            options => options.TimeProvider = clock
        );

        var creating = () => client.CreateAsync(Given.CreateRequest, null, Cancellation);

        var exception = (await creating.Should().ThrowAsync<WorkspacesTimeoutException>()).Which;
        exception.Message.Should().Contain("AttemptTimeout");
        exception.MayHaveBeenApplied.Should().BeFalse();
        server.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task The_key_of_a_call_stands_before_the_clients_and_is_its_alone()
    {
        await using var server = await StubServer.StartAsync(200, Given.WorkspaceJson);
        using var client = Given.Client(server.BaseAddress);

        await client.GetAsync(Given.WorkspaceId, new() { ApiKey = "of-the-call" }, Cancellation);
        await client.GetAsync(Given.WorkspaceId, null, Cancellation);

        server.Requests.Select(request => request.Headers["Authorization"]).Should().Equal("Bearer of-the-call", "Bearer " + Given.Key);
    }

    [Fact]
    public async Task The_provider_is_not_asked_when_the_call_brings_its_key()
    {
        await using var server = await StubServer.StartAsync(200, Given.WorkspaceJson);
        using var client = Client(server, _ => throw new InvalidOperationException("Nobody should ask."));

        await client.GetAsync(Given.WorkspaceId, new() { ApiKey = "of-the-call" }, Cancellation);

        server.Requests.Single().Headers["Authorization"].Should().Be("Bearer of-the-call");
    }

    private static WorkspacesClient Client(
        StubServer server,
        Func<CancellationToken, ValueTask<string>> provider,
        Action<WorkspacesClientOptions>? change = null
    ) =>
        Given.Client(
            server.BaseAddress,
            options =>
            {
                options.ApiKey = null;
                options.ApiKeyProvider = provider;
                change?.Invoke(options);
            }
        );
}
