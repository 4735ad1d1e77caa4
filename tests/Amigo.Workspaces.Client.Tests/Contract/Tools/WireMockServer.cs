using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Amigo.Workspaces.Client.Tests.Contract.Tools;

/// <summary>WireMock with the stubs of tests/contract/stubs, or of another folder.</summary>
public partial class WireMockServer() : ToolServer("java", "node_modules/wiremock/build/wiremock-standalone-3.13.2.jar")
{
    private readonly HttpClient _admin = new();

    protected override Regex PortPattern => Port();

    protected override string ReadyPath => "/__admin/health";

    protected virtual string Stubs => Repository.Stubs;

    // Answers are made asynchronously, so that late ones hold no thread that others need.
    protected override IEnumerable<string> Arguments(string file) =>
        [
            "-jar",
            file,
            "--bind-address",
            "127.0.0.1",
            "--port",
            "0",
            "--root-dir",
            Stubs,
            "--async-response-enabled",
            "true",
            "--disable-banner",
        ];

    public override ValueTask DisposeAsync()
    {
        _admin.Dispose();
        GC.SuppressFinalize(this);
        return base.DisposeAsync();
    }

    /// <summary>Forgets what was asked so far, and puts every scenario and setting back to its start.</summary>
    internal async Task StartAfreshAsync(CancellationToken cancellationToken)
    {
        (await _admin.DeleteAsync(Admin("requests"), cancellationToken)).EnsureSuccessStatusCode();
        (await _admin.PostAsync(Admin("scenarios/reset"), content: null, cancellationToken)).EnsureSuccessStatusCode();
        await DelayAllAsync("{}", cancellationToken);
    }

    /// <summary>Delays every answer by WireMock's own settings, such as a <c>delayDistribution</c>.</summary>
    internal async Task DelayAllAsync(string settings, CancellationToken cancellationToken)
    {
        using var body = new StringContent(settings, System.Text.Encoding.UTF8, "application/json");
        (await _admin.PostAsync(Admin("settings"), body, cancellationToken)).EnsureSuccessStatusCode();
    }

    /// <summary>What WireMock's journal says was sent, in order.</summary>
    internal async Task<IReadOnlyList<JournalEntry>> JournalAsync(CancellationToken cancellationToken)
    {
        var journal = await _admin.GetFromJsonAsync<JsonElement>(Admin("requests"), cancellationToken);
        return [.. journal.GetProperty("requests").EnumerateArray().Select(JournalEntry.Read).Reverse()];
    }

    /// <summary>Waits until a scenario has reached a state, which it does when a request arrives and not when it is answered.</summary>
    internal async Task WhenScenarioIsAsync(string name, string state, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        for (var poll = 0; poll < 1500; poll++)
        {
            var scenarios = await _admin.GetFromJsonAsync<JsonElement>(Admin("scenarios"), cancellationToken);
            var scenario = scenarios.GetProperty("scenarios").EnumerateArray().Single(each => each.GetProperty("name").GetString() == name);
            if (scenario.GetProperty("state").GetString() == state)
            {
                return;
            }

            await timer.WaitForNextTickAsync(cancellationToken);
        }

        Assert.Fail($"The scenario {name} did not reach the state {state}.");
    }

    private Uri Admin(string path) => new(BaseAddress, "/__admin/" + path);

    [GeneratedRegex(@"^port:\s+(?<port>\d+)")]
    private static partial Regex Port();
}

/// <summary>One request in WireMock's journal.</summary>
internal sealed record JournalEntry(string Method, string Url, string Body, bool WasMatched, IReadOnlyDictionary<string, string> Headers)
{
    public static JournalEntry Read(JsonElement entry)
    {
        var request = entry.GetProperty("request");
        return new JournalEntry(
            request.GetProperty("method").GetString()!,
            request.GetProperty("url").GetString()!,
            request.GetProperty("body").GetString()!,
            entry.GetProperty("wasMatched").GetBoolean(),
            request
                .GetProperty("headers")
                .EnumerateObject()
                .ToDictionary(header => header.Name, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase)
        );
    }
}
