using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace WorkspaceClients.Hosting;

/// <summary>Registers what a client needs of the host: its options, and its HTTP client in the host's factory.</summary>
internal static class HttpClientRegistration
{
    /// <summary>Handlers that retry. On top of our own retries they would multiply the load, and send writes twice.</summary>
    private static readonly string[] RetryingHandlers = ["ResilienceHandler", "PolicyHttpMessageHandler"];

    private static readonly Action<HttpClient> ConfigureClient = Connection.Configure;

    /// <summary>The section of the configuration that is read when the host names none.</summary>
    public static IConfiguration? DefaultSection(IServiceProvider provider) =>
        provider.GetService<IConfiguration>()?.GetSection(Product.ConfigurationSection);

    /// <param name="services">The services of the host.</param>
    /// <param name="key">The key of the client's services; the empty string for the one without a key.</param>
    public static IHttpClientBuilder Add(IServiceCollection services, string key)
    {
        services.AddOptions<ClientOptions>(key).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ClientOptions>, OptionsValidator>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<ClientOptions>, EnvironmentFallback>());

        // After everything that the host says about the primary handler, on our builder too.
        var name = NameOf(key);
        services.PostConfigure<HttpClientFactoryOptions>(
            name,
            options =>
                options.HttpMessageHandlerBuilderActions.Add(builder => builder.PrimaryHandler = Connection.Secure(builder.PrimaryHandler))
        );

        return services
            .AddHttpClient(name, ConfigureClient)
            .ConfigurePrimaryHttpMessageHandler((handler, _) => Connection.Configure(handler))
            .ConfigureAdditionalHttpMessageHandlers((handlers, _) => RemoveRetrying(handlers))
            // Ours say the same in fewer lines, and hold no header.
            .RemoveAllLoggers();
    }

    /// <summary>Lets the options of a client come from a section, and follow its reloads.</summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="key">The key of the client's services; the empty string for the one without a key.</param>
    /// <param name="section">Finds the section.</param>
    public static void Configure(IServiceCollection services, string key, Func<IServiceProvider, IConfiguration?> section)
    {
        services.AddSingleton(provider => new FollowedSection(key, section(provider)));
        services
            .AddOptions<ClientOptions>(key)
            .Configure<IServiceProvider>(
                (options, provider) =>
                {
                    if (section(provider) is { } present)
                    {
                        ConfigurationReader.Read(present, options);
                    }
                }
            );
    }

    /// <exception cref="OptionsValidationException">The options are not valid.</exception>
    public static Sender CreateSender(IServiceProvider provider, string key)
    {
        var logger = Sender.LoggerOf(provider.GetService<ILoggerFactory>());
        var settings = new CurrentSettings(provider, key, logger);
        return new Sender(Connections(provider, NameOf(key)), () => settings.Value, logger, settings);
    }

    /// <summary>
    /// The connections of the host's factory, asked for anew for each attempt, so that DNS changes are seen. An HttpClient stands around them
    /// only when the host sets it up: it joins tokens for each request, which costs more than our own part.
    /// </summary>
    private static Func<HttpMessageInvoker> Connections(IServiceProvider provider, string name)
    {
        var factory = provider.GetRequiredService<IHttpClientFactory>();
        var options = provider.GetRequiredService<IOptionsMonitor<HttpClientFactoryOptions>>().Get(name);
        return factory is IHttpMessageHandlerFactory handlers && options.HttpClientActions.All(action => action == ConfigureClient)
            ? () => new HttpMessageInvoker(handlers.CreateHandler(name), disposeHandler: false)
            : () => factory.CreateClient(name);
    }

    private static string NameOf(string key) => key.Length == 0 ? Product.Name : $"{Product.Name}:{key}";

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
