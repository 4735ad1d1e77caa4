using Microsoft.Extensions.DependencyInjection;

namespace Amigo.Workspaces.Client.Tests.Support;

/// <summary>How a program comes by a client and by its connections.</summary>
public enum ClientSource
{
    /// <summary>The client makes its own connections.</summary>
    Own,

    /// <summary>The host's factory makes them.</summary>
    Registered,

    /// <summary>The host's factory makes them, under a handler of the host.</summary>
    RegisteredWithHandler,

    /// <summary>The caller gives an HttpClient.</summary>
    Given,

    /// <summary>The caller gives an HttpClient with a handler of its own.</summary>
    GivenWithHandler,
}

/// <summary>A client made in one of these ways.</summary>
internal sealed class MadeClient : IDisposable
{
    private readonly List<IDisposable> _owned = [];

    private MadeClient() { }

    public WorkspacesClient Client { get; private set; } = null!;

    public static TheoryData<ClientSource> Sources => [.. Enum.GetValues<ClientSource>()];

    /// <param name="source">How it is made.</param>
    /// <param name="address">The service.</param>
    /// <param name="change">Changes the options.</param>
    /// <param name="primary">The handler that connects, where it is not the client that makes it.</param>
    /// <param name="handler">The handler of the host, where there is one; one that does nothing unless given.</param>
    public static MadeClient From(
        ClientSource source,
        Uri address,
        Action<WorkspacesClientOptions>? change = null,
        Func<HttpMessageHandler>? primary = null,
        Func<DelegatingHandler>? handler = null
    )
    {
        var made = new MadeClient();
        var options = Given.Options(address, change);
        made.Client = source switch
        {
            ClientSource.Own => made.Keep(new WorkspacesClient(options)),
            ClientSource.Registered => made.Register(address, change, primary, null),
            ClientSource.RegisteredWithHandler => made.Register(address, change, primary, handler ?? Passing),
            ClientSource.Given => made.Give(primary?.Invoke() ?? new SocketsHttpHandler(), options),
            _ => made.Give(Around(handler ?? Passing, primary), options),
        };
        return made;
    }

    public void Dispose()
    {
        _owned.Reverse();
        _owned.ForEach(one => one.Dispose());
    }

    private static PassingHandler Passing() => new();

    private static DelegatingHandler Around(Func<DelegatingHandler> handler, Func<HttpMessageHandler>? primary)
    {
        var outer = handler();
        outer.InnerHandler = primary?.Invoke() ?? new SocketsHttpHandler();
        return outer;
    }

    private WorkspacesClient Give(HttpMessageHandler handler, WorkspacesClientOptions options)
    {
        var http = Keep(new HttpClient(handler));
        return Keep(new WorkspacesClient(http, options));
    }

    private WorkspacesClient Register(
        Uri address,
        Action<WorkspacesClientOptions>? change,
        Func<HttpMessageHandler>? primary,
        Func<DelegatingHandler>? handler
    )
    {
        var services = new ServiceCollection();
        var builder = services.AddWorkspacesClient(options =>
        {
            (options.ApiKey, options.BaseAddress, options.RetryBaseDelay) = (Given.Key, address, TimeSpan.Zero);
            change?.Invoke(options);
        });
        if (primary is not null)
        {
            builder.ConfigurePrimaryHttpMessageHandler(primary);
        }

        if (handler is not null)
        {
            builder.AddHttpMessageHandler(handler);
        }

        return Keep(services.BuildServiceProvider()).GetRequiredService<WorkspacesClient>();
    }

    private T Keep<T>(T owned)
        where T : IDisposable
    {
        _owned.Add(owned);
        return owned;
    }

    private sealed class PassingHandler : DelegatingHandler;
}
