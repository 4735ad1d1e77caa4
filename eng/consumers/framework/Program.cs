// A program for .NET Framework 4.8. Each step prints one line, or the program fails.
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Amigo.Workspaces.Client;
using Microsoft.Extensions.DependencyInjection;
using Polyteia.Workspaces.Client;
using CreateClinic = Amigo.Workspaces.Client.CreateWorkspaceRequest;

var services = new ServiceCollection();
services.AddWorkspacesClient();
using var provider = services.BuildServiceProvider();
var api = provider.GetRequiredService<IWorkspacesClient>();

var before = await CountAsync(new Amigo.Workspaces.Client.ListWorkspacesOptions());
Step($"list: {before}", before >= 3);

try
{
    await api.GetAsync(Guid.NewGuid());
    Step("404", false);
}
catch (WorkspacesNotFoundException)
{
    Step("404", true);
}

var request = new CreateClinic
{
    Slug = "clinic-on-framework",
    Name = "Clinic on .NET Framework",
    Environment = WorkspaceEnvironment.Staging,
};
var created = await api.CreateAsync(request);
Step($"create through DI: {created.Slug}", created.Name == request.Name);

try
{
    await api.CreateAsync(request);
    Step("409", false);
}
catch (WorkspacesConflictException)
{
    Step("409", true);
}

var ahead = await CountAsync(new Amigo.Workspaces.Client.ListWorkspacesOptions { PageSize = 1, ReadAhead = 4 });
Step($"reading ahead: {ahead}", ahead == before + 1);

using (var busy = new ScriptedServer("503 Service Unavailable", "200 OK"))
using (var client = new WorkspacesClient(busy.Options()))
{
    var answer = await client.Workspaces.ListWorkspacesAsync();
    Step($"a retried 503: {answer.Attempts} attempts", answer.Attempts == 2);
}

using (var silent = new ScriptedServer(null))
using (var client = new WorkspacesClient(silent.Options()))
using (var cancellation = new CancellationTokenSource())
{
    var call = client.GetAsync(Guid.NewGuid(), cancellationToken: cancellation.Token);
    await silent.Asked;
    cancellation.Cancel();
    try
    {
        await call;
        Step("a cancelled call", false);
    }
    catch (OperationCanceledException cancelled)
    {
        Step("a cancelled call", cancelled.CancellationToken == cancellation.Token);
    }
}

using (var nobody = new ScriptedServer())
using (var client = new WorkspacesClient(nobody.Options()))
{
    nobody.Dispose();
    try
    {
        await client.CreateAsync(request);
        Step("nobody answers", false);
    }
    catch (WorkspacesConnectionException failure)
    {
        Step($"nobody answers: {failure.Attempts} attempts", failure.Attempts == 3 && !failure.MayHaveBeenApplied);
    }
}

using (var http = new HttpClient(new EmptyHandler()))
using (var client = new WorkspacesClient(http, new WorkspacesClientOptions { ApiKey = "key" }))
{
    try
    {
        await client.GetAsync(Guid.NewGuid());
        Step("an answer without content", false);
    }
    catch (WorkspacesNotFoundException missing)
    {
        Step("an answer without content", missing.ResponseBody is null);
    }
}

var others = new List<string>();
using (var polyteia = new PolyteiaWorkspacesClient(PolyteiaWorkspacesClientOptions.FromEnvironment()))
{
    await foreach (var workspace in polyteia.ListAsync())
    {
        others.Add((await polyteia.GetAsync(workspace.Id)).Name);
    }
}

Step($"Polyteia: {string.Join(", ", others)}", others.Count == 3);
Console.WriteLine("Everything works.");

async Task<int> CountAsync(Amigo.Workspaces.Client.ListWorkspacesOptions list)
{
    var count = 0;
    await foreach (var workspace in api.ListAsync(list))
    {
        count++;
    }

    return count;
}

static void Step(string what, bool holds)
{
    Console.WriteLine($"{(holds ? "ok  " : "FAIL")} {what}");
    if (!holds)
    {
        Environment.Exit(1);
    }
}

internal sealed class EmptyHandler : HttpMessageHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Task.FromResult(new HttpResponseMessage(HttpStatusCode.NotFound));
}

/// <summary>Answers each request with the next status; null is no answer.</summary>
internal sealed class ScriptedServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly TaskCompletionSource<bool> _asked = new();

    public ScriptedServer(params string?[]? answers)
    {
        _listener.Start();
        Address = new Uri($"http://localhost:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        _ = ServeAsync(answers ?? [null]);
    }

    private Uri Address { get; }

    public Task Asked => _asked.Task;

    public WorkspacesClientOptions Options() =>
        new()
        {
            ApiKey = "key",
            BaseAddress = Address,
            RetryBaseDelay = TimeSpan.FromMilliseconds(1),
        };

    public void Dispose() => _listener.Stop();

    private async Task ServeAsync(string?[] answers)
    {
        foreach (var answer in answers)
        {
            var client = await _listener.AcceptTcpClientAsync();
            var reader = new StreamReader(client.GetStream());
            while (!string.IsNullOrEmpty(await reader.ReadLineAsync())) { }
            _asked.TrySetResult(true);
            if (answer is not null)
            {
                const string Body = """{"items":[],"has_more":false,"continuation_token":null,"total":0}""";
                var head =
                    $"HTTP/1.1 {answer}\r\nContent-Type: application/json\r\nContent-Length: {Body.Length}\r\nConnection: close\r\n\r\n";
                var bytes = Encoding.ASCII.GetBytes(head + Body);
                await client.GetStream().WriteAsync(bytes, 0, bytes.Length);
                client.Close();
            }
        }
    }
}
