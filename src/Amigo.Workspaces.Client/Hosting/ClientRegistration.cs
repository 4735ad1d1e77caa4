using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Amigo.Workspaces.Client.Hosting;

/// <summary>Registers one client with the host, with or without a key.</summary>
internal static class ClientRegistration
{
    public static IHttpClientBuilder Add(IServiceCollection services)
    {
        services.TryAddSingleton(provider => CreateClient(provider, Options.DefaultName));
        services.TryAddSingleton<IWorkspacesClient>(provider => provider.GetRequiredService<WorkspacesClient>());
        services.TryAddSingleton(provider => provider.GetRequiredService<WorkspacesClient>().Workspaces);
        services.TryAddSingleton(provider => provider.GetRequiredService<WorkspacesClient>().Account);
        return HttpClientRegistration.Add(services, Options.DefaultName);
    }

    public static IHttpClientBuilder AddKeyed(IServiceCollection services, string key)
    {
        services.TryAddKeyedSingleton(key, (provider, _) => CreateClient(provider, key));
        services.TryAddKeyedSingleton<IWorkspacesClient>(key, (provider, _) => provider.GetRequiredKeyedService<WorkspacesClient>(key));
        services.TryAddKeyedSingleton(key, (provider, _) => provider.GetRequiredKeyedService<WorkspacesClient>(key).Workspaces);
        services.TryAddKeyedSingleton(key, (provider, _) => provider.GetRequiredKeyedService<WorkspacesClient>(key).Account);
        return HttpClientRegistration.Add(services, key);
    }

    private static WorkspacesClient CreateClient(IServiceProvider provider, string key) =>
        new(HttpClientRegistration.CreateSender(provider, key));
}
