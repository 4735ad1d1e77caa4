using System.Globalization;
using System.Text.Json;
using Amigo.Workspaces.Cli.Tests.Support;

namespace Amigo.Workspaces.Cli.Tests;

public class DoctorTests
{
    [Fact]
    public async Task All_is_well()
    {
        await using var world = await CliWorld.StartAsync(1);

        var run = await world.RunAsync("doctor", "-o", "json");

        run.ExitCode.Should().Be(0, run.Output);
        Verdicts(run).Should().Equal("configuration ok", "key ok", "connectivity ok", "access ok", "clock ok", "contract ok");
        run.Output.Should().Contain("AMIGO_API_KEY").And.NotContain(world.Key);
    }

    [Fact]
    public async Task A_service_on_this_machine_is_reached_past_a_companys_proxy()
    {
        await using var world = await CliWorld.StartAsync(1);
        await using var proxy = await StubServer.StartAsync(502, "");
        world.Variables["http_proxy"] = proxy.BaseAddress.ToString();
        world.Variables["no_proxy"] = null;

        var run = await world.RunAsync("doctor", "-o", "json");

        run.ExitCode.Should().Be(0, run.Output);
        proxy.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task A_key_that_is_not_accepted_is_found_and_the_fix_is_told()
    {
        await using var world = await CliWorld.StartAsync();
        world.Variables["AMIGO_API_KEY"] = "emu_wrong";

        var run = await world.RunAsync("doctor");

        run.ExitCode.Should().Be(3);
        run.Output.Should().MatchRegex("(?m)^bad +access +.*401").And.Contain("-> Use a valid key");
    }

    [Fact]
    public async Task A_missing_key_is_found_without_asking_the_service()
    {
        await using var world = await CliWorld.StartAsync();
        world.Variables["AMIGO_API_KEY"] = null;

        var run = await world.RunAsync("doctor", "-o", "json");

        run.ExitCode.Should().Be(3);
        Verdicts(run).Should().Equal("configuration bad");
        world.Emulator.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task A_clock_that_is_wrong_and_values_that_are_newer_than_this_program_are_warnings()
    {
        await using var world = await CliWorld.StartAsync();
        const string page = """
            {"has_more":false,"items":[{"id":"0b0f7a2e-6a4b-4c9d-9a53-0c8c1f4d2e11","slug":"acme-clinic","name":"Acme","environment":"staging",
            "backend_org_id":null,"region":"us-east-1","connector_type":"hubspot","provisioned_at":null,
            "created_at":"2026-01-01T00:00:00Z","updated_at":"2026-01-01T00:00:00Z"}]}
            """;
        var date = DateTimeOffset.UtcNow.AddHours(-2).ToString("R", CultureInfo.InvariantCulture);
        await using var server = await StubServer.StartAsync(200, page, ("Date", date));

        var run = await world.RunAsync("doctor", "--base-url", $"{server.BaseAddress}", "-o", "json");

        run.ExitCode.Should().Be(0, run.Output);
        Verdicts(run).Should().EndWith(["clock warning", "contract warning"]);
        run.Output.Should().Contain("120 min").And.Contain("connector_type hubspot");
    }

    [Theory]
    [InlineData(500, """{"detail":"Boom"}""", "connectivity ok, service bad", 1)]
    [InlineData(429, """{"detail":"Slow down"}""", "connectivity ok, service bad", 1)]
    [InlineData(403, """{"detail":"No"}""", "connectivity ok, access bad", 3)]
    [InlineData(404, """{"detail":"Not Found"}""", "connectivity bad", 6)]
    [InlineData(200, "<html>Sign in</html>", "connectivity bad", 6)]
    [InlineData(200, """{"hello":"world"}""", "connectivity ok, contract bad", 1)]
    public async Task What_is_bad_is_what_the_answer_is_about(int status, string body, string verdicts, int exitCode)
    {
        await using var world = await CliWorld.StartAsync();
        await using var server = await StubServer.StartAsync(status, body);

        var run = await world.RunAsync("doctor", "--base-url", $"{server.BaseAddress}", "--retries", "0", "-o", "json");

        run.ExitCode.Should().Be(exitCode, run.Output);
        Verdicts(run).Should().Equal(["configuration ok", "key ok", .. verdicts.Split(", ")]);
    }

    private static IEnumerable<string> Verdicts(CliRun run)
    {
        using var json = JsonDocument.Parse(run.Output);
        return
        [
            .. json
                .RootElement.EnumerateArray()
                .Select(finding => $"{finding.GetProperty("check").GetString()} {finding.GetProperty("verdict").GetString()}"),
        ];
    }
}
