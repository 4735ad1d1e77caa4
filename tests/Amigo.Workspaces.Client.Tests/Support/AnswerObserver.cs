using System.Net;
using System.Text;

namespace Amigo.Workspaces.Client.Tests.Support;

/// <summary>Answers in memory, and tells when an answer is disposed of: its connection is free for others only then.</summary>
internal sealed class AnswerObserver(HttpStatusCode status, string body, Action disposed) : HttpMessageHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Task.FromResult(new HttpResponseMessage(status) { RequestMessage = request, Content = new ObservedContent(body, disposed) });

    private sealed class ObservedContent(string body, Action disposed) : ByteArrayContent(Encoding.UTF8.GetBytes(body))
    {
        protected override void Dispose(bool disposing)
        {
            base.Dispose(disposing);
            disposed();
        }
    }
}
