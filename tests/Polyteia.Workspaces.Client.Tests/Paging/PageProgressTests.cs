using FsCheck;
using FsCheck.Fluent;
using Polyteia.Workspaces.Client.Paging;

namespace Polyteia.Workspaces.Client.Tests.Paging;

/// <summary>Whatever a service says of its pages, an enumeration of them ends.</summary>
public class PageProgressTests
{
    /// <summary>Identifiers from a small set, so that pages repeat; totals from a small set, so that they come true or never do.</summary>
    private static readonly Gen<WorkspaceList> AnyPage =
        from total in Gen.OneOf(Gen.Choose(0, 12), Gen.Elements(-1, int.MaxValue)).Select(number => (long)number)
        from page in Gen.Elements<long?>(null, 1, 2)
        from size in Gen.Elements<long?>(null, -5, 0, 1, 3, 100, long.MaxValue)
        from ids in Gen.Choose(0, 9).ArrayOf()
        select new WorkspaceList
        {
            Total = total,
            Page = page,
            Size = size,
            Items = [.. ids.Take(3).Select(id => new Workspace { Id = $"ws_{id}" })],
        };

    [Fact]
    public void An_enumeration_never_takes_more_pages_than_there_are_beginnings()
    {
        Prop.ForAll(
                AnyPage.ListOf(40).ToArbitrary(),
                Gen.Choose(1, 50).ToArbitrary(),
                (pages, first) =>
                {
                    var progress = new PageProgress(pageSize: 3);
                    var taken = 0;
                    while (taken < pages.Count && !progress.IsComplete && progress.Add(first + taken, pages[taken]) is null)
                    {
                        taken++;
                    }

                    return taken <= 11;
                }
            )
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_service_that_keeps_its_word_is_read_whole_from_any_page_on()
    {
        Prop.ForAll(
                Gen.Choose(0, 60).ToArbitrary(),
                Gen.Choose(1, 12).ToArbitrary(),
                Gen.Choose(1, 8).ToArbitrary(),
                (total, size, first) =>
                {
                    var progress = new PageProgress(size);
                    var read = 0;
                    for (var number = first; !progress.IsComplete; number++)
                    {
                        var items = Enumerable.Range(0, total).Skip((number - 1) * size).Take(size).ToList();
                        var page = new WorkspaceList
                        {
                            Total = total,
                            Page = number,
                            Size = size,
                            Items = [.. items.Select(id => new Workspace { Id = $"ws_{id}" })],
                        };
                        if (progress.Add(number, page) is not null)
                        {
                            return false;
                        }

                        read += items.Count;
                    }

                    return read == Math.Max(0, total - ((first - 1) * size));
                }
            )
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Smaller_pages_than_were_asked_for_are_counted_as_they_come_although_the_service_does_not_say_so()
    {
        var progress = new PageProgress(pageSize: 3);

        for (var number = 1; number <= 2; number++)
        {
            Workspace[] items = [new() { Id = $"ws_{number}" }, new() { Id = $"ws_{number}b" }];
            progress.Add(number, new WorkspaceList { Total = 5, Items = items }).Should().BeNull();
            progress.IsComplete.Should().BeFalse("{0} of 5 have come", 2 * number);
        }

        progress.Add(3, new WorkspaceList { Total = 5, Items = [new() { Id = "ws_3" }] }).Should().BeNull();
        progress.IsComplete.Should().BeTrue();
    }

    [Fact]
    public void A_negative_total_is_an_error_and_not_an_end()
    {
        var progress = new PageProgress(pageSize: 3);

        progress.Add(1, new WorkspaceList { Total = -1, Items = [new Workspace { Id = "ws_1" }] }).Should().Contain("negative total");
        progress.IsComplete.Should().BeFalse();
    }

    [Fact]
    public void After_the_last_page_that_can_be_asked_for_there_is_an_end_or_an_error()
    {
        var list = new WorkspaceList { Total = long.MaxValue, Items = [new Workspace { Id = "ws_1" }] };

        new PageProgress(pageSize: 3).Add(int.MaxValue, list).Should().Contain("is the last possible page");
        new PageProgress(pageSize: 3).Add(int.MaxValue, list with { Total = 7 }).Should().BeNull();
    }
}
