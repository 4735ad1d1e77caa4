using Amigo.Workspaces.Client.Hosting;
using Microsoft.Extensions.Configuration;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the client for workspaces of the Amigo Platform.</summary>
public static class ServiceCollectionExtensions
{
    /// <summary>
    /// Registers <see cref="IWorkspacesClient" />, <see cref="WorkspacesClient" />, <see cref="IWorkspacesApi" /> and
    /// <see cref="IAccountApi" /> as singletons.
    /// </summary>
    /// <remarks>
    /// Without <paramref name="configure" /> the options come from the section <c>Amigo:Workspaces</c> of the registered configuration, and
    /// follow its reloads. A key that is still missing comes from the environment variable <c>AMIGO_API_KEY</c>, together with the address in
    /// <c>AMIGO_BASE_URL</c> unless one is set. Invalid options stop the host's start; an invalid reload is logged, and the
    /// last valid options stay in use.
    /// </remarks>
    /// <example>
    /// <code>
    /// using Amigo.Workspaces.Client;
    /// using Microsoft.Extensions.DependencyInjection;
    /// using Microsoft.Extensions.Hosting;
    ///
    /// var builder = Host.CreateApplicationBuilder(args);
    /// builder.Services.AddWorkspacesClient();
    ///
    /// using var host = builder.Build();
    /// var client = host.Services.GetRequiredService&lt;IWorkspacesClient>();
    /// Console.WriteLine(await client.FindBySlugAsync("acme-clinic") is null);
    /// </code>
    /// </example>
    /// <param name="services">The service collection.</param>
    /// <param name="configure">Configures the options.</param>
    /// <returns>The builder of the HTTP client, for your own handlers.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services" /> is <see langword="null" />.</exception>
    public static IHttpClientBuilder AddWorkspacesClient(
        this IServiceCollection services,
        Action<WorkspacesClientOptions>? configure = null
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
    /// Registers <see cref="IWorkspacesClient" />, <see cref="WorkspacesClient" />, <see cref="IWorkspacesApi" /> and
    /// <see cref="IAccountApi" /> as singletons whose options come from a section of the configuration and follow its reloads.
    /// </summary>
    /// <remarks>
    /// The section's keys are the names of the options: <c>ApiKey</c>, <c>BaseAddress</c>, <c>AttemptTimeout</c>, <c>TotalTimeout</c>,
    /// <c>MaxRetries</c>, <c>RetryBaseDelay</c>, <c>MaxRetryDelay</c> and <c>ApplicationName</c>. Times are written as <c>00:00:30</c>. A key
    /// that is missing comes from the environment variable <c>AMIGO_API_KEY</c>, together with the address in <c>AMIGO_BASE_URL</c> unless one is
    /// set. Invalid options stop the host's start; an invalid reload is logged, and the last valid options stay in use.
    /// </remarks>
    /// <param name="services">The service collection.</param>
    /// <param name="section">The configuration section.</param>
    /// <returns>The builder of the HTTP client, for your own handlers.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null" />.</exception>
    public static IHttpClientBuilder AddWorkspacesClient(this IServiceCollection services, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(section);
        return AddFromSection(services, _ => section);
    }

    /// <summary>
    /// Registers <see cref="IWorkspacesClient" />, <see cref="WorkspacesClient" />, <see cref="IWorkspacesApi" /> and
    /// <see cref="IAccountApi" /> as keyed singletons, so that one program can serve several tenants.
    /// </summary>
    /// <remarks>The environment is not read: a tenant without a key must not use another tenant's.</remarks>
    /// <param name="services">The service collection.</param>
    /// <param name="key">The key of the services and name of their options.</param>
    /// <param name="configure">Configures the options.</param>
    /// <returns>The builder of the HTTP client, for your own handlers.</returns>
    /// <exception cref="ArgumentException"><paramref name="key" /> is blank.</exception>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null" />.</exception>
    public static IHttpClientBuilder AddKeyedWorkspacesClient(
        this IServiceCollection services,
        string key,
        Action<WorkspacesClientOptions> configure
    )
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        ArgumentNullException.ThrowIfNull(configure);
        services.Configure(key, configure);
        return ClientRegistration.AddKeyed(services, key);
    }

    /// <summary>
    /// Registers <see cref="IWorkspacesClient" />, <see cref="WorkspacesClient" />, <see cref="IWorkspacesApi" /> and
    /// <see cref="IAccountApi" /> as keyed singletons whose options come from a section of the configuration and follow its reloads.
    /// </summary>
    /// <remarks>
    /// The section's keys are the names of the options: <c>ApiKey</c>, <c>BaseAddress</c>, <c>AttemptTimeout</c>, <c>TotalTimeout</c>,
    /// <c>MaxRetries</c>, <c>RetryBaseDelay</c>, <c>MaxRetryDelay</c> and <c>ApplicationName</c>. Times are written as <c>00:00:30</c>. The
    /// environment is not read: a tenant without a key must not use another tenant's. Invalid options stop the host's start; a reload
    /// that is invalid is logged, and the last valid options stay in use.
    /// </remarks>
    /// <param name="services">The service collection.</param>
    /// <param name="key">The key of the services and name of their options.</param>
    /// <param name="section">The configuration section.</param>
    /// <returns>The builder of the HTTP client, for your own handlers.</returns>
    /// <exception cref="ArgumentException"><paramref name="key" /> is blank.</exception>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null" />.</exception>
    public static IHttpClientBuilder AddKeyedWorkspacesClient(this IServiceCollection services, string key, IConfiguration section)
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
