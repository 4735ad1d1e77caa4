using Amigo.Workspaces.Client.Tests.Support;
using Amigo.Workspaces.Emulator;

namespace Amigo.Workspaces.Client.Tests.Faults;

/// <summary>Thousands of writes through random faults, held against what the emulator really carried out.</summary>
public sealed class DuplicateWriteTests : IAsyncLifetime
{
    private const int Runs = 4000;

    private static readonly Fault[] Faults =
    [
        Fault.ResetBeforeApply,
        Fault.ResetAfterApply,
        Fault.TruncatedBody,
        Fault.MalformedJson,
        Fault.Status(408),
        Fault.Status(429),
        Fault.Status(429),
        Fault.Status(429),
        Fault.Status(500),
        Fault.Status(503),
        Fault.StatusAfterApply(408),
        Fault.StatusAfterApply(500),
        Fault.StatusAfterApply(503),
    ];

    private readonly HttpClient _connections = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private WorkspacesEmulator _emulator = null!;
    private string _key = "";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _emulator = await WorkspacesEmulator.StartAsync(new() { RateLimit = int.MaxValue }, Cancellation);
        _key = _emulator.CreateApiKey(WorkspaceRole.Owner);
    }

    public async ValueTask DisposeAsync()
    {
        _connections.Dispose();
        await _emulator.DisposeAsync();
    }

    [Fact]
    public async Task A_write_is_never_done_twice_and_what_is_said_of_its_outcome_is_true()
    {
        var seed = Random.Shared.Next();
        var random = new Random(seed);
        var seen = new HashSet<string>();
        for (var run = 0; run < Runs; run++)
        {
            var write = Write.All[random.Next(Write.All.Count)];
            var faults = Enumerable.Range(0, random.Next(4)).Select(_ => Faults[random.Next(Faults.Length)]).ToList();
            var scene = $"run {run} of seed {seed}: {write.Name} through {string.Join(", ", faults)}";

            seen.Add(await CheckAsync(write, faults, maxRetries: random.Next(4), scene));
        }

        seen.Should().BeEquivalentTo(["succeeded", "unknown", "not applied"], "the faults should lead to every ending (seed {0})", seed);
    }

    private async Task<string> CheckAsync(Write write, List<Fault> faults, int maxRetries, string scene)
    {
        // A client of its own, because each has its own retry budget.
        using var client = new WorkspacesClient(
            _connections,
            Given.Options(
                _emulator.BaseAddress,
                options =>
                {
                    options.ApiKey = _key;
                    options.MaxRetries = maxRetries;
                }
            )
        );
        var workspace = _emulator.Seed(1, one => one with { Environment = "staging" })[0];
        var before = _emulator.Applied.Count;
        faults.ForEach(fault => _emulator.Inject(fault));

        var failure = await TryAsync(write, client, workspace);

        _emulator.ClearFaults();
        var applied = _emulator.Applied.Count - before;
        if (failure is null)
        {
            applied.Should().BeGreaterThan(0, scene);
        }
        else if (!failure.MayHaveBeenApplied)
        {
            applied.Should().Be(0, $"{failure.Message} ({scene})");
        }

        if (write.IsUnsafe)
        {
            applied.Should().BeLessThanOrEqualTo(1, scene);
        }

        return failure is null ? "succeeded"
            : failure.MayHaveBeenApplied ? "unknown"
            : "not applied";
    }

    private static async Task<WorkspacesException?> TryAsync(Write write, WorkspacesClient client, EmulatedWorkspace workspace)
    {
        try
        {
            await write.SendAsync(client, workspace);
            return null;
        }
        catch (WorkspacesException exception)
        {
            return exception;
        }
    }

    private sealed record Write(string Name, bool IsUnsafe, Func<WorkspacesClient, EmulatedWorkspace, Task> SendAsync)
    {
        public static IReadOnlyList<Write> All { get; } =
        [
            new("create", true, (client, workspace) => client.CreateAsync(NewWorkspace(workspace), cancellationToken: Cancellation)),
            new("update", true, (client, workspace) => client.UpdateAsync(workspace.Id, new() { Name = "New" }, null, Cancellation)),
            new("archive", true, (client, workspace) => client.ArchiveAsync(workspace.Id, workspace.Slug, null, Cancellation)),
            new(
                "convert",
                true,
                (client, workspace) =>
                    client.ConvertEnvironmentAsync(workspace.Id, ConversionTarget.Production, workspace.Slug, null, Cancellation)
            ),
            new("provision", false, (client, workspace) => client.ProvisionAsync(workspace.Id, null, Cancellation)),
            new(
                "replace the test callers",
                false,
                (client, workspace) => client.ReplaceTestCallerNumbersAsync(workspace.Id, ["+15550100"], null, Cancellation)
            ),
        ];

        private static CreateWorkspaceRequest NewWorkspace(EmulatedWorkspace seeded) =>
            new()
            {
                Slug = "new-" + seeded.Id.ToString("N"),
                Name = "New",
                Environment = WorkspaceEnvironment.Staging,
            };
    }
}
