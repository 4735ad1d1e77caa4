using Amigo.Workspaces.Client.Tests.Support;

namespace Amigo.Workspaces.Client.Tests.Faults;

/// <summary>A service with a fault, and what can be seen from its side.</summary>
internal sealed class FaultyService(Uri baseAddress, IAsyncDisposable? server = null) : IAsyncDisposable
{
    private HttpClient? _connections;

    public string Key { get; init; } = Given.Key;

    /// <summary>What the client connects with, where that is part of the fault.</summary>
    public HttpMessageHandler? Handler { get; init; }

    /// <summary>How many requests arrived whole, where that is known.</summary>
    public Func<int>? RequestsSeen { get; init; }

    /// <summary>How many writes were carried out, where that is known.</summary>
    public Func<int>? Applied { get; init; }

    public WorkspacesClient Client(TimeProvider clock)
    {
        var options = Given.Options(
            baseAddress,
            options =>
            {
                options.ApiKey = Key;
                options.MaxRetries = 1;
                options.TimeProvider = clock;
            }
        );
        if (Handler is null)
        {
            return new WorkspacesClient(options);
        }

        _connections = new HttpClient(Handler);
        return new WorkspacesClient(_connections, options);
    }

    public async ValueTask DisposeAsync()
    {
        _connections?.Dispose();
        if (server is not null)
        {
            await server.DisposeAsync();
        }
    }
}
