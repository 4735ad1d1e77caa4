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
    public async Task What_it_prints_says_where_it_is_and_shows_no_key()
    {
        Emulator.Seed(2);
        var options = new WorkspacesEmulatorOptions { Port = 5080, ControlKey = "a-secret" };
        options.ApiKeys["a-secret"] = WorkspaceRole.Owner;
        using var fake = new FakeWorkspacesClient();

        Emulator.ToString().Should().Be($"WorkspacesEmulator at {Emulator.BaseAddress}, 2 workspace(s)");
        options.ToString().Should().Contain("Port = 5080").And.Contain("ApiKeys = [1 items]").And.NotContain("secret");
        fake.ToString().Should().Be("FakeWorkspacesClient with 0 workspace(s)");
        var address = Emulator.ToString();
        await Emulator.DisposeAsync();
        Emulator.ToString().Should().Be(address, "a debugger may ask at any time");
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
            new() { Latency = TimeSpan.FromSeconds(-1) },
            new() { Latency = TimeSpan.FromSeconds(61) },
            new() { StateFile = " " },
            new() { ControlKey = "two words" },
            new() { ApiKeys = { [""] = WorkspaceRole.Owner } },
            new() { ApiKeys = { ["key"] = (WorkspaceRole)7 } },
            new() { CorsOrigins = { "http://localhost:3000/path" } },
        ];
        foreach (var options in bad)
        {
            await FluentActions
                .Awaiting(() => WorkspacesEmulator.StartAsync(options, Cancellation))
                .Should()
                .ThrowAsync<ArgumentException>();
        }
    }

    [Fact]
    public async Task Fixed_keys_are_accepted()
    {
        var options = new WorkspacesEmulatorOptions { ApiKeys = { ["dev-viewer"] = WorkspaceRole.Viewer } };
        await using var other = await WorkspacesEmulator.StartAsync(options, Cancellation);
        using var http = new HttpClient { BaseAddress = other.BaseAddress };
        http.DefaultRequestHeaders.Authorization = new("Bearer", "dev-viewer");

        using var read = await http.GetAsync("v1/workspaces", Cancellation);
        using var written = await http.PostAsync("v1/me/workspaces", null, Cancellation);

        ((int)read.StatusCode, (int)written.StatusCode).Should().Be((200, 403));
    }

    [Fact]
    public async Task An_answer_is_held_back_by_the_latency()
    {
        var clock = new ManualTimeProvider();
        var options = new WorkspacesEmulatorOptions { Latency = TimeSpan.FromSeconds(30), TimeProvider = clock };
        await using var other = await WorkspacesEmulator.StartAsync(options, Cancellation);
        using var http = new HttpClient { BaseAddress = other.BaseAddress };

        var answer = http.GetAsync("v1/workspaces", Cancellation);
        await clock.WhenTimerAsync(_ => true).WaitAsync(Cancellation);
        answer.IsCompleted.Should().BeFalse();
        clock.Advance(TimeSpan.FromSeconds(30));

        using var response = await answer;
        ((int)response.StatusCode).Should().Be(401);
    }

    [Fact]
    public async Task A_reset_goes_back_to_the_start()
    {
        var first = Emulator.Seed(1);
        var options = new WorkspacesEmulatorOptions
        {
            Workspaces = first,
            RateLimit = 3,
            TimeProvider = Clock,
        };
        await using var other = await WorkspacesEmulator.StartAsync(options, Cancellation);
        using var http = new HttpClient { BaseAddress = other.BaseAddress };
        http.DefaultRequestHeaders.Authorization = new("Bearer", other.CreateApiKey(WorkspaceRole.Owner));
        using var archived = await http.PostAsync(
            $"v1/workspaces/{first[0].Id}/archive",
            new StringContent($$"""{"slug":"{{first[0].Slug}}"}"""),
            Cancellation
        );
        other.Seed(2);
        other.Inject(Fault.Status(503));
        other.AdvanceClock(TimeSpan.FromSeconds(1));

        other.Reset();

        other.Workspaces.Should().Equal(first);
        other.Applied.Should().BeEmpty();
        other.Requests.Should().BeEmpty();
        other.WaitingFaults.Should().BeEmpty();
        other.Now.Should().Be(Clock.GetUtcNow());
        using var answer = await http.GetAsync("v1/workspaces", Cancellation);
        answer.Headers.GetValues("X-RateLimit-Remaining").Should().Equal("2");
    }
}
