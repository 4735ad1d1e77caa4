using System.Text.Json;
using Amigo.Workspaces.Client.Tests.Contract.Tools;
using Amigo.Workspaces.Client.Tests.Support;

namespace Amigo.Workspaces.Client.Tests.Contract.WireMock;

/// <summary>One WireMock serves all of these tests, one test at a time: its journal and scenarios are the test's own.</summary>
[CollectionDefinition(Name)]
public sealed class UsesWireMock : ICollectionFixture<WireMockServer>
{
    public const string Name = "WireMock";
}

[Collection(UsesWireMock.Name)]
public abstract class WireMockTest : IAsyncLifetime
{
    private readonly List<WorkspacesClient> _clients = [];

    protected WireMockTest(WireMockServer wireMock)
    {
        wireMock.Require();
        WireMock = wireMock;
    }

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected WireMockServer WireMock { get; }

    public async ValueTask InitializeAsync() => await WireMock.StartAfreshAsync(Cancel);

    public ValueTask DisposeAsync()
    {
        _clients.ForEach(client => client.Dispose());
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    protected WorkspacesClient Client(Action<WorkspacesClientOptions>? change = null)
    {
        var client = Given.Client(WireMock.BaseAddress, change);
        _clients.Add(client);
        return client;
    }

    /// <summary>Asks for the stub of a status that the contract documents.</summary>
    protected static RequestOptions ForStatus(int status) => Preferring($"code={status}");

    /// <summary>Asks for a stub by its name.</summary>
    protected static RequestOptions ForStub(string name) => Preferring($"example={name}");

    private protected async Task<IReadOnlyList<JournalEntry>> SentAsync() => await WireMock.JournalAsync(Cancel);

    private protected static void ShouldBe(JournalEntry sent, ApiCall call)
    {
        sent.WasMatched.Should().BeTrue();
        (sent.Method, sent.Url).Should().Be((call.Method, call.PathAndQuery));
        sent.Headers["Authorization"].Should().Be("Bearer " + Given.Key);
        sent.Headers["Accept"].Should().Be("application/json");
        sent.Headers["User-Agent"].Should().StartWith("Amigo.Workspaces.Client/");
        if (call.Body is null)
        {
            sent.Body.Should().BeEmpty();
            sent.Headers.Should().NotContainKey("Content-Type");
        }
        else
        {
            JsonElement.DeepEquals(JsonElement.Parse(sent.Body), JsonElement.Parse(call.Body)).Should().BeTrue(sent.Body);
            sent.Headers["Content-Type"].Should().Be("application/json");
        }
    }

    private static RequestOptions Preferring(string preference) =>
        new() { Headers = new Dictionary<string, string> { ["Prefer"] = preference } };
}
