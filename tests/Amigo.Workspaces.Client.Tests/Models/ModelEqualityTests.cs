namespace Amigo.Workspaces.Client.Tests.Models;

public class ModelEqualityTests
{
    private static readonly Workspace Acme = new() { Slug = "acme" };

    [Fact]
    public void Models_are_equal_when_their_lists_hold_the_same()
    {
        AreEqual(() => new WorkspacePage { Items = [new Workspace { Slug = "acme" }], Total = 1 });
        AreEqual(() => new EnvironmentCheck { Current = "staging", Warnings = ["a", "b"] });
        AreEqual(() => new TestCallerNumbers { Numbers = ["+12025550100"] });
        AreEqual(() => new Page<Workspace>([new Workspace { Slug = "acme" }], 3, 4));
        AreEqual(() => new Page<Workspace>(new List<Workspace> { Acme }, null, null));
    }

    [Fact]
    public void A_model_that_differs_in_any_member_is_another()
    {
        var page = new WorkspacePage
        {
            Items = [Acme],
            HasMore = true,
            ContinuationToken = 1,
            Total = 2,
        };
        new[]
        {
            page with
            {
                Items = [],
            },
            page with
            {
                Items = [Acme with { Slug = "other" }],
            },
            page with
            {
                HasMore = false,
            },
            page with
            {
                ContinuationToken = null,
            },
            page with
            {
                Total = null,
            },
        }
            .Should()
            .NotContain(page);

        var check = new EnvironmentCheck
        {
            Current = "staging",
            Target = "production",
            Warnings = ["a", "b"],
        };
        new[] { check with { Current = "" }, check with { Target = "" }, check with { Warnings = ["b", "a"] } }.Should().NotContain(check);

        new TestCallerNumbers { Numbers = ["1"] }
            .Should()
            .NotBe(new TestCallerNumbers { Numbers = ["1", "2"] });

        var given = new Page<int>([1, 2], 3, 4);
        new[] { given with { Items = [1] }, given with { ContinuationToken = 4 }, given with { Total = 3 } }.Should().NotContain(given);
    }

    private static void AreEqual<T>(Func<T> make)
    {
        make().Should().Be(make());
        make()!.GetHashCode().Should().Be(make()!.GetHashCode());
    }
}
