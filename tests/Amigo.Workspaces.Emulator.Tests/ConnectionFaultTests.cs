using System.Net.Sockets;
using Amigo.Workspaces.Emulator.Tests.Support;

namespace Amigo.Workspaces.Emulator.Tests;

public sealed class ConnectionFaultTests : EmulatorTest
{
    [Fact]
    public async Task Reset_before_apply_resets_the_connection_and_changes_nothing()
    {
        var workspace = SeedOne(seed => seed with { ProvisionedAt = null });
        Emulator.Inject(Fault.ResetBeforeApply);

        using var connection = await ProvisionAsync(workspace.Id);

        await AssertResetAsync(connection);
        Stored(workspace.Id).ProvisionedAt.Should().BeNull();
        Emulator.Applied.Should().BeEmpty();
    }

    [Fact]
    public async Task Reset_after_apply_resets_the_connection_and_the_change_stays()
    {
        var workspace = SeedOne(seed => seed with { ProvisionedAt = null });
        Emulator.Inject(Fault.ResetAfterApply);

        using var connection = await ProvisionAsync(workspace.Id);

        await AssertResetAsync(connection);
        Stored(workspace.Id).ProvisionedAt.Should().NotBeNull();
        Emulator.Applied.Should().ContainSingle().Which.WorkspaceId.Should().Be(workspace.Id);
    }

    [Fact]
    public async Task A_reset_request_is_in_the_journal_without_a_status()
    {
        Emulator.Inject(Fault.ResetBeforeApply);
        using var client = NewClient();
        using var request = Request("POST", "v1/me/workspaces", CreateBody("lost"));

        await client.Awaiting(http => http.SendAsync(request, Cancellation)).Should().ThrowAsync<HttpRequestException>();

        var recorded = Emulator.Requests.Should().ContainSingle().Subject;
        recorded.OperationId.Should().Be("create-my-workspace");
        recorded.Body.Should().Be(CreateBody("lost"));
        recorded.StatusCode.Should().BeNull();
    }

    [Fact]
    public async Task A_truncated_body_ends_half_way_after_promising_its_whole_length()
    {
        var workspace = SeedOne(seed => seed with { ProvisionedAt = null });
        Emulator.Inject(Fault.TruncatedBody);

        using var connection = await ProvisionAsync(workspace.Id);
        await connection.ReadToEndAsync(Cancellation);

        connection.ReceivedHead.Should().StartWith("HTTP/1.1 200 OK");
        connection.ReceivedBody.Should().HaveLength(connection.PromisedLength / 2);
        connection.ReceivedBody.Should().StartWith("""{"workspace":""");
        Stored(workspace.Id).ProvisionedAt.Should().NotBeNull();
        Emulator.Requests.Single().StatusCode.Should().Be(200);
    }

    [Fact]
    public async Task All_of_the_first_half_of_a_long_body_arrives()
    {
        Emulator.Seed(100);
        Emulator.Inject(Fault.TruncatedBody);

        using var connection = await RawConnection.SendAsync(
            Emulator.BaseAddress,
            "GET",
            "/v1/workspaces?limit=100",
            Key(WorkspaceRole.Viewer),
            Cancellation
        );
        await connection.ReadToEndAsync(Cancellation);

        connection.PromisedLength.Should().BeGreaterThan(30_000);
        connection.ReceivedBody.Should().HaveLength(connection.PromisedLength / 2);
    }

    [Fact]
    public async Task A_truncated_body_fails_in_an_http_client()
    {
        Emulator.Inject(Fault.TruncatedBody);

        await this.Awaiting(test => test.SendAsync("GET", "v1/workspaces")).Should().ThrowAsync<HttpRequestException>();
    }

    [Fact]
    public async Task A_stalled_body_sends_half_and_then_nothing_until_the_caller_leaves()
    {
        var workspace = SeedOne(seed => seed with { ProvisionedAt = null });
        Emulator.Inject(Fault.StalledBody, "provision-workspace");

        using var connection = await ProvisionAsync(workspace.Id);
        await connection.ReadUntilHalfTheBodyAsync(Cancellation);
        var more = connection.ReadAsync(Cancellation);
        (await SendAsync("GET", "v1/workspaces")).Status.Should().Be(200, "others are served meanwhile");

        more.IsCompleted.Should().BeFalse();
        connection.ReceivedBody.Should().HaveLength(connection.PromisedLength / 2);
        Stored(workspace.Id).ProvisionedAt.Should().NotBeNull();

        connection.StopSending();
        await AssertEndedAsync(more);
    }

    [Fact]
    public async Task Disposing_ends_a_stalled_answer_at_once()
    {
        Emulator.Inject(Fault.StalledBody);
        using var connection = await RawConnection.SendAsync(
            Emulator.BaseAddress,
            "GET",
            "/v1/workspaces",
            Key(WorkspaceRole.Viewer),
            Cancellation
        );
        await connection.ReadUntilHalfTheBodyAsync(Cancellation);

        await Emulator.DisposeAsync();

        await AssertEndedAsync(connection.ReadAsync(Cancellation));
    }

    [Fact]
    public async Task Disposing_does_not_wait_for_a_body_that_never_comes()
    {
        using var connection = await RawConnection.SendAsync(
            Emulator.BaseAddress,
            "POST",
            "/v1/me/workspaces",
            Key(WorkspaceRole.Owner),
            Cancellation,
            "Content-Length: 10\r\nExpect: 100-continue\r\n"
        );
        await connection.ReadAsync(Cancellation);
        connection.Received.Should().StartWith("HTTP/1.1 100 ", "the body is being waited for");

        await Emulator.DisposeAsync();

        await AssertEndedAsync(connection.ReadAsync(Cancellation));
        Emulator.Requests.Should().ContainSingle().Which.StatusCode.Should().BeNull();
    }

    [Fact]
    public async Task Disposing_ends_a_delayed_answer_at_once()
    {
        Emulator.Inject(Fault.Delay(TimeSpan.FromDays(1)));
        var delayed = SendAsync("GET", "v1/workspaces");
        await Clock.WhenTimerAsync(_ => true).WaitAsync(Cancellation);

        await Emulator.DisposeAsync();

        await delayed.Awaiting(task => task).Should().ThrowAsync<HttpRequestException>();
    }

    [Fact]
    public async Task A_fault_on_a_refused_request_breaks_its_error_answer()
    {
        Emulator.Inject(Fault.TruncatedBody);

        using var connection = await RawConnection.SendAsync(
            Emulator.BaseAddress,
            "GET",
            "/v1/workspaces?limit=0",
            Key(WorkspaceRole.Viewer),
            Cancellation
        );
        await connection.ReadToEndAsync(Cancellation);

        connection.ReceivedHead.Should().StartWith("HTTP/1.1 422 ");
        connection.ReceivedBody.Should().HaveLength(connection.PromisedLength / 2);
    }

    private static async Task AssertResetAsync(RawConnection connection)
    {
        var failure = await connection.Awaiting(raw => raw.ReadAsync(Cancellation)).Should().ThrowAsync<IOException>();
        failure.WithInnerException<SocketException>().Which.SocketErrorCode.Should().Be(SocketError.ConnectionReset);
        connection.Received.Should().BeEmpty();
    }

    // An orderly end or a reset: which of them is up to the server's socket layer.
    private static async Task AssertEndedAsync(Task<int> read)
    {
        try
        {
            (await read).Should().Be(0);
        }
        catch (IOException exception)
        {
            exception.InnerException.Should().BeOfType<SocketException>().Which.SocketErrorCode.Should().Be(SocketError.ConnectionReset);
        }
    }

    private Task<RawConnection> ProvisionAsync(Guid id) =>
        RawConnection.SendAsync(Emulator.BaseAddress, "POST", $"/v1/workspaces/{id}/provision", Key(WorkspaceRole.Admin), Cancellation);
}
