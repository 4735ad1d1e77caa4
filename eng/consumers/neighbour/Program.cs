// Uses a Refit of its own, with its generator, beside the client's.
using Amigo.Workspaces.Client;
using Refit;

var own = RestService.For<IOwnService>("http://localhost:1");
using var client = new WorkspacesClient(WorkspacesClientOptions.FromEnvironment());
await foreach (var workspace in client.ListAsync())
{
    Console.WriteLine($"{workspace.Slug} is in {workspace.Environment}, beside {own.GetType().Name}");
}

internal interface IOwnService
{
    [Get("/patients")]
    Task<string> GetPatientsAsync();
}
