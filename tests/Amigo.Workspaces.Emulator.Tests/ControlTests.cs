using System.Text.Json;
using Amigo.Workspaces.Emulator.Tests.Support;

namespace Amigo.Workspaces.Emulator.Tests;

/// <summary>The control endpoint does what the class does.</summary>
public sealed class ControlTests : EmulatorTest
{
    [Fact]
    public async Task A_fault_is_injected_listed_and_strikes()
    {
        var injected = await ControlAsync(
            "POST",
            "faults",
            """{"kind":"status","status":429,"body":"slow down","headers":{"Retry-After":"7"},"operation":"list-workspaces","times":2}"""
        );

        injected.Status.Should().Be(200);
        var waiting = Emulator.WaitingFaults.Should().ContainSingle().Subject;
        (waiting.Fault.ToString(), waiting.OperationId, waiting.Times).Should().Be(("Status(429)", "list-workspaces", 2));
        var answer = await SendAsync("GET", "v1/workspaces");
        (answer.Status, answer.Body, answer.Headers["Retry-After"]).Should().Be((429, "slow down", "7"));
        var left = (await ControlAsync("GET", "faults")).Json.GetProperty("faults").EnumerateArray().Single();
        left.GetProperty("times").GetInt32().Should().Be(1);
    }

    [Theory]
    [InlineData("""{"kind":"status_after_apply","status":504}""", "StatusAfterApply(504)")]
    [InlineData("""{"kind":"delay","delay_ms":1500}""", "Delay(00:00:01.5000000)")]
    [InlineData("""{"kind":"reset_before_apply"}""", "ResetBeforeApply")]
    [InlineData("""{"kind":"reset_after_apply"}""", "ResetAfterApply")]
    [InlineData("""{"kind":"truncated_body"}""", "TruncatedBody")]
    [InlineData("""{"kind":"stalled_body"}""", "StalledBody")]
    [InlineData("""{"kind":"malformed_json"}""", "MalformedJson")]
    public async Task Every_kind_of_fault_can_be_injected_and_reads_as_it_was_sent(string sent, string name)
    {
        var answer = await ControlAsync("POST", "faults", sent);

        Emulator
            .WaitingFaults.Should()
            .ContainSingle()
            .Which.Should()
            .Match<WaitingFault>(waiting => waiting.Fault.ToString() == name && waiting.OperationId == null && waiting.Times == 1);
        var listed = answer.Json.GetProperty("faults").EnumerateArray().Single();
        foreach (var member in JsonElement.Parse(sent).EnumerateObject())
        {
            listed.GetProperty(member.Name).GetRawText().Should().Be(member.Value.GetRawText());
        }
    }

    [Theory]
    [InlineData("faults", """{"kind":"explode"}""", "kind is one of status, delay*")]
    [InlineData("faults", """{"kind":"status"}""", "The kind status takes a status.")]
    [InlineData("faults", """{"kind":"status","status":99}""", "*status*")]
    [InlineData("faults", """{"kind":"delay","delay_ms":-1}""", "*delay*")]
    [InlineData("faults", """{"kind":"reset_before_apply","status":500}""", "The kind reset_before_apply takes no status.")]
    [InlineData("faults", """{"kind":"malformed_json","times":0}""", "*times*")]
    [InlineData("faults", """{"kind":"malformed_json","operation":"nope"}""", "There is no operation 'nope'*list-workspaces*")]
    [InlineData("faults", """{"kind":"status","status":500,"headers":{"Connection":"close"}}""", "*Connection*")]
    [InlineData("faults", """{"kind":"malformed_json","tims":2}""", "Line 1, $.tims: *")]
    [InlineData("faults", """{"kind":7}""", "Line 1, $.kind: *")]
    [InlineData("faults", "kind=status", "Line 1 is not *")]
    [InlineData("faults", "", "Line 1 is not *")]
    [InlineData("faults", "null", "It is null.")]
    [InlineData("seed", """{}""", "A seed takes either count, from 0 to 100000, or workspaces.")]
    [InlineData("seed", """{"count":100001}""", "A seed takes either count*")]
    [InlineData("seed", """{"workspaces":[{"slug":"ok","name":"Ok","environment":"staging"},null]}""", "workspaces[1] has no slug.")]
    [InlineData("seed", """{"workspaces":[{"slug":"No Slug","name":"No","environment":"staging"}]}""", "workspaces[0].slug: *pattern*")]
    [InlineData(
        "seed",
        """{"workspaces":[{"slug":"same","name":"A","environment":"staging"},{"slug":"same","name":"B","environment":"staging"}]}""",
        "Two workspaces have the slug same."
    )]
    [InlineData("clock", """{"advance_seconds":-1}""", "advance_seconds is at least 0*")]
    [InlineData("clock", """{}""", "The clock takes advance_seconds.")]
    [InlineData("keys", """{"role":"king"}""", "Line 1, $.role: *")]
    [InlineData("keys", """{}""", "A key takes a role.")]
    public async Task A_bad_request_is_told_what_is_wrong_and_changes_nothing(string resource, string body, string detail)
    {
        var answer = await ControlAsync("POST", resource, body);

        answer.Status.Should().Be(400);
        answer.Detail.Should().Match(detail).And.NotContain("Parameter");
        Emulator.WaitingFaults.Should().BeEmpty();
        Emulator.Workspaces.Should().BeEmpty();
    }

    [Fact]
    public async Task The_journal_is_shown_without_keys_and_cleared()
    {
        using var request = Request("PATCH", $"v1/workspaces/{Guid.NewGuid()}?a=b", """{"name":"Zoë"}""", WorkspaceRole.Admin);
        request.Headers.Add("Cookie", "session=secret");
        await SendAsync(request);

        var journal = await ControlAsync("GET", "journal");

        journal.Body.Should().NotContain(Key(WorkspaceRole.Admin)).And.NotContain("secret");
        var recorded = journal.Json.GetProperty("requests").EnumerateArray().Single();
        recorded.GetProperty("path").GetString().Should().StartWith("/v1/workspaces/");
        recorded.GetProperty("query").GetString().Should().Be("a=b");
        recorded.GetProperty("body").GetString().Should().Be("""{"name":"Zoë"}""");
        recorded.GetProperty("role").GetString().Should().Be("admin");
        recorded.GetProperty("status").GetInt32().Should().Be(404);
        recorded.GetProperty("response_body").GetString().Should().Be("""{"detail":"Workspace not found."}""");

        (await ControlAsync("DELETE", "journal")).Status.Should().Be(204);
        Emulator.Requests.Should().BeEmpty("looking at the journal is no request of the service either");
    }

    [Fact]
    public async Task What_the_page_asks_for_stays_small_and_the_journal_has_the_whole()
    {
        var name = string.Concat(Enumerable.Repeat("\U0001F3E5", 100_000));
        await SendAsync("POST", "v1/me/workspaces", $$"""{"name":"{{name}}"}""");

        var (overview, journal) = (await ControlAsync("GET", ""), await ControlAsync("GET", "journal"));

        var shown = overview.Json.GetProperty("requests").EnumerateArray().Single().GetProperty("body").GetString();
        shown.Should().StartWith("""{"name":"🏥🏥""").And.NotContain("\uFFFD");
        overview.Body.Length.Should().BeLessThan(journal.Body.Length / 5);
        journal.Json.GetProperty("requests").EnumerateArray().Single().GetProperty("body").GetString().Should().Contain(name);
    }

    [Fact]
    public async Task Workspaces_are_seeded_by_count_and_by_list()
    {
        await ControlAsync("POST", "seed", """{"count":2}""");
        await ControlAsync(
            "POST",
            "seed",
            """{"workspaces":[{"slug":"acme","name":"Acme","environment":"sandbox","test_caller_numbers":["+15550100"],"archived_at":"2026-01-01T00:00:00Z"}]}"""
        );

        Emulator.Workspaces.Should().HaveCount(3);
        var acme = Emulator.Workspaces[2];
        (acme.Slug, acme.Environment, acme.Region, acme.ArchivedAt is null).Should().Be(("acme", "sandbox", "us-east-1", false));
        acme.TestCallerNumbers.Should().Equal("+15550100");
        var shown = (await ControlAsync("GET", "workspaces")).Json.GetProperty("workspaces").EnumerateArray();
        shown.Select(workspace => workspace.GetProperty("slug").GetString()).Should().Equal(Emulator.Workspaces.Select(all => all.Slug));
    }

    [Fact]
    public async Task What_the_endpoint_shows_can_be_seeded_elsewhere()
    {
        Emulator.Seed(5);
        await using var other = await WorkspacesEmulator.StartAsync(cancellationToken: Cancellation);

        using var seeding = new HttpRequestMessage(HttpMethod.Post, new Uri(other.BaseAddress, "_emulator/seed"))
        {
            Content = new StringContent((await ControlAsync("GET", "workspaces")).Body),
        };
        (await SendAsync(seeding)).Status.Should().Be(200);

        other.Workspaces.Should().BeEquivalentTo(Emulator.Workspaces, options => options.WithStrictOrdering());
    }

    [Fact]
    public async Task The_clock_goes_forward_for_dates_and_for_the_rate_limit()
    {
        var later = Clock.GetUtcNow().AddTicks(-Clock.GetUtcNow().Ticks % TimeSpan.TicksPerMicrosecond).AddSeconds(86_400.5);

        var answer = await ControlAsync("POST", "clock", """{"advance_seconds":86400.5}""");

        answer.Json.GetProperty("now").GetDateTimeOffset().Should().Be(later);
        Emulator.Now.Should().Be(Clock.GetUtcNow().AddSeconds(86_400.5));
        SeedOne().CreatedAt.Should().Be(later);
    }

    [Fact]
    public async Task A_key_is_made_for_a_role()
    {
        var answer = await ControlAsync("POST", "keys", """{"role":"viewer"}""");
        using var request = Request("POST", "v1/me/workspaces");
        request.Headers.Authorization = new("Bearer", answer.Json.GetProperty("key").GetString());

        (await SendAsync(request)).Status.Should().Be(403);
    }

    [Fact]
    public async Task Writes_that_were_carried_out_are_listed()
    {
        Emulator.Inject(Fault.StatusAfterApply(504));
        await SendAsync("POST", "v1/me/workspaces", CreateBody("lakeview"));

        var applied = (await ControlAsync("GET", "applied")).Json.GetProperty("applied").EnumerateArray().Single();

        applied.GetProperty("operation_id").GetString().Should().Be("create-my-workspace");
        applied.GetProperty("workspace_id").GetGuid().Should().Be(Emulator.Workspaces[0].Id);
    }

    [Fact]
    public async Task A_reset_empties_it_and_keeps_the_keys()
    {
        Emulator.Seed(3);
        await SendAsync("GET", "v1/workspaces");

        (await ControlAsync("POST", "reset")).Status.Should().Be(204);

        Emulator.Workspaces.Should().BeEmpty();
        Emulator.Requests.Should().BeEmpty();
        (await SendAsync("GET", "v1/workspaces")).Status.Should().Be(200);
    }

    [Theory]
    [InlineData("GET", "nowhere", 404)]
    [InlineData("GET", "reset", 405)]
    [InlineData("PUT", "faults", 405)]
    public async Task An_unknown_resource_or_verb_is_told_what_there_is(string method, string resource, int status)
    {
        var answer = await ControlAsync(method, resource);

        answer.Status.Should().Be(status);
        if (status == 405)
        {
            answer.Headers["Allow"].Should().Contain("POST");
        }
        else
        {
            answer.Detail.Should().ContainAll("/_emulator/faults", "/_emulator/reset");
        }
    }

    [Theory]
    [InlineData("health", """{"status":"ok"}""")]
    [InlineData("openapi.json", "\"operationId\": \"create-my-workspace\"")]
    public async Task It_tells_that_it_is_up_and_what_it_serves(string path, string content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);

        var answer = await SendAsync(request);

        (answer.Status, answer.ContentType).Should().Be((200, "application/json"));
        answer.Body.Should().Contain(content);
        Emulator.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task A_head_of_its_pages_has_no_body_and_a_post_is_refused()
    {
        using var head = new HttpRequestMessage(HttpMethod.Head, "health");
        using var post = new HttpRequestMessage(HttpMethod.Post, "");

        var (told, refused) = (await SendAsync(head), await SendAsync(post));

        (told.Status, told.Body, refused.Status, refused.Headers["Allow"]).Should().Be((200, "", 405, "GET, HEAD"));
    }

    private async Task<Answer> ControlAsync(string method, string resource, string? body = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "_emulator/" + resource)
        {
            Content = body is null ? null : new StringContent(body),
        };
        return await SendAsync(request);
    }
}
