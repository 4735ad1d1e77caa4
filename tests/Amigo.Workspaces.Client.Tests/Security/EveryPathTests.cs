using System.Diagnostics;
using System.Net;
using Amigo.Workspaces.Client.Tests.Behaviour;
using Amigo.Workspaces.Client.Tests.Support;
using Microsoft.AspNetCore.Http;
using WorkspaceClients.Tests.Proofs;

namespace Amigo.Workspaces.Client.Tests.Security;

/// <summary>A key, a proxy's user and password, and a patient's name go down every path at once.</summary>
[Collection(RunAlone.Name)]
public class EveryPathTests
{
    private const string Key = "amg_live_c4n4ry/K+y";
    private const string User = "canary-clinic-proxy";
    private const string Password = "c4n4ry-p4ssw0rd";
    private const string Patient = "Erika Canarymann";

    /// <summary>What a careless service sends back with an error.</summary>
    private static readonly string[] Echoed =
    [
        $$"""{"detail":[{"type":"value_error","loc":["body","name"],"msg":"Not a name","input":"{{Patient}} {{Key}}"}]}""",
        $$"""{"detail":{"given":"{{Patient}}","authorization":"Bearer {{Key}}","via":"http://{{User}}:{{Password}}@proxy.example"} }""",
        $$"""{"message":"Sent with {{Key}} by http://{{User}}:{{Password}}@proxy.example"}""",
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_path_shows_a_key_a_proxys_password_or_a_patients_name()
    {
        using var evidence = new Evidence();
        var clock = new ManualTimeProvider();
        await using var elsewhere = await StubServer.StartAsync(200, Given.WorkspaceJson);
        Func<HttpContext, string, Task> serve = null!;
        var answer = "";
        // Plain http through a proxy ends at the proxy, so this one is the service as well.
        await using var proxy = await StubServer.StartAsync((context, _) => serve(context, answer));
        using var caller = new Activity("a patient's call").AddBaggage("patient", Patient).Start();

        foreach (var fault in WriteFault.All)
        {
            serve = (context, body) => fault.PlayAsync(new WriteScene(context, body, clock));
            foreach (var call in OperationCall.All)
            {
                answer = call.Answer;
                await KeepAsync(evidence, proxy.BaseAddress, clock, $"{call.Id}, {fault}", client => call.Raw(client, null, Cancel));
            }

            await KeepCreationAsync(evidence, proxy.BaseAddress, clock, $"{fault}");
        }

        foreach (var status in Echoes.Statuses.Append(407))
        {
            foreach (var body in Echoed)
            {
                serve = (context, _) =>
                    StubServer.RespondAsync(
                        context,
                        status,
                        body,
                        ("Location", elsewhere.BaseAddress.ToString()),
                        ("Proxy-Authenticate", "Basic realm=\"clinic\""),
                        ("x-request-id", $"{Key} http://{User}:{Password}@proxy.example")
                    );
                await KeepCreationAsync(evidence, proxy.BaseAddress, clock, $"{status}");
                await KeepCreationAsync(evidence, proxy.BaseAddress, clock, $"tunnel {status}", "https://nothing.invalid");
            }
        }

        evidence.Exceptions.Should().BeGreaterThan(WriteFault.All.Count * OperationCall.All.Count / 2);
        evidence.ShouldHoldNothingOf(Key);
        evidence.ShouldHoldNothingOf(User);
        evidence.ShouldHoldNothingOf(Password);
        evidence.ShouldHoldNothingOf(Patient, "baggage", "ResponseBody", "Detail");
        elsewhere.Requests.Should().BeEmpty();
        proxy.Requests.Should().Contain(request => request.Body.Contains(Patient), "the name of a workspace is sent");
        proxy
            .Requests.SelectMany(request => request.Headers.Select(header => header.Value).Append(request.Path + request.Query))
            .Where(sent => sent.Contains("Canarymann") || sent.Contains(Password) || (sent.Contains(Key) && sent != "Bearer " + Key))
            .Should()
            .BeEmpty();
        proxy.Requests.Should().OnlyContain(request => request.Method != "CONNECT" || !request.Headers.ContainsKey("Authorization"));
    }

    private static Task KeepCreationAsync(
        Evidence evidence,
        Uri proxy,
        ManualTimeProvider clock,
        string where,
        string address = "http://localhost"
    ) =>
        KeepAsync(
            evidence,
            proxy,
            clock,
            $"creation, {where}",
            async client =>
                await client.CreateAsync(
                    new()
                    {
                        Slug = "a-patient",
                        Name = Patient,
                        Environment = WorkspaceEnvironment.Staging,
                    },
                    cancellationToken: Cancel
                ),
            address
        );

    private static async Task KeepAsync(
        Evidence evidence,
        Uri proxy,
        ManualTimeProvider clock,
        string where,
        Func<WorkspacesClient, Task> call,
        string address = "http://localhost"
    )
    {
        using var http = new HttpClient(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                Proxy = new EverythingThrough(new UriBuilder(proxy) { UserName = User, Password = Password }.Uri),
            }
        );
        var options = Given.Options(
            new Uri(address),
            options => (options.ApiKey, options.MaxRetries, options.TimeProvider) = (Key, 1, clock)
        );
        using var client = new WorkspacesClient(http, options, evidence.Log);
        if (await Record.ExceptionAsync(() => call(client)) is { } exception)
        {
            evidence.Keep(where, exception);
        }

        evidence.KeepText(where, client);
    }

    private sealed class EverythingThrough(Uri address) : IWebProxy
    {
        public ICredentials? Credentials { get; set; } = new NetworkCredential(User, Password);

        public Uri GetProxy(Uri destination) => address;

        public bool IsBypassed(Uri host) => false;
    }
}
