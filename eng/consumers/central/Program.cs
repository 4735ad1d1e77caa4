using Amigo.Workspaces.Client;
using Amigo.Workspaces.Emulator;

await using var emulator = await WorkspacesEmulator.StartAsync();
emulator.Seed(3);
using var client = new WorkspacesClient(
    new WorkspacesClientOptions { ApiKey = emulator.CreateApiKey(WorkspaceRole.Viewer), BaseAddress = emulator.BaseAddress }
);
await foreach (var workspace in client.ListAsync())
{
    Console.WriteLine($"{workspace.Slug} is in {workspace.Environment}");
}
