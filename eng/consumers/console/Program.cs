using Amigo.Workspaces.Client;

using var client = new WorkspacesClient(WorkspacesClientOptions.FromEnvironment());
await foreach (var workspace in client.ListAsync())
{
    Console.WriteLine($"{workspace.Slug} is in {workspace.Environment}");
}
