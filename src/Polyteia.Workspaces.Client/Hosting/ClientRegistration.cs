using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Polyteia.Workspaces.Client.Hosting;

/// <summary>Registers one client with the host, with or without a key.</summary>
internal static class ClientRegistration
{
    public static IHttpClientBuilder Add(IServiceCollection services)
    {
        services.TryAddSingleton(provider => CreateClient(provider, Options.DefaultName));
        services.TryAddSingleton<IPolyteiaWorkspacesClient>(provider => provider.GetRequiredService<PolyteiaWorkspacesClient>());
        return HttpClientRegistration.Add(services, Options.DefaultName);
    }

    public static IHttpClientBuilder AddKeyed(IServiceCollection services, string key)
    {
        services.TryAddKeyedSingleton(key, (provider, _) => CreateClient(provider, key));
        services.TryAddKeyedSingleton<IPolyteiaWorkspacesClient>(
            key,
            (provider, _) => provider.GetRequiredKeyedService<PolyteiaWorkspacesClient>(key)
        );
        return HttpClientRegistration.Add(services, key);
    }

    private static PolyteiaWorkspacesClient CreateClient(IServiceProvider provider, string key) =>
        new(HttpClientRegistration.CreateSender(provider, key));
}
