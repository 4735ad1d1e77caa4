using System.Text.Json;
using Amigo.Workspaces.Client.Tests.Contract.Tools;
using Polyteia.Workspaces.Client.Tests.Documentation;

namespace Polyteia.Workspaces.Client.Tests.Contract;

/// <summary>WireMock with the stubs of tests/contract/polyteia, which are the documentation's own examples.</summary>
public sealed class PolyteiaWireMock : WireMockServer
{
    internal static string Folder { get; } = Path.Combine(Repository.Tools, "polyteia");

    protected override string Stubs => Folder;
}

/// <summary>One WireMock serves all of these tests, one test at a time: its journal and scenarios are the test's own.</summary>
public sealed class WireMockTests : IClassFixture<PolyteiaWireMock>, IAsyncLifetime
{
    private static readonly string[] Faults =
    [
        "CONNECTION_RESET_BY_PEER",
        "EMPTY_RESPONSE",
        "MALFORMED_RESPONSE_CHUNK",
        "RANDOM_DATA_THEN_CLOSE",
    ];

    private readonly PolyteiaWireMock _wireMock;
    private PolyteiaWorkspacesClient? _client;

    public WireMockTests(PolyteiaWireMock wireMock)
    {
        wireMock.Require();
        _wireMock = wireMock;
    }

    public static TheoryData<string> Names => [.. DocumentedExample.All.Select(example => example.Name)];

    public static TheoryData<string, string> EveryFault =>
        [.. from example in DocumentedExample.All from fault in Faults select (example.Name, fault)];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private PolyteiaWorkspacesClient Client => _client ??= Given.Client(_wireMock.BaseAddress);

    public async ValueTask InitializeAsync() => await _wireMock.StartAfreshAsync(Cancel);

    public ValueTask DisposeAsync()
    {
        _client?.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task What_the_client_sends_is_matched_by_the_documented_request_and_its_answer_is_read(string name)
    {
        var example = DocumentedExample.Of(name);

        var value = await DocumentedCall.SendAsync(Client, example);

        var sent = (await _wireMock.JournalAsync(Cancel)).Should().ContainSingle().Subject;
        sent.WasMatched.Should().BeTrue();
        (sent.Method, sent.Url).Should().Be(("POST", "/api"));
        sent.Headers["Authorization"].Should().Be("Bearer " + Given.Key);
        sent.Headers["Accept"].Should().Be("application/json");
        sent.Headers["User-Agent"].Should().StartWith("Polyteia.Workspaces.Client/");
        if (value is Workspace workspace)
        {
            DocumentedCall.ShouldBeRead(workspace, example.Data);
        }
    }

    [Theory]
    [MemberData(nameof(EveryFault))]
    public async Task A_connection_that_breaks_is_tried_again_only_where_that_is_safe(string name, string fault)
    {
        var call = QueryCall.Of(name);

        var failure = await FailAsync(name, fault);

        failure.Should().BeOfType<PolyteiaConnectionException>();
        (failure.Attempts, failure.MayHaveBeenApplied).Should().Be((call.MayRepeat ? 3 : 1, call.IsWrite));
        (await _wireMock.JournalAsync(Cancel)).Should().HaveCount(failure.Attempts);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Two_503s_and_a_success_are_a_success_where_repeating_is_safe(string name)
    {
        if (QueryCall.Of(name).MayRepeat)
        {
            await DocumentedCall.SendAsync(Client, DocumentedExample.Of(name), ForStub("recovers"));
            (await _wireMock.JournalAsync(Cancel)).Should().HaveCount(3);
            return;
        }

        var failure = await FailAsync(name, "recovers");

        failure.Should().BeOfType<PolyteiaUnavailableException>().Which.Detail.Should().Be("Service unavailable.");
        (failure.Attempts, failure.MayHaveBeenApplied).Should().Be((1, true));
        (await _wireMock.JournalAsync(Cancel)).Should().ContainSingle();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_stub_is_the_documented_example(string name)
    {
        var example = DocumentedExample.Of(name);
        var file = File.ReadAllText(Path.Combine(PolyteiaWireMock.Folder, "mappings", name + ".json"));

        var stub = JsonElement.Parse(file).GetProperty("mappings").EnumerateArray().Should().ContainSingle().Subject;

        var request = stub.GetProperty("request");
        (request.GetProperty("method").GetString(), request.GetProperty("urlPath").GetString()).Should().Be(("POST", "/api"));
        var body = request.GetProperty("bodyPatterns")[0].GetProperty("equalToJson");
        JsonElement.DeepEquals(body, example.Request).Should().BeTrue();
        JsonElement.DeepEquals(stub.GetProperty("response").GetProperty("jsonBody"), example.Answer).Should().BeTrue();
    }

    private async Task<PolyteiaException> FailAsync(string name, string stub)
    {
        var call = () => DocumentedCall.SendAsync(Client, DocumentedExample.Of(name), ForStub(stub));
        return (await call.Should().ThrowAsync<PolyteiaException>()).Which;
    }

    private static RequestOptions ForStub(string name) =>
        new() { Headers = new Dictionary<string, string> { ["Prefer"] = $"example={name}" } };
}
