namespace Amigo.Workspaces.Emulator.Tests;

public sealed class ReadmeTests
{
    [Fact]
    public async Task The_example_works()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var emulator = await WorkspacesEmulator.StartAsync(cancellationToken: cancellation);
        emulator.Seed(3);
        emulator.Inject(Fault.Status(503), "list-workspaces");

        using var http = new HttpClient { BaseAddress = emulator.BaseAddress };
        http.DefaultRequestHeaders.Authorization = new("Bearer", emulator.CreateApiKey(WorkspaceRole.Viewer));
        using var refused = await http.GetAsync("v1/workspaces", cancellation);
        using var served = await http.GetAsync("v1/workspaces", cancellation);

        Assert.Equal([503, 200], emulator.Requests.Select(request => request.StatusCode));
        Assert.Contains("\"total\":3", await served.Content.ReadAsStringAsync(cancellation), StringComparison.Ordinal);
    }
}
