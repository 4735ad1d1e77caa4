using System.Diagnostics;
using System.Net;
using System.Reflection;
using Microsoft.AspNetCore.Http;
using WorkspaceClients.Tests.Proofs;

namespace WorkspaceClients.Tests.Security;

/// <summary>A key, a proxy's user and password, and a patient's name go down every path of a client at once.</summary>
public sealed class EveryPath : IDisposable
{
    private const string Key = "canary_live_c4n4ry/K+y";
    private const string User = "canary-clinic-proxy";
    private const string Password = "c4n4ry-p4ssw0rd";
    private const string Patient = "Erika Canarymann";

    private static readonly int[] Statuses = [301, 307, 400, 401, 403, 404, 407, 408, 409, 418, 422, 429, 500, 502, 503, 504];

    /// <summary>What a careless service sends back with an error.</summary>
    private static readonly string[] Echoed =
    [
        $$"""{"detail":[{"type":"value_error","loc":["body","name"],"msg":"Not a name","input":"{{Patient}} {{Key}}"}]}""",
        $$"""{"detail":{"given":"{{Patient}}","authorization":"Bearer {{Key}}","via":"http://{{User}}:{{Password}}@proxy.example"} }""",
        $$"""{"message":"Sent with {{Key}} by http://{{User}}:{{Password}}@proxy.example"}""",
    ];

    private readonly Subject _subject;
    private readonly CancellationToken _cancel;
    private readonly Evidence _evidence;
    private readonly ManualTimeProvider _clock = new();
    private Func<HttpContext, Task> _serve = _ => Task.CompletedTask;

    private EveryPath(Subject subject, Assembly client, CancellationToken cancellationToken)
    {
        _subject = subject;
        _evidence = new Evidence(client);
        _cancel = cancellationToken;
    }

    /// <summary>Takes them all, and looks in everything that leaves the client.</summary>
    public static async Task ShowsNothingAsync(Subject subject, Assembly client, CancellationToken cancellationToken)
    {
        using var path = new EveryPath(subject, client, cancellationToken);
        await using var elsewhere = await StubServer.StartAsync(200, subject.Operations[0].Answer);
        // Plain http through a proxy ends at the proxy, so this one is the service as well.
        await using var proxy = await StubServer.StartAsync((context, _) => path._serve(context));
        using var caller = new Activity("a patient's call").AddBaggage("patient", Patient).Start();

        await path.GoThroughFaultsAsync(proxy.BaseAddress);
        await path.GoThroughRefusalsAsync(proxy.BaseAddress, elsewhere.BaseAddress);

        path.CheckEvidence();
        CheckWhatWasSent(proxy.Requests);
        elsewhere.Requests.Should().BeEmpty();
    }

    public void Dispose() => _evidence.Dispose();

    private static void CheckWhatWasSent(IReadOnlyList<SeenRequest> requests)
    {
        requests.Should().Contain(request => request.Body.Contains(Patient), "the name of a workspace is sent");
        requests
            .SelectMany(request => request.Headers.Select(header => header.Value).Append(request.Path + request.Query))
            .Where(sent => sent.Contains("Canarymann") || sent.Contains(Password) || (sent.Contains(Key) && sent != "Bearer " + Key))
            .Should()
            .BeEmpty();
        requests.Should().OnlyContain(request => request.Method != "CONNECT" || !request.Headers.ContainsKey("Authorization"));
    }

    private async Task GoThroughFaultsAsync(Uri proxy)
    {
        foreach (var fault in WriteFault.All)
        {
            foreach (var operation in _subject.Operations)
            {
                _serve = context => fault.PlayAsync(new WriteScene(context, operation.Answer, _clock));
                await KeepAsync(proxy, $"{operation.Id}, {fault}", client => client.CallAsync(operation, 1, _cancel));
            }

            await KeepCreationAsync(proxy, $"{fault}");
        }
    }

    private async Task GoThroughRefusalsAsync(Uri proxy, Uri elsewhere)
    {
        foreach (var status in Statuses)
        {
            foreach (var body in Echoed)
            {
                _serve = context =>
                    StubServer.RespondAsync(
                        context,
                        status,
                        body,
                        ("Location", elsewhere.ToString()),
                        ("Proxy-Authenticate", "Basic realm=\"clinic\""),
                        ("x-request-id", $"{Key} http://{User}:{Password}@proxy.example")
                    );
                await KeepCreationAsync(proxy, $"{status}");
                await KeepCreationAsync(proxy, $"tunnel {status}", "https://nothing.invalid");
            }
        }
    }

    private void CheckEvidence()
    {
        _evidence.Exceptions.Should().BeGreaterThan(WriteFault.All.Count * _subject.Operations.Count / 2);
        _evidence.ShouldHoldNothingOf(Key);
        _evidence.ShouldHoldNothingOf(User);
        _evidence.ShouldHoldNothingOf(Password);
        _evidence.ShouldHoldNothingOf(Patient, "baggage", "ResponseBody", "Detail");
    }

    private Task KeepCreationAsync(Uri proxy, string where, string address = "http://localhost") =>
        KeepAsync(proxy, $"creation, {where}", client => client.CreateAsync(Patient, 1, _cancel), address);

    private async Task KeepAsync(Uri proxy, string where, Func<ProvenClient, Task> call, string address = "http://localhost")
    {
        using var http = new HttpClient(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                Proxy = new EverythingThrough(new UriBuilder(proxy) { UserName = User, Password = Password }.Uri),
            }
        );
        var options = new ProvenOptions(_clock)
        {
            Key = Key,
            BaseDelay = TimeSpan.Zero,
            Log = _evidence.Log,
        };
        using var client = _subject.CreateClient(http, new Uri(address), options);
        if (await Record.ExceptionAsync(() => call(client)) is { } exception)
        {
            _evidence.Keep(where, exception);
        }

        _evidence.KeepText(where, client);
    }

    private sealed class EverythingThrough(Uri address) : IWebProxy
    {
        public ICredentials? Credentials { get; set; } = new NetworkCredential(User, Password);

        public Uri GetProxy(Uri destination) => address;

        public bool IsBypassed(Uri host) => false;
    }
}
