using Amigo.Workspaces.Emulator.Tests.Support;

namespace Amigo.Workspaces.Emulator.Tests;

public sealed class RateLimitTests : EmulatorTest
{
    protected override void Configure(WorkspacesEmulatorOptions options) => options.RateLimit = 2;

    [Fact]
    public async Task Requests_past_the_limit_are_429_until_the_minute_is_over()
    {
        (await SendAsync("GET", "v1/workspaces", null, WorkspaceRole.Owner)).Headers["X-RateLimit-Remaining"].Should().Be("1");
        Clock.Advance(TimeSpan.FromSeconds(20.5));
        (await SendAsync("GET", "v1/workspaces", null, WorkspaceRole.Viewer)).Headers["X-RateLimit-Remaining"].Should().Be("0");

        var refused = await SendAsync("GET", "v1/workspaces");
        (refused.Status, refused.Detail).Should().Be((429, "Rate limit exceeded."));
        refused.Headers["Retry-After"].Should().Be("40", "39.5 seconds are left, and half a second may not be waited for");
        refused.Headers["X-RateLimit-Limit"].Should().Be("2");
        refused.Headers["X-RateLimit-Remaining"].Should().Be("0");
        refused.Headers["X-RateLimit-Reset"].Should().Be("1795342591");

        Clock.Advance(TimeSpan.FromSeconds(39));
        (await SendAsync("GET", "v1/workspaces")).Status.Should().Be(429);

        Clock.Advance(TimeSpan.FromSeconds(0.5));
        var served = await SendAsync("GET", "v1/workspaces");
        (served.Status, served.Headers["X-RateLimit-Remaining"]).Should().Be((200, "1"));
    }

    [Fact]
    public async Task A_refused_write_is_not_applied_and_uses_up_no_fault()
    {
        await SendAsync("GET", "v1/workspaces");
        await SendAsync("GET", "v1/workspaces");
        Emulator.Inject(Fault.Status(503));

        (await SendAsync("POST", "v1/me/workspaces", CreateBody("lakeview"))).Status.Should().Be(429);

        Emulator.Workspaces.Should().BeEmpty();
        Clock.Advance(TimeSpan.FromMinutes(1));
        (await SendAsync("GET", "v1/workspaces")).Status.Should().Be(503);
    }
}
