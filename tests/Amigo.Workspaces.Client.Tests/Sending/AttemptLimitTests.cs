using Amigo.Workspaces.Client.Tests.Support;

namespace Amigo.Workspaces.Client.Tests.Sending;

public class AttemptLimitTests
{
    private static readonly TimeSpan Long = TimeSpan.FromHours(1);

    public static TheoryData<long> NoTimeLeft => [0, -1];

    [Theory]
    [MemberData(nameof(NoTimeLeft))]
    public void With_no_time_left_it_has_passed_already(long ticks)
    {
        using var limit = Start(TimeSpan.FromTicks(ticks));

        limit.Token.IsCancellationRequested.Should().BeTrue();
    }

    [Fact]
    public void It_passes_by_the_clock_of_the_options()
    {
        var clock = new ManualTimeProvider();
        using var limit = AttemptLimit.Start(FromNow(Long, clock), clock, CancellationToken.None, CancellationToken.None);

        clock.Advance(Long);

        limit.Token.IsCancellationRequested.Should().BeTrue();
    }

    [Fact]
    public void Neither_its_caller_nor_the_client_touches_a_token_after_its_attempt()
    {
        using var caller = new CancellationTokenSource();
        using var disposal = new CancellationTokenSource();
        CancellationToken token;
        using (var limit = AttemptLimit.Start(FromNow(Long), TimeProvider.System, caller.Token, disposal.Token))
        {
            token = limit.Token;
        }

        caller.Cancel();
        disposal.Cancel();

        token.IsCancellationRequested.Should().BeFalse("whoever was given it may still hold it");
    }

    [Fact]
    public void The_caller_and_the_end_of_the_client_cancel_it()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        using var byCaller = AttemptLimit.Start(FromNow(Long), TimeProvider.System, cancelled.Token, CancellationToken.None);
        using var byClient = AttemptLimit.Start(FromNow(Long), TimeProvider.System, CancellationToken.None, cancelled.Token);

        byCaller.Token.IsCancellationRequested.Should().BeTrue();
        byClient.Token.IsCancellationRequested.Should().BeTrue();
    }

    private static AttemptLimit Start(TimeSpan limit) =>
        AttemptLimit.Start(FromNow(limit), TimeProvider.System, CancellationToken.None, CancellationToken.None);

    private static TimeLimit FromNow(TimeSpan length, TimeProvider? clock = null) =>
        new(length, (clock ?? TimeProvider.System).GetTimestamp());
}
