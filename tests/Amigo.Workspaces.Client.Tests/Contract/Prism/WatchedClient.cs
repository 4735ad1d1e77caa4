using System.Collections.Concurrent;
using System.Text.Json;
using Amigo.Workspaces.Client.Tests.Support;

namespace Amigo.Workspaces.Client.Tests.Contract.Prism;

/// <summary>What Prism thought of one exchange.</summary>
/// <param name="Method">The verb.</param>
/// <param name="Path">The path.</param>
/// <param name="Status">The status.</param>
/// <param name="Violations">Where the request or the answer breaks the contract, in Prism's words.</param>
internal sealed record Verdict(string Method, string Path, int Status, IReadOnlyList<string> Violations);

/// <summary>A client that keeps what Prism said of its exchanges: it tells in a header, and in a body of its own when it refuses.</summary>
internal sealed class WatchedClient : IDisposable
{
    private readonly Watch _watch = new();
    private readonly HttpClient _http;

    /// <param name="baseAddress">Where Prism listens.</param>
    /// <param name="apiKey">The key to send.</param>
    /// <param name="between">Changes what Prism answers, on its way to the client.</param>
    public WatchedClient(Uri baseAddress, string apiKey = Given.Key, DelegatingHandler? between = null)
    {
        var connections = new SocketsHttpHandler { AllowAutoRedirect = false };
        _watch.InnerHandler = between ?? (HttpMessageHandler)connections;
        between?.InnerHandler = connections;
        _http = new HttpClient(_watch);
        Client = new WorkspacesClient(
            _http,
            Given.Options(
                baseAddress,
                options =>
                {
                    options.ApiKey = apiKey;
                    options.MaxRetries = 0;
                }
            )
        );
    }

    public WorkspacesClient Client { get; }

    /// <summary>One for each exchange, in order.</summary>
    public IReadOnlyList<Verdict> Verdicts => [.. _watch.Verdicts];

    public void Dispose()
    {
        Client.Dispose();
        _http.Dispose();
    }

    private sealed class Watch : DelegatingHandler
    {
        public ConcurrentQueue<Verdict> Verdicts { get; } = new();

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            var violations = response.Headers.TryGetValues("sl-violations", out var header)
                ? JsonElement.Parse(header.Single()).EnumerateArray().Select(Words).ToList()
                : [];

            // Prism's own refusals are problem details; the service and the emulator never send those.
            if (response.Content.Headers.ContentType?.MediaType == "application/problem+json")
            {
                violations.Add(await response.Content.ReadAsStringAsync(cancellationToken));
            }

            Verdicts.Enqueue(new Verdict(request.Method.Method, request.RequestUri!.AbsolutePath, (int)response.StatusCode, violations));
            return response;
        }

        private static string Words(JsonElement violation) =>
            $"{string.Join('.', violation.GetProperty("location").EnumerateArray())}: {violation.GetProperty("message")}";
    }
}
