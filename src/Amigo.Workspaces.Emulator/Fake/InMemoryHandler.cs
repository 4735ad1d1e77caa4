using System.Net;
using Amigo.Workspaces.Emulator.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Amigo.Workspaces.Emulator.Fake;

/// <summary>Gives requests to the emulated service without a connection.</summary>
internal sealed class InMemoryHandler(RequestPipeline pipeline) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var lifetime = new Lifetime(cancellationToken);
        using var body = new MemoryStream();
        var context = await ContextOfAsync(request, lifetime, body).ConfigureAwait(false);
        await pipeline.ProcessAsync(context).ConfigureAwait(false);

        cancellationToken.ThrowIfCancellationRequested();
        var response = context.Response;
        if (lifetime.IsAborted || (response.ContentLength is { } promised && promised != body.Length))
        {
            throw new HttpRequestException(HttpRequestError.ResponseEnded, "The connection broke off, as the injected fault wants it.");
        }

        return ResponseOf(request, response, body.ToArray());
    }

    private static async Task<HttpContext> ContextOfAsync(HttpRequestMessage request, Lifetime lifetime, MemoryStream body)
    {
        var content = request.Content is null
            ? []
            : await request.Content.ReadAsByteArrayAsync(lifetime.RequestAborted).ConfigureAwait(false);
        var target = new HttpRequestFeature
        {
            Method = request.Method.Method,
            Path = Uri.UnescapeDataString(request.RequestUri!.AbsolutePath),
            QueryString = request.RequestUri.Query,
            RawTarget = request.RequestUri.PathAndQuery,
            Body = new MemoryStream(content),
        };
        foreach (
            var (name, values) in request.Headers.Concat(
                request.Content?.Headers ?? Enumerable.Empty<KeyValuePair<string, IEnumerable<string>>>()
            )
        )
        {
            target.Headers[name] = values.ToArray();
        }

        var features = new FeatureCollection();
        features.Set<IHttpRequestFeature>(target);
        features.Set<IHttpResponseFeature>(new HttpResponseFeature());
        features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(body));
        features.Set<IHttpRequestLifetimeFeature>(lifetime);
        return new DefaultHttpContext(features);
    }

    private static HttpResponseMessage ResponseOf(HttpRequestMessage request, HttpResponse response, byte[] body)
    {
        var message = new HttpResponseMessage((HttpStatusCode)response.StatusCode)
        {
            RequestMessage = request,
            Content = new ByteArrayContent(body),
        };
        foreach (var (name, values) in response.Headers)
        {
            if (!message.Headers.TryAddWithoutValidation(name, values.ToArray()))
            {
                message.Content.Headers.TryAddWithoutValidation(name, values.ToArray());
            }
        }

        return message;
    }

    private sealed class Lifetime(CancellationToken cancellationToken) : IHttpRequestLifetimeFeature
    {
        public CancellationToken RequestAborted { get; set; } = cancellationToken;

        public bool IsAborted { get; private set; }

        public void Abort() => IsAborted = true;
    }
}
