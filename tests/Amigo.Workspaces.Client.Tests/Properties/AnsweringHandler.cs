using System.Net;
using System.Text;
using Amigo.Workspaces.Client.Tests.Support;

namespace Amigo.Workspaces.Client.Tests.Properties;

/// <summary>Stands for the server, in memory: many thousand answers are not worth as many connections.</summary>
internal sealed class AnsweringHandler(Func<HttpRequestMessage, (int Status, byte[] Body)> answer) : HttpMessageHandler
{
    public WorkspacesClient CreateClient() =>
        new(new HttpClient(this), Given.Options(new Uri("https://api.example"), options => options.MaxRetries = 0));

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var (status, body) = answer(request);
        return Task.FromResult(new HttpResponseMessage((HttpStatusCode)status) { Content = new ByteArrayContent(body) });
    }

    public static (int Status, byte[] Body) Text(int status, string body) => (status, Encoding.UTF8.GetBytes(body));
}
