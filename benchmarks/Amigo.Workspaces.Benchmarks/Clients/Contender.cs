using Amigo.Workspaces.Benchmarks.Clients.Kiota;
using Amigo.Workspaces.Benchmarks.Clients.Raw;
using Microsoft.Extensions.DependencyInjection;

namespace Amigo.Workspaces.Benchmarks.Clients;

/// <summary>One client under measurement. Each does what its own users would write.</summary>
internal abstract class Contender
{
    public const string ApiKey = "amg_live_0123456789abcdef0123456789abcdef";

    private const string HttpClientName = "workspaces";

    public static Contender Create(ClientKind kind, Uri address, HttpMessageHandler? handler) =>
        kind switch
        {
            ClientKind.TunedRaw => new TunedRawContender(Http(address, handler, Timeout.InfiniteTimeSpan)),
            ClientKind.Ours => new OurContender(address, handler),
            ClientKind.CarefulRaw => new CarefulRawContender(HttpFromFactory(address, handler)),
            ClientKind.Refit => new RefitContender(Http(address, handler)),
            ClientKind.NSwag => new NSwagContender(Http(address, handler)),
            ClientKind.RestEase => new RestEaseContender(Http(address, handler)),
            _ => new KiotaContender(Http(address, KiotaContender.WithDefaultHandlers(handler))),
        };

    public abstract Task GetAsync(Guid workspaceId);

    public abstract Task ListPageAsync(int limit);

    public abstract Task CreateAsync(string slug, string name);

    public abstract Task<int> CountAllAsync(int readAhead = 0);

    /// <summary>A client without a factory, as the libraries' own first examples have it.</summary>
    private static HttpClient Http(Uri address, HttpMessageHandler? handler, TimeSpan? timeout = null)
    {
        var client = new HttpClient(handler ?? new SocketsHttpHandler());
        client.Timeout = timeout ?? client.Timeout;
        Configure(client, address);
        return client;
    }

    /// <summary>What IHttpClientFactory gives who asks for nothing special: its loggers, and the timeout of HttpClient.</summary>
    private static HttpClient HttpFromFactory(Uri address, HttpMessageHandler? handler)
    {
        var services = new ServiceCollection();
        var builder = services.AddHttpClient(HttpClientName, client => Configure(client, address));
        if (handler is not null)
        {
            builder.ConfigurePrimaryHttpMessageHandler(() => handler);
        }

        return services.BuildServiceProvider().GetRequiredService<IHttpClientFactory>().CreateClient(HttpClientName);
    }

    private static void Configure(HttpClient client, Uri address)
    {
        client.BaseAddress = address;
        client.DefaultRequestHeaders.Authorization = new("Bearer", ApiKey);
        client.DefaultRequestHeaders.Accept.Add(new("application/json"));
        client.DefaultRequestHeaders.UserAgent.Add(new("benchmarks", "1.0"));
    }
}
