using System.Globalization;
using System.Net.Http.Headers;
using System.Text;

namespace Amigo.Workspaces.Emulator.Tests.Support;

/// <summary>A running emulator on a manual clock, and plain HTTP to talk to it.</summary>
public abstract class EmulatorTest : IAsyncLifetime
{
    protected const string StartedAt = "2026-11-22T10:15:30.123456Z";

    private readonly Dictionary<WorkspaceRole, string> _keys = [];

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected ManualTimeProvider Clock { get; } = new();

    protected WorkspacesEmulator Emulator { get; private set; } = null!;

    protected HttpClient Http { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        // A tenth of a microsecond more than the wire carries.
        Clock.Advance(DateTimeOffset.Parse(StartedAt, CultureInfo.InvariantCulture).AddTicks(7) - Clock.GetUtcNow());
        var options = new WorkspacesEmulatorOptions { TimeProvider = Clock };
        Configure(options);
        Emulator = await WorkspacesEmulator.StartAsync(options, Cancellation);
        foreach (var role in Enum.GetValues<WorkspaceRole>())
        {
            _keys[role] = Emulator.CreateApiKey(role);
        }

        Http = NewClient();
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Emulator.DisposeAsync();
        await DisposeCoreAsync();
        GC.SuppressFinalize(this);
    }

    protected virtual ValueTask DisposeCoreAsync() => ValueTask.CompletedTask;

    protected virtual void Configure(WorkspacesEmulatorOptions options) { }

    protected static string CreateBody(string slug) => $$"""{"slug":"{{slug}}","name":"Lakeview Clinic","environment":"staging"}""";

    protected string Key(WorkspaceRole role) => _keys[role];

    protected HttpClient NewClient() =>
        new(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = Emulator.BaseAddress, Timeout = TimeSpan.FromMinutes(1) };

    protected HttpRequestMessage Request(string method, string path, string? json = null, WorkspaceRole role = WorkspaceRole.Owner) =>
        new(new HttpMethod(method), path)
        {
            Headers = { Authorization = new AuthenticationHeaderValue("Bearer", Key(role)) },
            Content = json is null ? null : new StringContent(json, Encoding.UTF8, "application/json"),
        };

    protected async Task<Answer> SendAsync(string method, string path, string? json = null, WorkspaceRole role = WorkspaceRole.Owner)
    {
        using var request = Request(method, path, json, role);
        return await SendAsync(request);
    }

    protected async Task<Answer> SendAsync(HttpRequestMessage request)
    {
        using var response = await Http.SendAsync(request, Cancellation);
        return await Answer.OfAsync(response, Cancellation);
    }

    protected EmulatedWorkspace SeedOne(Func<EmulatedWorkspace, EmulatedWorkspace>? customize = null) =>
        Emulator.Seed(1, customize).Should().ContainSingle().Subject;

    protected EmulatedWorkspace Stored(Guid id) => Emulator.Workspaces.Single(workspace => workspace.Id == id);
}
