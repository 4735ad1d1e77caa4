using Amigo.Workspaces.Client.Tests.Support;

namespace Amigo.Workspaces.Client.Tests.Transport;

public class AttemptTimerTests
{
    private static readonly TimeSpan Long = TimeSpan.FromHours(1);

    public static TheoryData<long> NoTimeLeft => [0, -1];

    [Theory]
    [MemberData(nameof(NoTimeLeft))]
    public void With_no_time_left_it_has_fired_already(long ticks)
    {
        using var timer = AttemptTimer.Start(TimeSpan.FromTicks(ticks), TimeProvider.System, CancellationToken.None);

        timer.Token.IsCancellationRequested.Should().BeTrue();
    }

    [Fact]
    public async Task On_the_systems_clock_it_fires_by_itself()
    {
        using var timer = AttemptTimer.Start(TimeSpan.FromMilliseconds(1), TimeProvider.System, CancellationToken.None);

        var waiting = () => Task.Delay(Timeout.Infinite, timer.Token);

        await waiting.Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public void The_caller_ends_it_while_it_runs_and_not_afterwards()
    {
        using var caller = new CancellationTokenSource();
        CancellationToken token;
        using (var timer = AttemptTimer.Start(Long, TimeProvider.System, caller.Token))
        {
            token = timer.Token;
        }

        caller.Cancel();
        token.IsCancellationRequested.Should().BeFalse("another attempt may be using it by now");

        using var late = AttemptTimer.Start(Long, TimeProvider.System, caller.Token);
        late.Token.IsCancellationRequested.Should().BeTrue();
    }

    [Fact]
    public void One_of_another_clock_is_never_used_again()
    {
        CancellationToken used;
        using (var manual = AttemptTimer.Start(Long, new ManualTimeProvider(), CancellationToken.None))
        {
            used = manual.Token;
        }

        // More than are ever kept.
        var timers = Enumerable.Range(0, 200).Select(_ => AttemptTimer.Start(Long, TimeProvider.System, CancellationToken.None)).ToList();
        timers.Should().NotContain(timer => timer.Token == used, "it would never fire");
        timers.ForEach(timer => timer.Dispose());
    }
}
