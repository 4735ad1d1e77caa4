using Amigo.Workspaces.Emulator;

namespace Callers.Version_0_1_0;

/// <summary>What tests write that run against the emulator. It only has to compile.</summary>
internal static class EmulatorCallers
{
    public static async Task StartAsync(TimeProvider clock, CancellationToken token)
    {
        WorkspacesEmulatorOptions options = new()
        {
            Port = 0,
            TimeProvider = clock,
            RateLimit = 100,
        };
        await using WorkspacesEmulator plain = await WorkspacesEmulator.StartAsync();
        await using WorkspacesEmulator emulator = await WorkspacesEmulator.StartAsync(options: options, cancellationToken: token);
        Uri address = emulator.BaseAddress;
        string owner = emulator.CreateApiKey(role: WorkspaceRole.Owner);
        string viewer = emulator.CreateApiKey(WorkspaceRole.Viewer);
        IReadOnlyList<EmulatedWorkspace> seeded = emulator.Seed(count: 3, customize: workspace => workspace with { Name = "Acme Clinic" });
        IReadOnlyList<EmulatedWorkspace> state = emulator.Workspaces;
        _ = (address, owner, viewer, seeded, state);
    }

    public static void Faults(WorkspacesEmulator emulator)
    {
        emulator.Inject(fault: Fault.Status(status: 503), operationId: "list-workspaces", times: 2);
        emulator.Inject(Fault.Status(429, body: null, headers: new Dictionary<string, string> { ["Retry-After"] = "1" }));
        emulator.Inject(Fault.StatusAfterApply(status: 500));
        emulator.Inject(Fault.Delay(delay: TimeSpan.FromSeconds(1)));
        Fault[] others = [Fault.ResetBeforeApply, Fault.ResetAfterApply, Fault.TruncatedBody, Fault.StalledBody, Fault.MalformedJson];
        emulator.ClearFaults();
        _ = others;
    }

    public static void Journal(WorkspacesEmulator emulator)
    {
        foreach (RecordedRequest request in emulator.Requests)
        {
            (string method, string path, string query) = (request.Method, request.Path, request.Query);
            (string body, string? operation, int? status) = (request.Body, request.OperationId, request.StatusCode);
            IReadOnlyDictionary<string, string> headers = request.Headers;
            _ = (method, path, query, body, operation, status, headers);
        }

        foreach (AppliedChange change in emulator.Applied)
        {
            (string operation, Guid workspace, DateTimeOffset at) = change;
            _ = (operation, workspace, at);
        }

        emulator.ClearRequests();
    }
}
