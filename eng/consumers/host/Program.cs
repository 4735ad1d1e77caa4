using Amigo.Workspaces.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

var builder = Host.CreateApplicationBuilder(args);
builder.Services.AddWorkspacesClient();
using var host = builder.Build();
await host.StartAsync();

var extensions = typeof(IHttpClientFactory).Assembly.GetName().Version!.Major;
await foreach (var workspace in host.Services.GetRequiredService<IWorkspacesClient>().ListAsync())
{
    Console.WriteLine($"{workspace.Slug} is in {workspace.Environment}, with the extensions of .NET {extensions}");
}
