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
}
