using Amigo.Workspaces.Client;
using Amigo.Workspaces.Emulator;

namespace UnitTesting;

/// <summary>Third way: the real client over real HTTP, and a service that fails on request. Each test has an emulator of its own.</summary>
public sealed class EmulatorTests : IAsyncLifetime
{
    private WorkspacesEmulator _emulator = null!;
    private WorkspacesClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _emulator = await WorkspacesEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        _client = new WorkspacesClient(
            new WorkspacesClientOptions
            {
                ApiKey = _emulator.CreateApiKey(WorkspaceRole.Owner),
                BaseAddress = _emulator.BaseAddress,
                RetryBaseDelay = TimeSpan.Zero, // no waiting in tests
            }
        );
    }

    [Fact]
    public async Task A_clinic_is_created()
    {
        var answer = await SignUpAsync("Sunrise Clinic");

        Assert.StartsWith("sunrise-clinic is ready", answer, StringComparison.Ordinal);
        Assert.Equal("staging", Assert.Single(_emulator.Workspaces).Environment);
    }

    [Fact]
    public async Task A_taken_slug_is_told()
    {
        _emulator.Seed(1, workspace => workspace with { Slug = "sunrise-clinic" });

        Assert.Equal("sunrise-clinic is taken: choose another name.", await SignUpAsync("Sunrise Clinic"));
    }

    [Fact]
    public async Task A_lost_answer_creates_the_clinic_once()
    {
        _emulator.Inject(Fault.ResetAfterApply, "create-my-workspace");

        Assert.Contains("look before you sign up again", await SignUpAsync("Sunrise Clinic"), StringComparison.Ordinal);
        Assert.Single(_emulator.Applied);
        Assert.Single(_emulator.Requests);
    }

    [Fact]
    public async Task An_overload_is_waited_out()
    {
        _emulator.Inject(Fault.Status(429), "create-my-workspace", times: 2);

        Assert.StartsWith("sunrise-clinic is ready", await SignUpAsync("Sunrise Clinic"), StringComparison.Ordinal);
        Assert.Equal(3, _emulator.Requests.Count);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _emulator.DisposeAsync();
    }

    private Task<string> SignUpAsync(string name) =>
        new ClinicOnboarding(_client.Account).SignUpAsync(name, TestContext.Current.CancellationToken);
}
