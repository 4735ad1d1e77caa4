using Amigo.Workspaces.Emulator.Tests.Support;

namespace Amigo.Workspaces.Emulator.Tests;

public sealed class JournalTests : EmulatorTest
{
    [Fact]
    public async Task A_request_is_recorded_as_it_was_sent()
    {
        using var request = Request("PATCH", "v1/workspaces/%20?a=%20b&c", """{"name":"Zoë"}""");
        request.Headers.Add("X-Custom", ["one", "two"]);

        await SendAsync(request);

        var recorded = Emulator.Requests.Should().ContainSingle().Subject;
        recorded.Method.Should().Be("PATCH");
        recorded.Path.Should().Be("/v1/workspaces/%20");
        recorded.Query.Should().Be("a=%20b&c");
        recorded.Body.Should().Be("""{"name":"Zoë"}""");
        recorded.OperationId.Should().Be("update-workspace");
        recorded.StatusCode.Should().Be(422);
        recorded.Headers["x-custom"].Should().Be("one, two");
        recorded.Headers["AUTHORIZATION"].Should().Be($"Bearer {Key(WorkspaceRole.Owner)}");
    }

    [Fact]
    public async Task A_request_that_names_no_operation_is_recorded_too()
    {
        await SendAsync("GET", "nowhere");

        var recorded = Emulator.Requests.Should().ContainSingle().Subject;
        (recorded.Path, recorded.Query, recorded.Body, recorded.OperationId, recorded.StatusCode)
            .Should()
            .Be(("/nowhere", "", "", null, 404));
    }

    [Fact]
    public async Task The_journal_is_a_snapshot_that_can_be_cleared()
    {
        await SendAsync("GET", "v1/workspaces");
        var snapshot = Emulator.Requests;

        Emulator.ClearRequests();
        await SendAsync("GET", "nowhere");

        snapshot.Should().ContainSingle().Which.Path.Should().Be("/v1/workspaces");
        Emulator.Requests.Should().ContainSingle().Which.Path.Should().Be("/nowhere");
    }

    [Fact]
    public async Task What_was_recorded_stays_readable_after_disposal()
    {
        await SendAsync("POST", "v1/me/workspaces", CreateBody("lakeview"));

        await Emulator.DisposeAsync();

        Emulator.Requests.Should().ContainSingle();
        Emulator.Workspaces.Should().ContainSingle();
        Emulator.Applied.Should().ContainSingle();
    }

    [Fact]
    public async Task An_answer_is_recorded_beside_its_request()
    {
        Emulator.Inject(Fault.Status(503, "out of order"));
        await SendAsync("GET", "v1/workspaces", role: WorkspaceRole.Viewer);

        var recorded = Emulator.Requests.Should().ContainSingle().Subject;
        (recorded.Role, recorded.Fault, recorded.ResponseBody).Should().Be((WorkspaceRole.Viewer, "Status(503)", "out of order"));
        recorded.ReceivedAt.Should().Be(Clock.GetUtcNow());
    }

    [Fact]
    public async Task Of_an_answer_the_first_8_KB_are_kept()
    {
        Emulator.Inject(Fault.Status(500, new string('x', 10_000)));

        (await SendAsync("GET", "v1/workspaces")).Body.Should().HaveLength(10_000);

        Emulator.Requests.Single().ResponseBody.Should().Be(new string('x', 8 * 1024));
    }

    [Fact]
    public async Task The_body_of_a_caller_without_a_key_is_not_kept()
    {
        using var request = Request("POST", "v1/me/workspaces", CreateBody("lakeview"));
        request.Headers.Authorization = new("Bearer", "unknown");

        (await SendAsync(request)).Status.Should().Be(401);

        var recorded = Emulator.Requests.Should().ContainSingle().Subject;
        (recorded.Body, recorded.Role).Should().Be(("", null));
    }

    [Theory]
    [InlineData(1024 * 1024, 422)]
    [InlineData((1024 * 1024) + 1, 413)]
    [InlineData(5 * 1024 * 1024, 413)]
    public async Task A_body_over_a_megabyte_is_refused(int length, int status)
    {
        const string frame = """{"name":""}""";
        var body = frame.Insert(9, new string(' ', length - frame.Length));
        Emulator.Inject(Fault.Status(503), "get-workspace");

        var answer = await SendAsync("PATCH", $"v1/workspaces/{Guid.NewGuid()}", body);

        answer.Status.Should().Be(status);
        Emulator.Requests.Single().Body.Length.Should().Be(status == 413 ? 0 : length);
        (await SendAsync("GET", "v1/workspaces")).Status.Should().Be(200, "the connection goes on");
    }

    [Fact]
    public async Task A_body_without_a_length_is_refused_too()
    {
        using var request = Request("PATCH", $"v1/workspaces/{Guid.NewGuid()}", new string(' ', 2 * 1024 * 1024));
        request.Headers.TransferEncodingChunked = true;

        (await SendAsync(request)).Detail.Should().Be("Request body is larger than 1048576 bytes.");
    }

    [Fact]
    public async Task Large_bodies_push_the_oldest_requests_out()
    {
        var body = $$"""{"name":"{{new string('x', 1_000_000)}}"}""";
        var path = $"v1/workspaces/{Guid.NewGuid()}";
        for (var sent = 0; sent < 20; sent++)
        {
            await SendAsync("PATCH", path, body);
        }

        Emulator.Requests.Count.Should().BeInRange(10, 17, "two bytes a character of 1 MB, within 32 MB");
        Emulator.ForgottenRequests.Should().Be(20 - Emulator.Requests.Count);
    }
}
