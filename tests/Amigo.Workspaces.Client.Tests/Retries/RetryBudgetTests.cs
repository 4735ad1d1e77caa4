namespace Amigo.Workspaces.Client.Tests.Retries;

public class RetryBudgetTests
{
    [Fact]
    public void It_holds_100_tokens_and_no_more() => TakeAll(new RetryBudget()).Should().Be(100);

    [Fact]
    public void Ten_successes_give_back_exactly_two()
    {
        var budget = new RetryBudget();
        TakeAll(budget);

        Succeed(budget, 10);

        TakeAll(budget).Should().Be(2);
    }

    [Theory]
    [InlineData(4, 0)]
    [InlineData(5, 1)]
    [InlineData(9, 1)]
    [InlineData(499, 99)]
    [InlineData(500, 100)]
    [InlineData(10_000, 100)]
    public void Five_successes_give_back_a_token_up_to_where_it_is_full(int successes, int tokens)
    {
        var budget = new RetryBudget();
        TakeAll(budget);

        Succeed(budget, successes);

        TakeAll(budget).Should().Be(tokens);
    }

    [Fact]
    public void Successes_of_a_full_budget_are_not_saved_up()
    {
        var budget = new RetryBudget();
        Succeed(budget, 10_000);

        TakeAll(budget).Should().Be(100);
    }

    [Fact]
    public void What_is_left_of_a_token_is_kept()
    {
        var budget = new RetryBudget();
        TakeAll(budget);

        Succeed(budget, 4);
        TakeAll(budget).Should().Be(0);
        Succeed(budget, 1);

        TakeAll(budget).Should().Be(1);
    }

    [Fact]
    public void Many_at_once_take_no_more_and_lose_nothing()
    {
        var budget = new RetryBudget();
        var taken = 0;

        Parallel.For(
            0,
            10_000,
            _ =>
            {
                if (budget.TryTake())
                {
                    Interlocked.Increment(ref taken);
                }
            }
        );
        taken.Should().Be(100);

        Parallel.For(0, 250, _ => budget.GiveBack());
        TakeAll(budget).Should().Be(50);
    }

    private static void Succeed(RetryBudget budget, int times)
    {
        for (var i = 0; i < times; i++)
        {
            budget.GiveBack();
        }
    }

    private static int TakeAll(RetryBudget budget)
    {
        var taken = 0;
        while (taken <= 1_000 && budget.TryTake())
        {
            taken++;
        }

        return taken;
    }
}
