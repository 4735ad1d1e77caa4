using Amigo.Workspaces.Emulator.Tests.Support;

namespace Amigo.Workspaces.Emulator.Tests;

public sealed class StartAndStopTests : EmulatorTest
{
    [Fact]
    public void It_listens_on_loopback()
    {
        Emulator.BaseAddress.Should().Be(new Uri($"http://127.0.0.1:{Emulator.BaseAddress.Port}/"));
    }

    [Fact]
    public async Task Two_emulators_share_nothing()
    {
        await using var other = await WorkspacesEmulator.StartAsync(cancellationToken: Cancellation);
        Emulator.Seed(1);
        using var request = Request("GET", new Uri(other.BaseAddress, "v1/workspaces").ToString());

        (await SendAsync(request)).Status.Should().Be(401, "the key is another emulator's");
        other.Workspaces.Should().BeEmpty();
    }

    [Fact]
    public async Task The_default_clock_is_the_systems()
    {
        var before = DateTimeOffset.UtcNow.AddMilliseconds(-1);
        await using var other = await WorkspacesEmulator.StartAsync(cancellationToken: Cancellation);

        other.Seed(1)[0].CreatedAt.Should().BeOnOrAfter(before).And.BeOnOrBefore(DateTimeOffset.UtcNow);
    }

    [Fact]
    public async Task A_taken_port_is_an_io_exception_and_a_freed_one_can_be_taken()
    {
        var options = new WorkspacesEmulatorOptions { Port = Emulator.BaseAddress.Port };
        await FluentActions.Awaiting(() => WorkspacesEmulator.StartAsync(options, Cancellation)).Should().ThrowAsync<IOException>();

        await Emulator.DisposeAsync();

        await using var next = await WorkspacesEmulator.StartAsync(options, Cancellation);
        next.BaseAddress.Port.Should().Be(options.Port);
    }

    [Fact]
    public async Task Disposing_twice_is_harmless_and_ends_the_service()
    {
        await Emulator.DisposeAsync();
        await Emulator.DisposeAsync();

        await this.Awaiting(test => test.SendAsync("GET", "v1/workspaces")).Should().ThrowAsync<HttpRequestException>();
    }

    [Fact]
    public async Task Options_out_of_range_are_refused()
    {
        WorkspacesEmulatorOptions[] bad =
        [
            new() { Port = -1 },
            new() { Port = 65_536 },
            new() { RateLimit = 0 },
            new() { TimeProvider = null! },
        ];
        foreach (var options in bad)
        {
            await FluentActions
                .Awaiting(() => WorkspacesEmulator.StartAsync(options, Cancellation))
                .Should()
                .ThrowAsync<ArgumentException>();
        }
    }
}
