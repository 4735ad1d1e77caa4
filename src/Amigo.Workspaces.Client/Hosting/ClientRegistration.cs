using Amigo.Workspaces.Client.Transport;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Amigo.Workspaces.Client.Hosting;

/// <summary>Registers one client with the host: its services, its options, and its HTTP client in the host's factory.</summary>
internal static class ClientRegistration
{
    private const string HttpClientName = "Amigo.Workspaces.Client";

    /// <summary>Handlers that retry. On top of our own retries they would multiply the load, and send writes twice.</summary>
    private static readonly string[] RetryingHandlers = ["ResilienceHandler", "PolicyHttpMessageHandler"];

    public static IHttpClientBuilder Add(IServiceCollection services)
    {
        services.TryAddSingleton(provider => CreateClient(provider, Options.DefaultName, HttpClientName));
        services.TryAddSingleton<IWorkspacesClient>(provider => provider.GetRequiredService<WorkspacesClient>());
        services.TryAddSingleton(provider => provider.GetRequiredService<WorkspacesClient>().Workspaces);
        services.TryAddSingleton(provider => provider.GetRequiredService<WorkspacesClient>().Account);
        return AddOptionsAndHttpClient(services, Options.DefaultName, HttpClientName);
    }

    public static IHttpClientBuilder AddKeyed(IServiceCollection services, string key)
    {
        var httpClientName = $"{HttpClientName}:{key}";
        services.TryAddKeyedSingleton(key, (provider, _) => CreateClient(provider, key, httpClientName));
        services.TryAddKeyedSingleton<IWorkspacesClient>(key, (provider, _) => provider.GetRequiredKeyedService<WorkspacesClient>(key));
        services.TryAddKeyedSingleton(key, (provider, _) => provider.GetRequiredKeyedService<WorkspacesClient>(key).Workspaces);
        services.TryAddKeyedSingleton(key, (provider, _) => provider.GetRequiredKeyedService<WorkspacesClient>(key).Account);
        return AddOptionsAndHttpClient(services, key, httpClientName);
    }

    private static WorkspacesClient CreateClient(IServiceProvider provider, string optionsName, string httpClientName)
    {
        var factory = provider.GetRequiredService<IHttpClientFactory>();
        var logger = HttpTransport.LoggerOf(provider.GetService<ILoggerFactory>());
        var settings = new CurrentSettings(provider, optionsName, logger);
        return new WorkspacesClient(new HttpTransport(() => factory.CreateClient(httpClientName), () => settings.Value, logger, settings));
    }

    private static IHttpClientBuilder AddOptionsAndHttpClient(IServiceCollection services, string optionsName, string httpClientName)
    {
        services.AddOptions<WorkspacesClientOptions>(optionsName).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<WorkspacesClientOptions>, OptionsValidator>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<WorkspacesClientOptions>, EnvironmentFallback>());

        // After everything that the host says about the primary handler, on our builder too: a write must never follow a redirect.
        services.PostConfigure<HttpClientFactoryOptions>(
            httpClientName,
            options => options.HttpMessageHandlerBuilderActions.Add(builder => Connection.TurnRedirectsOff(builder.PrimaryHandler))
        );

        return services
            .AddHttpClient(httpClientName, Connection.Configure)
            .ConfigurePrimaryHttpMessageHandler((handler, _) => Connection.Configure(handler))
            .ConfigureAdditionalHttpMessageHandlers((handlers, _) => RemoveRetrying(handlers))
            // Ours say the same in fewer lines, and hold no header.
            .RemoveAllLoggers();
    }

    /// <summary>
    /// Runs after what ConfigureHttpClientDefaults brought, and before what the host adds to our builder: that is its own decision.
    /// </summary>
    private static void RemoveRetrying(IList<DelegatingHandler> handlers)
    {
        foreach (var handler in handlers.Where(IsRetrying).ToList())
        {
            handlers.Remove(handler);
        }
    }

    private static bool IsRetrying(DelegatingHandler handler)
    {
        for (var type = handler.GetType(); type is not null; type = type.BaseType)
        {
            if (RetryingHandlers.Contains(type.Name, StringComparer.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
