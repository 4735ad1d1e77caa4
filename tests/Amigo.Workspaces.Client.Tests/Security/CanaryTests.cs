using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Amigo.Workspaces.Client.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WorkspaceClients.Tests.Security;

namespace Amigo.Workspaces.Client.Tests.Security;

/// <summary>One key goes down every path there is, and is then looked for in everything that a program could see of it.</summary>
[Collection(RunAlone.Name)]
public class CanaryTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string, KeySource> Keys
    {
        get
        {
            var data = new TheoryData<string, KeySource>();
            foreach (var key in new[] { "amg_live_c4n4ryC4n4ry", "c4n4ry+with/every=sign\"that'is<esc&aped>\\by%41some" })
            {
                foreach (var source in Enum.GetValues<KeySource>())
                {
                    data.Add(key, source);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task A_key_is_nowhere_when_a_service_echoes_it_with_any_status(string key, KeySource source)
    {
        using var evidence = new Evidence(typeof(WorkspacesClient).Assembly);
        var journey = new Journey(key, source, evidence);
        var (status, body) = (200, Given.WorkspaceJson);
        await using var server = await StubServer.StartAsync((context, _) => Echoes.RespondAsync(context, status, body, key));

        await journey.CallAsync("success", server.BaseAddress);
        server.Requests.Should().OnlyContain(request => request.Headers["Authorization"] == "Bearer " + key);
        foreach (var bad in Echoes.BodiesThatBreakTheContract(key))
        {
            body = bad;
            await journey.CallAsync("broken contract", server.BaseAddress);
        }

        foreach (var echo in Echoes.ErrorBodies(key))
        {
            body = echo;
            foreach (var each in Echoes.Statuses)
            {
                status = each;
                await journey.CallAsync($"status {each}", server.BaseAddress, options => options.MaxRetries = 0);
            }
        }

        evidence.Exceptions.Should().BeGreaterThan(2 * Echoes.Statuses.Length);
        evidence.ShouldHoldNothingOf(key);
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task A_key_is_nowhere_when_the_answer_is_hardly_one(string key, KeySource source)
    {
        using var evidence = new Evidence(typeof(WorkspacesClient).Assembly);
        var journey = new Journey(key, source, evidence);

        foreach (var answer in Echoes.RawAnswers(key))
        {
            await using var server = RawServer.Answering(answer);
            await journey.CallAsync("raw answer", server.BaseAddress);
        }

        await using var resetting = RawServer.Start(async connection =>
        {
            await connection.ReadRequestAsync();
            connection.Reset();
        });
        await journey.CallAsync("reset", resetting.BaseAddress);
        await journey.CallAsync("refused", Unused());
        await using var untrusted = await StartUntrustedAsync();
        await journey.CallAsync("untrusted", new Uri(untrusted.Urls.Single()));

        evidence.Exceptions.Should().BeGreaterThan(20);
        evidence.ShouldHoldNothingOf(key);
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task A_key_is_nowhere_when_time_or_patience_runs_out(string key, KeySource source)
    {
        using var evidence = new Evidence(typeof(WorkspacesClient).Assembly);
        var journey = new Journey(key, source, evidence);
        await using var server = RawServer.Start(connection => connection.StallAsync());
        var clock = new ManualTimeProvider();
        using var client = journey.Client(server.BaseAddress, options => (options.TimeProvider, options.MaxRetries) = (clock, 0));

        var timed = client.GetAsync(Given.WorkspaceId, journey.Request, Cancel);
        await clock.WhenTimerAsync(due => due == TimeSpan.FromSeconds(30));
        clock.Advance(TimeSpan.FromSeconds(30));
        await journey.KeepFailureAsync("timeout", () => timed);

        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var cancelled = client.GetAsync(Given.WorkspaceId, journey.Request, cancellation.Token);
        await cancellation.CancelAsync();
        await journey.KeepFailureAsync("cancellation", () => cancelled);

        var cutShort = client.GetAsync(Given.WorkspaceId, journey.Request, Cancel);
        client.Dispose();
        await journey.KeepFailureAsync("disposal", () => cutShort);
        await journey.KeepFailureAsync("disposed", () => client.GetAsync(Given.WorkspaceId, journey.Request, Cancel));

        evidence.ShouldHoldNothingOf(key);
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task A_key_is_nowhere_when_the_call_never_leaves(string key, KeySource source)
    {
        using var evidence = new Evidence(typeof(WorkspacesClient).Assembly);
        var journey = new Journey(key, source, evidence);
        await using var server = await StubServer.StartAsync(200, Given.WorkspaceJson);
        using var client = journey.Client(server.BaseAddress);
        var badKey = new RequestOptions { ApiKey = key + "\r\nX-Injected: 1" };
        var badHeader = new RequestOptions
        {
            ApiKey = key,
            Headers = new Dictionary<string, string> { ["Authorization"] = "Bearer " + key },
        };
        var badHeaderValue = new RequestOptions { Headers = new Dictionary<string, string> { ["X-Own"] = key + "\n" } };
        evidence.Keep("request options", new RequestOptions { ApiKey = key });

        await client.GetAsync(Given.WorkspaceId, journey.Request, Cancel);
        await journey.KeepFailureAsync("bad id", () => client.GetAsync(Guid.Empty, journey.Request, Cancel));
        await journey.KeepFailureAsync("bad slug", () => client.FindBySlugAsync(key + "!", journey.Request, Cancel));
        await journey.KeepFailureAsync("bad key", () => client.GetAsync(Given.WorkspaceId, badKey, Cancel));
        await journey.KeepFailureAsync("bad header", () => client.GetAsync(Given.WorkspaceId, badHeader, Cancel));
        await journey.KeepFailureAsync("bad header value", () => client.GetAsync(Given.WorkspaceId, badHeaderValue, Cancel));

        using var failing = journey.Client(server.BaseAddress, ProvideWith(_ => throw new InvalidOperationException("no vault")));
        await journey.KeepFailureAsync("provider fails", () => failing.GetAsync(Given.WorkspaceId, cancellationToken: Cancel));
        using var odd = journey.Client(server.BaseAddress, ProvideWith(_ => ValueTask.FromResult(key + "\n")));
        await journey.KeepFailureAsync("provider gives a bad key", () => odd.GetAsync(Given.WorkspaceId, cancellationToken: Cancel));

        server.Requests.Should().ContainSingle();
        evidence.ShouldHoldNothingOf(key);
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task A_key_is_nowhere_when_options_are_refused_at_the_start_or_at_a_reload(string key, KeySource source)
    {
        using var evidence = new Evidence(typeof(WorkspacesClient).Assembly);
        var journey = new Journey(key, source, evidence);
        foreach (var bad in new[] { key + "\n", key + "\u00e9", key + " ", "\0" + key })
        {
            journey.KeepFailure("constructor", () => new WorkspacesClient(bad).Dispose());
            journey.KeepFailure("options", () => new WorkspacesClient(new WorkspacesClientOptions { ApiKey = bad }).Dispose());
        }

        await using var server = await StubServer.StartAsync(200, Given.WorkspaceJson);
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([
                new("Amigo:Workspaces:ApiKey", key),
                new("Amigo:Workspaces:BaseAddress", server.BaseAddress.ToString()),
            ])
            .Build();
        await using var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(evidence.Log))
            .AddWorkspacesClient()
            .Services.BuildServiceProvider();
        var client = services.GetRequiredService<IWorkspacesClient>();
        foreach (var option in new[] { "ApiKey", "BaseAddress", "AttemptTimeout", "MaxRetries", "ApplicationName" })
        {
            configuration[$"Amigo:Workspaces:{option}"] = key + "\n";
            configuration.Reload();
        }

        await client.GetAsync(Given.WorkspaceId, cancellationToken: Cancel);

        server.Requests.Should().ContainSingle().Which.Headers["Authorization"].Should().Be("Bearer " + key);
        evidence.Log.Entries.Should().Contain(entry => entry.EventId.Id == 6);
        evidence.ShouldHoldNothingOf(key);
    }

    private static Action<WorkspacesClientOptions> ProvideWith(Func<CancellationToken, ValueTask<string>> provider) =>
        options => (options.ApiKey, options.ApiKeyProvider) = (null, provider);

    /// <summary>An address of this machine that nobody listens at.</summary>
    private static Uri Unused()
    {
        using var listener = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://{listener.LocalEndpoint}");
    }

    private static async Task<WebApplication> StartUntrustedAsync()
    {
        using var rsa = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var certificate = request.CreateSelfSigned(
            new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero),
            DateTimeOffset.MaxValue.AddYears(-1)
        );
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate)));
        builder.WebHost.UseKestrelHttpsConfiguration();
        var app = builder.Build();
        await app.StartAsync(Cancel);
        return app;
    }
}
