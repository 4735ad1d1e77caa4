using System.Net.Http.Headers;
using Amigo.Workspaces.Client.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Amigo.Workspaces.Client.Tests.Hosting;

/// <summary>In hosts that use the packages which others use.</summary>
public class RealHostTests
{
    private const string Other = "other";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string, bool> RetryingHosts =>
        [.. HostDefaults.Retrying.SelectMany(kind => new[] { (kind, true), (kind, false) })];

    [Theory]
    [MemberData(nameof(RetryingHosts))]
    public async Task Handlers_that_retry_for_all_of_a_hosts_clients_do_not_retry_for_ours(string kind, bool isBefore)
    {
        await using var server = await StubServer.StartAsync(503, "{}");
        await using var services = Services(server, isBefore, collection => HostDefaults.AddRetrying(collection, kind));
        var client = services.GetRequiredService<IWorkspacesClient>();

        var creating = () => client.CreateAsync(Given.CreateRequest, cancellationToken: Cancel);
        (await creating.Should().ThrowAsync<WorkspacesUnavailableException>()).Which.Attempts.Should().Be(1);
        server.Requests.Should().ContainSingle("a write is not repeated");

        var reading = () => client.GetAsync(Given.WorkspaceId, cancellationToken: Cancel);
        (await reading.Should().ThrowAsync<WorkspacesUnavailableException>()).Which.Attempts.Should().Be(2);
        server.Requests.Should().HaveCount(1 + 2);

        using var other = services.GetRequiredService<IHttpClientFactory>().CreateClient(Other);
        using var answer = await other.GetAsync(server.BaseAddress, Cancel);
        server.Requests.Count.Should().BeGreaterThan(3 + 1, "the host's other clients keep theirs");
    }

    [Fact]
    public async Task A_handler_that_the_host_adds_to_the_clients_own_builder_is_its_own_decision()
    {
        await using var server = await StubServer.StartAsync(503, "{}");
        foreach (var kind in HostDefaults.Retrying)
        {
            var before = server.Requests.Count;
            await using var services = GivenHost.Services(collection =>
                HostDefaults.AddRetrying(collection.AddWorkspacesClient(options => Set(options, server)), kind)
            );

            var creating = () =>
                services.GetRequiredService<IWorkspacesClient>().CreateAsync(Given.CreateRequest, cancellationToken: Cancel);

            (await creating.Should().ThrowAsync<WorkspacesUnavailableException>()).Which.Attempts.Should().Be(1);
            server.Requests.Count.Should().BeGreaterThan(before + 1, $"{kind} repeats what it is told to");
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Extended_logging_of_all_of_a_hosts_clients_shows_no_key_of_ours(bool isBefore)
    {
        var log = new LogBook();
        await using var server = await StubServer.StartAsync(503, $$"""{"detail":"{{Given.Key}}"}""");
        await using var services = Services(server, isBefore, collection => HostDefaults.AddExtendedLogging(collection, log));
        var client = services.GetRequiredService<IWorkspacesClient>();

        var creating = () => client.CreateAsync(Given.CreateRequest, cancellationToken: Cancel);
        await creating.Should().ThrowAsync<WorkspacesUnavailableException>();
        Text(log).Should().Contain("create-my-workspace").And.NotContain(Given.Key);

        using var other = services.GetRequiredService<IHttpClientFactory>().CreateClient(Other);
        other.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Given.Key);
        using var answer = await other.GetAsync(server.BaseAddress, Cancel);
        Text(log).Should().Contain(Given.Key, "the host's other clients show what the host says");
    }

    private static ServiceProvider Services(StubServer server, bool isBefore, Action<IServiceCollection> addDefaults) =>
        GivenHost.Services(collection =>
        {
            if (isBefore)
            {
                addDefaults(collection);
            }

            collection.AddHttpClient(Other);
            collection.AddWorkspacesClient(options => Set(options, server));
            if (!isBefore)
            {
                addDefaults(collection);
            }
        });

    private static void Set(WorkspacesClientOptions options, StubServer server)
    {
        options.ApiKey = Given.Key;
        options.BaseAddress = server.BaseAddress;
        options.RetryBaseDelay = TimeSpan.Zero;
        options.MaxRetries = 1;
    }

    private static string Text(LogBook log) =>
        string.Join('\n', log.Entries.Select(entry => $"{entry.Message} {string.Join(' ', entry.State)} {entry.Exception}"));
}
