using Amigo.Workspaces.Client;
using Microsoft.Extensions.DependencyInjection;

namespace Amigo.Workspaces.Benchmarks.Clients;

/// <summary>This client with its default options: retries, both timeouts, validation, telemetry, the key kept out of everything.</summary>
internal sealed class OurContender : Contender
{
    private readonly WorkspacesClient _client;

    public OurContender(Uri address, HttpMessageHandler? handler)
    {
        var services = new ServiceCollection();
        var builder = services.AddWorkspacesClient(options =>
        {
            options.ApiKey = ApiKey;
            options.BaseAddress = address;
        });
        if (handler is not null)
        {
            builder.ConfigurePrimaryHttpMessageHandler(() => handler);
        }

        _client = services.BuildServiceProvider().GetRequiredService<WorkspacesClient>();
    }

    public override Task GetAsync(Guid workspaceId) => _client.GetAsync(workspaceId);

    public override Task ListPageAsync(int limit) => _client.Workspaces.ListWorkspacesAsync(limit);

    public override Task CreateAsync(string slug, string name) =>
        _client.CreateAsync(
            new CreateWorkspaceRequest
            {
                Slug = slug,
                Name = name,
                Environment = WorkspaceEnvironment.Staging,
            }
        );

    public override async Task<int> CountAllAsync(int readAhead = 0)
    {
        var count = 0;
        await foreach (var _ in _client.ListAsync(new ListWorkspacesOptions { ReadAhead = readAhead }).ConfigureAwait(false))
        {
            count++;
        }

        return count;
    }
}
