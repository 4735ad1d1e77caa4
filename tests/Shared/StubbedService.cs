using WireMock.Matchers.Request;
using WireMock.ResponseBuilders;
using WireMock.ResponseProviders;
using WireMock.Server;
using WireMock.Settings;
using StubRequest = WireMock.RequestBuilders.Request;

namespace WorkspaceClients.Tests;

/// <summary>WireMock.Net in this process. It answers what a test has stubbed and nothing else; its journal tells what was sent.</summary>
public sealed class StubbedService : IDisposable
{
    private readonly WireMockServer _wireMock = WireMockServer.Start(new WireMockServerSettings { Urls = ["http://127.0.0.1:0"] });

    public Uri BaseAddress => new(_wireMock.Url!);

    /// <summary>The requests that were answered, in that order.</summary>
    public IReadOnlyList<SeenRequest> Sent => [.. _wireMock.LogEntries.Select(entry => Read(entry.RequestMessage!))];

    /// <summary>Forgets every stub, scenario and request.</summary>
    public void StartAfresh()
    {
        _wireMock.Reset();
        // WireMock.Net's own answer to what no stub matches is a 404, which the service documents.
        Given(StubRequest.Create())
            .AtPriority(int.MaxValue)
            .RespondWith(
                Response
                    .Create()
                    .WithStatusCode(501)
                    .WithBody(request => $$"""{"detail":"No stub matches {{request.Method}} {{request.Path}}{{request.RawQuery}}"}""")
            );
    }

    /// <summary>Begins a stub. Of two that match, the one with the lower priority answers, else the later one.</summary>
    public IRespondWithAProvider Given(IRequestMatcher request) => _wireMock.Given(request);

    /// <summary>An answer in JSON.</summary>
    /// <remarks>As text, because WireMock.Net leaves the nulls out of an object that it serializes.</remarks>
    public static IResponseBuilder Json(int status, string body) =>
        Response.Create().WithStatusCode(status).WithHeader("Content-Type", "application/json").WithBody(body);

    /// <summary>An answer that never comes.</summary>
    /// <param name="arrived">Completes once a request waits for the answer.</param>
    public static IResponseBuilder Never(out Task arrived)
    {
        var waits = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var answer = new TaskCompletionSource<WireMock.IResponseMessage>();
        arrived = waits.Task;
        return Response
            .Create()
            .WithCallback(_ =>
            {
                waits.TrySetResult();
                return answer.Task;
            });
    }

    public void Dispose() => _wireMock.Dispose();

    private static SeenRequest Read(WireMock.IRequestMessage request) =>
        new(
            request.Method,
            request.Path,
            request.RawQuery,
            request.Headers!.ToDictionary(
                header => header.Key,
                header => string.Join(", ", (IEnumerable<string>)header.Value),
                StringComparer.OrdinalIgnoreCase
            ),
            request.Body ?? ""
        );
}
