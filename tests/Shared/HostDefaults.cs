using Microsoft.Extensions.Compliance.Classification;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Logging;
using Polly;

namespace WorkspaceClients.Tests;

/// <summary>What hosts add to all of their HTTP clients at once, with the packages that they use for it.</summary>
public static class HostDefaults
{
    private static readonly Dictionary<string, Action<IHttpClientBuilder>> Kinds = new()
    {
        ["standard resilience"] = http => http.AddStandardResilienceHandler(options => options.Retry.Delay = TimeSpan.Zero),
        ["standard hedging"] = http => http.AddStandardHedgingHandler(),
        ["custom resilience"] = http =>
            http.AddResilienceHandler("custom", pipeline => pipeline.AddRetry(new HttpRetryStrategyOptions { Delay = TimeSpan.Zero })),
        ["policy"] = http => http.AddTransientHttpErrorPolicy(policy => policy.RetryAsync(2)),
    };

    /// <summary>The kinds of handlers that retry, by their names.</summary>
    public static IEnumerable<string> Retrying => Kinds.Keys;

    /// <summary>Adds handlers that retry to the clients of a builder.</summary>
    public static void AddRetrying(IHttpClientBuilder http, string kind) => Kinds[kind](http);

    /// <summary>Adds handlers that retry to all clients of a host.</summary>
    public static void AddRetrying(IServiceCollection services, string kind) => services.ConfigureHttpClientDefaults(Kinds[kind]);

    /// <summary>Logs each request with all that extended logging can be made to show, keys too.</summary>
    public static void AddExtendedLogging(IServiceCollection services, LogBook log) =>
        services
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log))
            .AddRedaction()
            .AddExtendedHttpClientLogging(options =>
            {
                options.LogRequestStart = true;
                options.LogBody = true;
                options.RequestBodyContentTypes.Add("application/json");
                options.ResponseBodyContentTypes.Add("application/json");
                options.RequestHeadersDataClasses.Add("Authorization", DataClassification.None);
            });
}
