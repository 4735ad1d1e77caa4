using System.Net;
using Amigo.Workspaces.Client;
using Polyteia.Workspaces.Client;

namespace Fuzz;

/// <summary>The one answer that a client gets, whatever it asks. Its length is not announced, so that it may also have been cut short.</summary>
internal sealed class Answer(HttpStatusCode status, byte[] body) : HttpMessageHandler
{
    private static readonly Uri Service = new("https://api.example/");

    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>What the client makes of it; <see langword="null" /> when it throws what it says it throws.</summary>
    public T? ReadBy<T>(Func<WorkspacesClient, Task<T>> call, out WorkspacesException? exception)
        where T : class
    {
        var options = new WorkspacesClientOptions
        {
            ApiKey = Secret.Key,
            BaseAddress = Service,
            MaxRetries = 0,
        };
        using var connections = new HttpClient(this, disposeHandler: false);
        using var client = new WorkspacesClient(connections, options);
        exception = null;
        try
        {
            return call(client).GetAwaiter().GetResult();
        }
        catch (WorkspacesException thrown)
        {
            exception = thrown;
            Secret.MustNotBeIn(thrown);
            return null;
        }
    }

    /// <inheritdoc cref="ReadBy{T}(Func{WorkspacesClient, Task{T}}, out WorkspacesException?)" />
    public T? ReadBy<T>(Func<PolyteiaWorkspacesClient, Task<T>> call, out PolyteiaException? exception)
        where T : class
    {
        var options = new PolyteiaWorkspacesClientOptions
        {
            ApiKey = Secret.Key,
            BaseAddress = Service,
            MaxRetries = 0,
        };
        using var connections = new HttpClient(this, disposeHandler: false);
        using var client = new PolyteiaWorkspacesClient(connections, options);
        exception = null;
        try
        {
            return call(client).GetAwaiter().GetResult();
        }
        catch (PolyteiaException thrown)
        {
            exception = thrown;
            Secret.MustNotBeIn(thrown);
            return null;
        }
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = new HttpResponseMessage(status) { Content = new StreamContent(new UnseekableStream(body)) };
        foreach (var (name, value) in Headers)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        return Task.FromResult(response);
    }

    private sealed class UnseekableStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
