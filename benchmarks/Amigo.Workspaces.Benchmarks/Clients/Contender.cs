using Amigo.Workspaces.Benchmarks.Clients.Kiota;
using Amigo.Workspaces.Benchmarks.Clients.Raw;
using Microsoft.Extensions.DependencyInjection;

namespace Amigo.Workspaces.Benchmarks.Clients;

public enum ClientKind
{
    TunedRaw,
    Raw,
    Ours,
    NSwag,
    RestEase,
    Kiota,
    // A slot for Refit: no version of it can be restored where this was written. A contender for it would hold a Refit interface with the
    // three operations below, made by RestService.For<T>(HttpClient) on the HttpClient of Contender.PeerHttpClient.
}

/// <summary>One client under measurement. Each does what its own users would write.</summary>
internal abstract class Contender
{
    public const string ApiKey = "amg_live_0123456789abcdef0123456789abcdef";

    private const string HttpClientName = "peer";

    public static Contender Create(ClientKind kind, Uri address, HttpMessageHandler? handler) =>
        kind switch
        {
            ClientKind.TunedRaw => new TunedRawContender(TunedHttpClient(address, handler)),
            ClientKind.Raw => new CarefulRawContender(PeerHttpClient(address, handler)),
            ClientKind.Ours => new OurContender(address, handler),
            ClientKind.NSwag => new NSwagContender(PeerHttpClient(address, handler)),
            ClientKind.RestEase => new RestEaseContender(PeerHttpClient(address, handler)),
            _ => new KiotaContender(PeerHttpClient(address, handler, KiotaContender.AddHandlers)),
        };

    public abstract Task GetAsync(Guid workspaceId);

    public abstract Task ListPageAsync(int limit);

    public abstract Task CreateAsync(string slug, string name);

    public abstract Task<int> CountAllAsync(int readAhead = 0);

    /// <summary>What IHttpClientFactory gives who asks for nothing special: its loggers, and the timeout of HttpClient.</summary>
    private static HttpClient PeerHttpClient(Uri address, HttpMessageHandler? handler, Action<IHttpClientBuilder>? configure = null)
    {
        var services = new ServiceCollection();
        var builder = services.AddHttpClient(HttpClientName, client => Configure(client, address));
        configure?.Invoke(builder);
        if (handler is not null)
        {
            builder.ConfigurePrimaryHttpMessageHandler(() => handler);
        }

        return services.BuildServiceProvider().GetRequiredService<IHttpClientFactory>().CreateClient(HttpClientName);
    }

    /// <summary>No factory, no loggers, no timeout.</summary>
    private static HttpClient TunedHttpClient(Uri address, HttpMessageHandler? handler)
    {
        var client = new HttpClient(handler ?? new SocketsHttpHandler()) { Timeout = Timeout.InfiniteTimeSpan };
        Configure(client, address);
        return client;
    }

    private static void Configure(HttpClient client, Uri address)
    {
        client.BaseAddress = address;
        client.DefaultRequestHeaders.Authorization = new("Bearer", ApiKey);
        client.DefaultRequestHeaders.Accept.Add(new("application/json"));
        client.DefaultRequestHeaders.UserAgent.Add(new("benchmarks", "1.0"));
    }
}
