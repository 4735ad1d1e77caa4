using Amigo.Workspaces.Emulator.Tests.Support;

namespace Amigo.Workspaces.Emulator.Tests;

public sealed class FaultTests : EmulatorTest
{
    [Fact]
    public async Task A_status_answers_without_applying_the_operation()
    {
        Emulator.Inject(Fault.Status(503));

        var answer = await SendAsync("POST", "v1/me/workspaces", CreateBody("lakeview"));

        (answer.Status, answer.Body, answer.ContentType).Should().Be((503, """{"detail":"Service Unavailable"}""", "application/json"));
        answer.Headers.Should().ContainKeys("x-request-id", "X-RateLimit-Remaining");
        Emulator.Workspaces.Should().BeEmpty();
        Emulator.Requests.Single().StatusCode.Should().Be(503);
    }

    [Fact]
    public async Task A_status_has_the_body_and_headers_that_it_was_given()
    {
        var headers = new Dictionary<string, string>
        {
            ["content-type"] = "text/html",
            ["Retry-After"] = "7",
            ["x-request-id"] = "mine",
        };
        Emulator.Inject(Fault.Status(429, "<html>slow down</html>", headers));
        headers["Retry-After"] = "8";

        var answer = await SendAsync("GET", "v1/workspaces");

        (answer.Status, answer.Body, answer.ContentType).Should().Be((429, "<html>slow down</html>", "text/html"));
        answer.Headers["Retry-After"].Should().Be("7", "a fault copies its headers");
        answer.Headers["x-request-id"].Should().Be("mine");
    }

    [Theory]
    [InlineData(204, "ignored")]
    [InlineData(304, "ignored")]
    [InlineData(502, "")]
    public async Task A_status_may_have_no_body(int status, string body)
    {
        Emulator.Inject(Fault.Status(status, body));

        var answer = await SendAsync("GET", "v1/workspaces");

        (answer.Status, answer.Body, answer.ContentType).Should().Be((status, "", null));
    }

    [Fact]
    public async Task A_status_after_apply_hides_a_change_that_was_made()
    {
        Emulator.Inject(Fault.StatusAfterApply(504));

        var answer = await SendAsync("POST", "v1/me/workspaces", CreateBody("lakeview"));

        (answer.Status, answer.Detail).Should().Be((504, "Gateway Timeout"));
        Emulator.Workspaces.Should().ContainSingle().Which.Slug.Should().Be("lakeview");
        Emulator.Applied.Should().ContainSingle();
    }

    [Fact]
    public async Task Malformed_json_keeps_the_status_and_the_change()
    {
        Emulator.Inject(Fault.MalformedJson);

        var answer = await SendAsync("POST", "v1/me/workspaces", CreateBody("lakeview"));

        (answer.Status, answer.ContentType).Should().Be((201, "application/json"));
        answer.Body.Should().StartWith("""{"id":""");
        answer.Invoking(broken => broken.Json).Should().Throw<System.Text.Json.JsonException>();
        Emulator.Workspaces.Should().ContainSingle();
    }

    [Fact]
    public async Task A_delay_waits_by_the_clock_and_then_serves()
    {
        Emulator.Inject(Fault.Delay(TimeSpan.FromSeconds(30)));
        var delayed = SendAsync("POST", "v1/me/workspaces", CreateBody("lakeview"));
        await Clock.WhenTimerAsync(_ => true).WaitAsync(Cancellation);

        Clock.Advance(TimeSpan.FromSeconds(29));
        (await SendAsync("GET", "v1/workspaces")).Json.GetProperty("total").GetInt32().Should().Be(0);
        delayed.IsCompleted.Should().BeFalse();
        Emulator.Requests[0].StatusCode.Should().BeNull();

        Clock.Advance(TimeSpan.FromSeconds(1));
        (await delayed).Status.Should().Be(201);
        Emulator.Requests[0].StatusCode.Should().Be(201);
    }

    [Fact]
    public async Task Faults_strike_in_order_as_often_as_injected_and_then_no_more()
    {
        Emulator.Inject(Fault.Status(503), times: 2);
        Emulator.Inject(Fault.Status(429));

        var statuses = new List<int>();
        for (var request = 0; request < 4; request++)
        {
            statuses.Add((await SendAsync("GET", "v1/workspaces")).Status);
        }

        statuses.Should().Equal(503, 503, 429, 200);
    }

    [Fact]
    public async Task A_fault_for_an_operation_waits_for_it()
    {
        Emulator.Inject(Fault.Status(503), "get-workspace");
        Emulator.Inject(Fault.Status(500));
        var workspace = SeedOne();

        (await SendAsync("GET", "v1/workspaces")).Status.Should().Be(500);
        (await SendAsync("GET", "v1/workspaces")).Status.Should().Be(200);
        (await SendAsync("GET", $"v1/workspaces/{workspace.Id}")).Status.Should().Be(503);
    }

    [Fact]
    public async Task Requests_without_a_key_or_an_operation_use_up_no_fault()
    {
        Emulator.Inject(Fault.Status(503));
        using var keyless = Request("GET", "v1/workspaces");
        keyless.Headers.Authorization = null;

        (await SendAsync(keyless)).Status.Should().Be(401);
        (await SendAsync("GET", "nowhere")).Status.Should().Be(404);
        (await SendAsync("POST", "v1/me/workspaces", "{}", WorkspaceRole.Viewer))
            .Status.Should()
            .Be(503, "it strikes before the role is checked");
    }

    [Fact]
    public async Task Cleared_faults_do_not_strike()
    {
        Emulator.Inject(Fault.Status(503), times: 5);
        Emulator.ClearFaults();

        (await SendAsync("GET", "v1/workspaces")).Status.Should().Be(200);
    }

    [Fact]
    public void An_unknown_operation_is_refused_and_the_ten_are_named()
    {
        Emulator
            .Invoking(emulator => emulator.Inject(Fault.MalformedJson, "delete-workspace"))
            .Should()
            .Throw<ArgumentException>()
            .Which.Message.Should()
            .ContainAll(OperationRequest.Ids);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_fault_must_strike_at_least_once(int times)
    {
        Emulator
            .Invoking(emulator => emulator.Inject(Fault.MalformedJson, times: times))
            .Should()
            .Throw<ArgumentException>()
            .WithParameterName(nameof(times));
    }

    [Fact]
    public void Faults_that_cannot_be_are_refused()
    {
        FluentActions.Invoking(() => Fault.Status(199)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => Fault.Status(600)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => Fault.StatusAfterApply(0)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => Fault.Delay(TimeSpan.FromTicks(-1))).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => Fault.Delay(TimeSpan.FromDays(25))).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Theory]
    [InlineData("", "value")]
    [InlineData("bad name", "value")]
    [InlineData("content-length", "3")]
    [InlineData("X-Ok", "line\nbreak")]
    [InlineData("X-Ok", "ü")]
    public void A_header_that_cannot_be_sent_is_refused(string name, string value)
    {
        var headers = new Dictionary<string, string> { [name] = value };

        FluentActions.Invoking(() => Fault.Status(500, headers: headers)).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void A_fault_prints_its_name()
    {
        Fault.Status(503).ToString().Should().Be("Status(503)");
        Fault.Delay(TimeSpan.FromSeconds(2)).ToString().Should().Be("Delay(00:00:02)");
        Fault.StalledBody.ToString().Should().Be("StalledBody");
    }
}
