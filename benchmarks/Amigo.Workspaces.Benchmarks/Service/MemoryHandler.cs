using System.Net;
using Amigo.Workspaces.Benchmarks.Measuring;

namespace Amigo.Workspaces.Benchmarks.Service;

/// <summary>Answers from memory, in turn, so that what is measured is the client alone.</summary>
internal sealed class MemoryHandler(HttpStatusCode status, bool suspends, params byte[][] bodies) : HttpMessageHandler
{
    private int _next;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        suspends ? AnswerLaterAsync(request) : Task.FromResult(Answer(request));

    private async Task<HttpResponseMessage> AnswerLaterAsync(HttpRequestMessage request)
    {
        await SingleThread.SuspendAsync();
        return Answer(request);
    }

    private HttpResponseMessage Answer(HttpRequestMessage request)
    {
        var content = new ByteArrayContent(bodies[_next]);
        _next = (_next + 1) % bodies.Length;
        content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        var response = new HttpResponseMessage(status) { Content = content, RequestMessage = request };
        response.Headers.TryAddWithoutValidation("x-request-id", "req-0123456789abcdef");
        return response;
    }
}
