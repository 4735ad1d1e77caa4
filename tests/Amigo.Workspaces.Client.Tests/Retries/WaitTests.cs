namespace Amigo.Workspaces.Client.Tests.Retries;

/// <summary>How long is waited before the next attempt.</summary>
public class WaitTests
{
    private static readonly TimeSpan Base = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Forever = TimeSpan.FromHours(1);

    [Theory]
    [InlineData(0, 250)]
    [InlineData(1, 500)]
    [InlineData(2, 1_000)]
    [InlineData(6, 16_000)]
    [InlineData(7, 30_000)]
    [InlineData(31, 30_000)]
    [InlineData(32, 30_000)]
    [InlineData(1_000, 30_000)]
    [InlineData(int.MaxValue, 30_000)]
    public void The_backoff_doubles_up_to_its_limit(int retry, int ceiling)
    {
        RetryRules.Backoff(retry, Base, Longest, 0).Should().Be(TimeSpan.Zero);
        RetryRules.Backoff(retry, Base, Longest, 0.5).Should().Be(TimeSpan.FromMilliseconds(ceiling / 2.0));
        RetryRules.Backoff(retry, Base, Longest, 1).Should().Be(TimeSpan.FromMilliseconds(ceiling));
    }

    [Fact]
    public void The_backoff_stays_within_the_limits_of_any_options()
    {
        var longest = TimeSpan.FromMilliseconds(int.MaxValue);

        RetryRules.Backoff(int.MaxValue, longest, longest, 0.999).Should().BeGreaterThan(TimeSpan.Zero).And.BeLessThan(longest);
        RetryRules.Backoff(5, TimeSpan.Zero, longest, 0.999).Should().Be(TimeSpan.Zero);
        RetryRules.Backoff(5, longest, TimeSpan.Zero, 0.999).Should().Be(TimeSpan.Zero);
    }

    [Fact]
    public void Without_the_services_wish_our_own_backoff_is_waited() => RetryRules.Wait(Base, null, Longest, Forever).Should().Be(Base);

    [Fact]
    public void The_services_wish_is_a_floor_and_our_own_backoff_is_jitter_above_it()
    {
        RetryRules.Wait(TimeSpan.Zero, TimeSpan.FromSeconds(2), Longest, Forever).Should().Be(TimeSpan.FromSeconds(2));
        RetryRules.Wait(Base, TimeSpan.FromSeconds(2), Longest, Forever).Should().Be(TimeSpan.FromSeconds(2) + Base);
        RetryRules.Wait(Base, TimeSpan.Zero, Longest, Forever).Should().Be(Base);
    }

    [Fact]
    public void Jitter_never_leads_beyond_a_limit()
    {
        RetryRules.Wait(Base, TimeSpan.FromSeconds(10), Longest, TimeSpan.FromSeconds(10.1)).Should().Be(TimeSpan.FromSeconds(10.05));
        RetryRules.Wait(Base, Longest, Longest, Forever).Should().Be(Longest);
    }

    [Fact]
    public void A_wish_beyond_the_limit_is_not_waited_for()
    {
        RetryRules.Wait(Base, Longest, Longest, Forever).Should().Be(Longest);
        RetryRules.Wait(Base, Longest + TimeSpan.FromTicks(1), Longest, Forever).Should().BeNull();
        RetryRules.Wait(TimeSpan.Zero, TimeSpan.FromTicks(1), TimeSpan.Zero, Forever).Should().BeNull();
    }

    [Fact]
    public void A_wait_that_does_not_fit_what_is_left_is_not_begun()
    {
        RetryRules.Wait(Base, null, Longest, Base + TimeSpan.FromTicks(1)).Should().Be(Base);
        RetryRules.Wait(Base, null, Longest, Base).Should().BeNull();
        RetryRules.Wait(TimeSpan.Zero, null, Longest, TimeSpan.Zero).Should().BeNull();
        RetryRules.Wait(TimeSpan.Zero, null, Longest, TimeSpan.FromSeconds(-1)).Should().BeNull();
        RetryRules.Wait(Base, TimeSpan.FromSeconds(20), Longest, TimeSpan.FromSeconds(10)).Should().BeNull();
    }
}
