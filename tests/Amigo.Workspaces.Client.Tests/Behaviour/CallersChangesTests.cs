using Amigo.Workspaces.Client.Tests.Support;

namespace Amigo.Workspaces.Client.Tests.Behaviour;

/// <summary>What a caller passes is read once, when the call begins. What it changes later is not sent.</summary>
public class CallersChangesTests
{
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(7);

    private readonly ManualTimeProvider _clock = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> RetriedOperations => OperationCall.SafeIds;

    [Theory]
    [MemberData(nameof(RetriedOperations))]
    public async Task Headers_that_are_changed_while_a_retry_waits_are_not_sent(string operation)
    {
        var call = OperationCall.Of(operation);
        await using var server = await FailingOnceAsync(call.Answer);
        using var client = Given.Client(server.BaseAddress, options => options.TimeProvider = _clock);
        var headers = Headers();

        var calling = call.Plain(client, new() { Headers = headers }, Cancellation);
        await _clock.WhenTimerAsync(due => due == Wait);
        Spoil(headers);
        _clock.Advance(Wait);
        await calling;

        server.Requests.Should().HaveCount(2);
        server.Requests[1].Headers.Should().BeEquivalentTo(server.Requests[0].Headers);
        server.Requests[1].Headers["Authorization"].Should().Be("Bearer " + Given.Key);
    }

    [Fact]
    public async Task Headers_that_read_differently_the_second_time_are_read_once()
    {
        await using var server = await StubServer.StartAsync(200, Given.WorkspaceJson);
        using var client = Given.Client(server.BaseAddress);
        var headers = new ChangingHeaders();

        await client.GetAsync(Given.WorkspaceId, new() { Headers = headers }, Cancellation);

        headers.Readings.Should().Be(1);
        server.Requests.Single().Headers["Authorization"].Should().Be("Bearer " + Given.Key);
    }

    /// <summary>Calls that take several requests.</summary>
    private static Dictionary<string, Func<WorkspacesClient, RequestOptions, Task>> Workflows { get; } =
        new()
        {
            ["list"] = async (client, options) =>
            {
                await foreach (var _ in client.ListAsync(null, options).WithCancellation(Cancellation)) { }
            },
            ["find"] = (client, options) => client.FindBySlugAsync("nobody-has-it", options, Cancellation),
            ["ensure"] = (client, options) => client.EnsureCreatedAsync(Given.CreateRequest, options, Cancellation),
            ["convert"] = (client, options) =>
                client.ConvertEnvironmentAsync(
                    Given.WorkspaceId,
                    ConversionTarget.Production,
                    "acme-clinic",
                    (_, _) => new(true),
                    options,
                    Cancellation
                ),
            ["add"] = (client, options) => client.AddTestCallerNumbersAsync(Given.WorkspaceId, ["+15550100"], options, Cancellation),
            ["remove"] = (client, options) => client.RemoveTestCallerNumbersAsync(Given.WorkspaceId, ["+15550199"], options, Cancellation),
        };

    public static TheoryData<string> WorkflowNames => [.. Workflows.Keys];

    [Theory]
    [MemberData(nameof(WorkflowNames))]
    public async Task Headers_that_are_changed_between_the_requests_of_a_workflow_are_not_sent(string workflow)
    {
        var headers = Headers();
        await using var server = await StubServer.StartAsync(
            (context, number) =>
            {
                Spoil(headers);
                var page =
                    $$"""{"items":[{{Given.WorkspaceJson}}],"has_more":{{(number < 3 ? "true" : "false")}},"continuation_token":{{number}}}""";
                var (status, body) = (context.Request.Method, context.Request.Path.Value!.Split('/')[^1]) switch
                {
                    ("POST", "workspaces") => (409, "{}"),
                    ("GET", "workspaces") => (200, page),
                    (_, "environment-check") => (200, """{"current":"staging","target":"production","warnings":[]}"""),
                    (_, "test-caller-numbers") => (200, """{"numbers":["+15550199"]}"""),
                    _ => (200, Given.WorkspaceJson),
                };
                return StubServer.RespondAsync(context, status, body);
            }
        );
        using var client = Given.Client(server.BaseAddress);

        await Workflows[workflow](client, new() { Headers = headers });

        server.Requests.Count.Should().BeGreaterThan(1);
        server
            .Requests.Should()
            .OnlyContain(request => request.Headers["X-Trace"] == "t-1" && request.Headers["Authorization"] == "Bearer " + Given.Key);
    }

    [Fact]
    public async Task A_list_that_is_changed_while_a_retry_waits_is_sent_as_it_was()
    {
        await using var server = await FailingOnceAsync("""{"numbers":["+15550100"]}""");
        using var client = Given.Client(server.BaseAddress, options => options.TimeProvider = _clock);
        List<string> numbers = ["+15550100", "+15550101"];

        var replacing = client.Workspaces.UpdateTestCallerNumbersAsync(
            Given.WorkspaceId,
            new TestCallerNumbers { Numbers = numbers },
            cancellationToken: Cancellation
        );
        await _clock.WhenTimerAsync(due => due == Wait);
        numbers.Clear();
        numbers.Add("+15550666");
        _clock.Advance(Wait);
        await replacing;

        server
            .Requests.Select(request => request.Body)
            .Should()
            .HaveCount(2)
            .And.AllBe("""{"numbers":["\u002B15550100","\u002B15550101"]}""");
    }

    [Fact]
    public async Task A_handler_that_changes_the_request_changes_that_attempt_alone()
    {
        await using var server = await StubServer.StartAsync((503, ""), (200, """{"numbers":[]}"""));
        using var made = MadeClient.From(ClientSource.RegisteredWithHandler, server.BaseAddress, handler: () => new ChangingTheFirst());

        await made.Client.ReplaceTestCallerNumbersAsync(Given.WorkspaceId, ["+15550100"], null, Cancellation);

        server.Requests.Select(request => request.Body).Should().Equal("changed", """{"numbers":["\u002B15550100"]}""");
        server.Requests[1].Headers.Should().NotContainKey("X-Once");
    }

    private static Dictionary<string, string> Headers() => new() { ["X-Trace"] = "t-1", ["X-Second"] = "s-1" };

    private static void Spoil(Dictionary<string, string> headers)
    {
        headers["X-Trace"] = "evil\r\nX-Evil: 1";
        headers["Authorization"] = "Bearer someone-else";
        headers.Remove("X-Second");
    }

    private static Task<StubServer> FailingOnceAsync(string body) =>
        StubServer.StartAsync(
            (context, number) =>
                number == 1 ? StubServer.RespondAsync(context, 503, "", ("Retry-After", "7")) : StubServer.RespondAsync(context, 200, body)
        );

    private sealed class ChangingTheFirst : DelegatingHandler
    {
        private int _seen;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (_seen++ == 0)
            {
                request.Content = new StringContent("changed");
                request.Headers.Add("X-Once", "1");
            }

            return base.SendAsync(request, cancellationToken);
        }
    }

    /// <summary>Harmless when it is read first, and not any more.</summary>
    private sealed class ChangingHeaders : IReadOnlyDictionary<string, string>
    {
        public int Readings { get; private set; }

        public int Count => 1;

        public IEnumerable<string> Keys => this.Select(header => header.Key);

        public IEnumerable<string> Values => this.Select(header => header.Value);

        public string this[string key] => this.Single(header => header.Key == key).Value;

        public bool ContainsKey(string key) => this.Any(header => header.Key == key);

        public bool TryGetValue(string key, out string value)
        {
            value = this.FirstOrDefault(header => header.Key == key).Value;
            return value is not null;
        }

        public IEnumerator<KeyValuePair<string, string>> GetEnumerator()
        {
            yield return Readings++ == 0 ? new("X-Trace", "t-1") : new("Authorization", "Bearer someone-else");
        }

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
