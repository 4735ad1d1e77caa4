using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Polyteia.Workspaces.Client.Tests.Hosting;

/// <summary>Real hosts, which read nothing of the machine that the tests run on.</summary>
internal static class GivenHost
{
    public static IHost Build(Action<IServiceCollection> register, IEnumerable<KeyValuePair<string, string?>>? configuration = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(configuration ?? []);
        register(builder.Services);
        return builder.Build();
    }

    /// <summary>Values of the client's section, by the names of the options.</summary>
    public static Dictionary<string, string?> Configuration(params (string Option, string? Value)[] values) =>
        values.ToDictionary(value => $"Polyteia:Workspaces:{value.Option}", value => value.Value);

    public static ServiceProvider Services(Action<IServiceCollection> register)
    {
        var services = new ServiceCollection();
        register(services);
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }
}
