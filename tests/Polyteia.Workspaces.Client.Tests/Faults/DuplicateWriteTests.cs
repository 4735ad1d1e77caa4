namespace Polyteia.Workspaces.Client.Tests.Faults;

/// <summary>Thousands of commands through random faults, held against what the stub really carried out.</summary>
public sealed class DuplicateWriteTests : IAsyncLifetime
{
    private const int Runs = 2000;

    private static readonly StubFault[] Faults =
    [
        StubFault.ResetBeforeApply,
        StubFault.ResetAfterApply,
        StubFault.TruncatedBody,
        StubFault.MalformedJson,
        StubFault.WithStatus(408),
        StubFault.WithStatus(429),
        StubFault.WithStatus(429),
        StubFault.WithStatus(429),
        StubFault.WithStatus(500),
        StubFault.WithStatus(503),
        StubFault.WithStatusAfterApply(408),
        StubFault.WithStatusAfterApply(500),
        StubFault.WithStatusAfterApply(503),
    ];

    private readonly HttpClient _connections = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private StubService _stub = null!;
    private string _key = "";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _stub = await StubService.StartAsync(cancellationToken: Cancel);
        _key = _stub.CreateApiKey();
    }

    public async ValueTask DisposeAsync()
    {
        _connections.Dispose();
        await _stub.DisposeAsync();
    }

    [Fact]
    public async Task A_command_is_never_done_twice_and_what_is_said_of_its_outcome_is_true()
    {
        var seed = Random.Shared.Next();
        var random = new Random(seed);
        var seen = new HashSet<string>();
        for (var run = 0; run < Runs; run++)
        {
            var command = Command.All[random.Next(Command.All.Count)];
            var faults = Enumerable.Range(0, random.Next(4)).Select(_ => Faults[random.Next(Faults.Length)]).ToList();
            var scene = $"run {run} of seed {seed}: {command.Name} through {string.Join(", ", faults)}";

            seen.Add(await CheckAsync(command, faults, maxRetries: random.Next(4), scene));
        }

        seen.Should().BeEquivalentTo(["succeeded", "unknown", "not applied"], "the faults should lead to every ending (seed {0})", seed);
    }

    private async Task<string> CheckAsync(Command command, List<StubFault> faults, int maxRetries, string scene)
    {
        // A client of its own, because each has its own retry budget.
        using var client = new PolyteiaWorkspacesClient(
            _connections,
            Given.Options(_stub.BaseAddress, options => (options.ApiKey, options.MaxRetries) = (_key, maxRetries))
        );
        var workspace = _stub.Seed(1)[0];
        var before = _stub.Applied.Count;
        faults.ForEach(fault => _stub.Inject(fault, command.Query));

        var failure = await TryAsync(command, client, workspace);

        _stub.ClearFaults();
        var applied = _stub.Applied.Count - before;
        if (failure is null)
        {
            applied.Should().BeGreaterThan(0, scene);
        }
        else if (!failure.MayHaveBeenApplied)
        {
            applied.Should().Be(0, $"{failure.Message} ({scene})");
        }

        if (!command.MayRepeat)
        {
            applied.Should().BeLessThanOrEqualTo(1, scene);
        }

        return failure is null ? "succeeded"
            : failure.MayHaveBeenApplied ? "unknown"
            : "not applied";
    }

    private static async Task<PolyteiaException?> TryAsync(Command command, PolyteiaWorkspacesClient client, StubWorkspace workspace)
    {
        try
        {
            await command.SendAsync(client, workspace);
            return null;
        }
        catch (PolyteiaException exception)
        {
            return exception;
        }
    }

    private sealed record Command(string Name, string Query, bool MayRepeat, Func<PolyteiaWorkspacesClient, StubWorkspace, Task> SendAsync)
    {
        public static IReadOnlyList<Command> All { get; } =
        [
            new("create", "create_workspace", false, (client, _) => client.CreateAsync(Given.CreateRequest, null, Cancel)),
            new("update", "update_workspace", true, (client, one) => client.UpdateAsync(one.Id, Given.UpdateRequest, null, Cancel)),
            new("delete", "delete_workspace", false, (client, one) => client.DeleteWithoutConfirmationAsync(one.Id, null, Cancel)),
            new("confirmed delete", "delete_workspace", false, (client, one) => client.DeleteAsync(one.Id, one.Name, null, Cancel)),
        ];
    }
}
