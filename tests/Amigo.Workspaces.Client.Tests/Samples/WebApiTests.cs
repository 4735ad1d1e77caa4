using System.Net;
using System.Text.Json;
using Amigo.Workspaces.Client.Tests.Support;
using Amigo.Workspaces.Emulator;

namespace Amigo.Workspaces.Client.Tests.Samples;

public sealed class WebApiTests : IAsyncLifetime
{
    private readonly HttpClient _caller = new();
    private WorkspacesEmulator _emulator = null!;

    public async ValueTask InitializeAsync()
    {
        _emulator = await WorkspacesEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        _emulator.Seed(2);
    }

    [Fact]
    public async Task Without_a_key_it_serves_clinics_of_an_emulator_of_its_own()
    {
        using var sample = SampleProcess.Start("WebApi", ["--urls", "http://127.0.0.1:0"]);
        await CallAsync(sample);

        var created = await PostAsync("""{"name":"Sunrise Clinic"}""");
        var again = await PostAsync("""{"name":"Sunrise Clinic"}""");
        var clinics = await GetAsync("clinics");
        var one = await GetAsync("clinics/sunrise-clinic");
        var health = await GetAsync("health");

        created.Status.Should().Be(HttpStatusCode.OK);
        created.Text.Should().Be("""{"slug":"sunrise-clinic","name":"Sunrise Clinic","environment":"staging"}""");
        again.Should().Be(created);
        one.Should().Be(created);
        JsonSerializer.Deserialize<JsonElement[]>(clinics.Text).Should().HaveCount(4);
        health.Should().Be((HttpStatusCode.OK, "Healthy"));
    }

    [Theory]
    [InlineData(400, 400)]
    [InlineData(401, 502)]
    [InlineData(403, 502)]
    [InlineData(404, 404)]
    [InlineData(409, 409)]
    [InlineData(422, 422)]
    [InlineData(500, 502)]
    [InlineData(504, 502)]
    public async Task A_failure_is_told_as_problem_details_without_its_body(int status, int expected)
    {
        using var sample = await StartAsync();
        var headers = new Dictionary<string, string> { ["x-request-id"] = "req-42" };
        _emulator.Inject(Fault.Status(status, """{"detail":"a secret of the service"}""", headers), "list-workspaces", times: 3);

        var (answered, text) = await GetAsync("clinics");

        ((int)answered).Should().Be(expected);
        var problem = JsonSerializer.Deserialize<JsonElement>(text);
        problem.GetProperty("status").GetInt32().Should().Be(expected);
        problem.GetProperty("title").GetString().Should().NotBeNullOrEmpty();
        problem.GetProperty("operation").GetString().Should().Be("list-workspaces");
        problem.GetProperty("requestId").GetString().Should().Be("req-42");
        problem.GetProperty("mayHaveBeenApplied").GetBoolean().Should().BeFalse();
        text.Should().NotContain("secret").And.NotContain("emu_");
    }

    [Fact]
    public async Task A_write_that_may_have_been_applied_says_so()
    {
        using var sample = await StartAsync();
        _emulator.Inject(Fault.StatusAfterApply(500), "create-my-workspace");
        _emulator.Inject(Fault.Status(403), "list-workspaces");

        var (status, text) = await PostAsync("""{"name":"Sunrise Clinic"}""");

        status.Should().Be(HttpStatusCode.BadGateway);
        text.Should().Contain("\"mayHaveBeenApplied\":true");
    }

    [Fact]
    public async Task A_rate_limit_says_when_to_come_back()
    {
        using var sample = await StartAsync();
        // Longer than the client waits itself.
        _emulator.Inject(Fault.Status(429, headers: new Dictionary<string, string> { ["Retry-After"] = "120" }), "list-workspaces");

        using var answer = await _caller.GetAsync("clinics", TestContext.Current.CancellationToken);

        answer.StatusCode.Should().Be(HttpStatusCode.TooManyRequests);
        answer.Headers.RetryAfter!.Delta.Should().Be(TimeSpan.FromSeconds(120));
    }

    [Theory]
    [InlineData("""{"name":"!"}""")]
    [InlineData("""{"name":null}""")]
    [InlineData("{}")]
    public async Task A_name_that_makes_no_slug_is_a_bad_request_in_words_of_this_service(string body)
    {
        using var sample = await StartAsync();

        var (status, text) = await PostAsync(body);

        status.Should().Be(HttpStatusCode.BadRequest);
        JsonSerializer
            .Deserialize<JsonElement>(text)
            .GetProperty("detail")
            .GetString()
            .Should()
            .Be("The name must have at least two letters or digits.");
        _emulator.Requests.Should().BeEmpty();
    }

    [Theory]
    [InlineData("", "Production")]
    [InlineData("{", "Production")]
    [InlineData("""{"name":5}""", "Development")]
    public async Task A_body_that_cannot_be_read_is_a_bad_request_that_names_nothing_of_our_code(string body, string environment)
    {
        using var sample = await StartAsync(("ASPNETCORE_ENVIRONMENT", environment));

        var (status, text) = await PostAsync(body);

        status.Should().Be(HttpStatusCode.BadRequest);
        text.Should().NotContainAny("arameter", "NewClinic", "clinic");
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("Not-a-slug")]
    public async Task A_clinic_that_nobody_has_is_not_found(string slug)
    {
        using var sample = await StartAsync();

        (await GetAsync($"clinics/{slug}")).Status.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task It_is_unhealthy_when_the_service_does_not_answer()
    {
        using var sample = await StartAsync();
        _emulator.Inject(Fault.Status(503), "list-workspaces");

        (await GetAsync("health")).Should().Be((HttpStatusCode.ServiceUnavailable, "Unhealthy"));
        _emulator.Requests.Should().ContainSingle().Which.Query.Should().Be("limit=1");
    }

    [Fact]
    public async Task Traces_and_metrics_go_to_the_collector()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals to send.");
        await using var collector = await StubServer.StartAsync(200, "");
        using var sample = await StartAsync(
            ("OTEL_EXPORTER_OTLP_ENDPOINT", $"{collector.BaseAddress}"),
            ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf")
        );

        await GetAsync("clinics");
        var run = await sample.StopAsync();

        run.ExitCode.Should().Be(0);
        collector
            .Requests.Where(request => request.Path == "/v1/traces")
            .Should()
            .Contain(request => request.Body.Contains("list-workspaces", StringComparison.Ordinal));
        collector
            .Requests.Where(request => request.Path == "/v1/metrics")
            .Should()
            .Contain(request => request.Body.Contains("amigo.workspaces.operation.duration", StringComparison.Ordinal));
    }

    public async ValueTask DisposeAsync()
    {
        _caller.Dispose();
        await _emulator.DisposeAsync();
    }

    private async Task<SampleProcess> StartAsync(params (string Variable, string? Value)[] environment)
    {
        var sample = SampleProcess.Start(
            "WebApi",
            ["--urls", "http://127.0.0.1:0"],
            [
                ("AMIGO_API_KEY", _emulator.CreateApiKey(WorkspaceRole.Owner)),
                ("AMIGO_BASE_URL", $"{_emulator.BaseAddress}"),
                ("Amigo__Workspaces__RetryBaseDelay", "00:00:00"),
                .. environment,
            ]
        );
        await CallAsync(sample);
        return sample;
    }

    /// <summary>Lets the caller speak to the sample, once it listens.</summary>
    private async Task CallAsync(SampleProcess sample)
    {
        var line = await sample.ReadUntilAsync("Now listening on: ");
        _caller.BaseAddress = new Uri(line[line.IndexOf("http:", StringComparison.Ordinal)..]);
    }

    private async Task<(HttpStatusCode Status, string Text)> GetAsync(string path)
    {
        using var answer = await _caller.GetAsync(path, TestContext.Current.CancellationToken);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private async Task<(HttpStatusCode Status, string Text)> PostAsync(string json)
    {
        using var body = new StringContent(json, System.Text.Encoding.UTF8, "application/json");
        using var answer = await _caller.PostAsync("clinics", body, TestContext.Current.CancellationToken);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
