using Microsoft.Extensions.Configuration;
using Polyteia.Workspaces.Client.Hosting;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the client for workspaces of Polyteia.</summary>
public static class PolyteiaServiceCollectionExtensions
{
    /// <summary>
    /// Registers <see cref="IPolyteiaWorkspacesClient" /> and <see cref="PolyteiaWorkspacesClient" /> as singletons.
    /// </summary>
    /// <remarks>
    /// Without <paramref name="configure" /> the options come from the section <c>Polyteia:Workspaces</c> of the registered configuration, and
    /// follow its reloads. A key that is still missing comes from the environment variable <c>POLYTEIA_API_KEY</c>, together with the address in
    /// <c>POLYTEIA_BASE_URL</c> unless one is set. Invalid options stop the host's start; an invalid reload is logged, and the
    /// last valid options stay in use.
    /// </remarks>
    /// <param name="services">The service collection.</param>
    /// <param name="configure">Configures the options.</param>
    /// <returns>The builder of the HTTP client, for your own handlers.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services" /> is <see langword="null" />.</exception>
    public static IHttpClientBuilder AddPolyteiaWorkspacesClient(
        this IServiceCollection services,
        Action<PolyteiaWorkspacesClientOptions>? configure = null
    )
    {
        ArgumentNullException.ThrowIfNull(services);
        if (configure is null)
        {
            return AddFromSection(services, HttpClientRegistration.DefaultSection);
        }

        services.Configure(configure);
        return ClientRegistration.Add(services);
    }

    /// <summary>
    /// Registers <see cref="IPolyteiaWorkspacesClient" /> and <see cref="PolyteiaWorkspacesClient" /> as singletons whose options come from a section of the configuration and follow its reloads.
    /// </summary>
    /// <remarks>
    /// The section's keys are the names of the options: <c>ApiKey</c>, <c>BaseAddress</c>, <c>AttemptTimeout</c>, <c>TotalTimeout</c>,
    /// <c>MaxRetries</c>, <c>RetryBaseDelay</c>, <c>MaxRetryDelay</c> and <c>ApplicationName</c>. Times are written as <c>00:00:30</c>. A key
    /// that is missing comes from the environment variable <c>POLYTEIA_API_KEY</c>, together with the address in <c>POLYTEIA_BASE_URL</c> unless one is
    /// set. Invalid options stop the host's start; an invalid reload is logged, and the last valid options stay in use.
    /// </remarks>
    /// <param name="services">The service collection.</param>
    /// <param name="section">The configuration section.</param>
    /// <returns>The builder of the HTTP client, for your own handlers.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null" />.</exception>
    public static IHttpClientBuilder AddPolyteiaWorkspacesClient(this IServiceCollection services, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(section);
        return AddFromSection(services, _ => section);
    }

    /// <summary>
    /// Registers <see cref="IPolyteiaWorkspacesClient" /> and <see cref="PolyteiaWorkspacesClient" /> as keyed singletons, so that one program can serve several
    /// organizations.
    /// </summary>
    /// <remarks>The environment is not read: a client whose key is missing must not borrow another's.</remarks>
    /// <param name="services">The service collection.</param>
    /// <param name="key">The key of the services and name of their options.</param>
    /// <param name="configure">Configures the options.</param>
    /// <returns>The builder of the HTTP client, for your own handlers.</returns>
    /// <exception cref="ArgumentException"><paramref name="key" /> is blank.</exception>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null" />.</exception>
    public static IHttpClientBuilder AddKeyedPolyteiaWorkspacesClient(
        this IServiceCollection services,
        string key,
        Action<PolyteiaWorkspacesClientOptions> configure
    )
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        ArgumentNullException.ThrowIfNull(configure);
        services.Configure(key, configure);
        return ClientRegistration.AddKeyed(services, key);
    }

    /// <summary>
    /// Registers <see cref="IPolyteiaWorkspacesClient" /> and <see cref="PolyteiaWorkspacesClient" /> as keyed singletons whose options come from a section of the configuration and follow its reloads.
    /// </summary>
    /// <remarks>
    /// The section's keys are the names of the options: <c>ApiKey</c>, <c>BaseAddress</c>, <c>AttemptTimeout</c>, <c>TotalTimeout</c>,
    /// <c>MaxRetries</c>, <c>RetryBaseDelay</c>, <c>MaxRetryDelay</c> and <c>ApplicationName</c>. Times are written as <c>00:00:30</c>. The
    /// environment is not read: a client whose key is missing must not borrow another's. Invalid options stop the host's start; a reload
    /// that is invalid is logged, and the last valid options stay in use.
    /// </remarks>
    /// <param name="services">The service collection.</param>
    /// <param name="key">The key of the services and name of their options.</param>
    /// <param name="section">The configuration section.</param>
    /// <returns>The builder of the HTTP client, for your own handlers.</returns>
    /// <exception cref="ArgumentException"><paramref name="key" /> is blank.</exception>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null" />.</exception>
    public static IHttpClientBuilder AddKeyedPolyteiaWorkspacesClient(this IServiceCollection services, string key, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        ArgumentNullException.ThrowIfNull(section);
        HttpClientRegistration.Configure(services, key, _ => section);
        return ClientRegistration.AddKeyed(services, key);
    }

    private static IHttpClientBuilder AddFromSection(IServiceCollection services, Func<IServiceProvider, IConfiguration?> section)
    {
        HttpClientRegistration.Configure(services, Options.Options.DefaultName, section);
        return ClientRegistration.Add(services);
    }
}
