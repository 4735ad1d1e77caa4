namespace Polyteia.Workspaces.Client.Tests.Paging;

public class PagingTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0, 100, 1)]
    [InlineData(1, 100, 1)]
    [InlineData(100, 100, 1)]
    [InlineData(101, 100, 2)]
    [InlineData(7, 3, 3)]
    [InlineData(9, 3, 3)]
    [InlineData(3, 1, 3)]
    public async Task Every_workspace_comes_once_in_as_few_pages_as_there_are(int total, int size, int pages)
    {
        await using var server = await PagedService.HoldingAsync(total);
        using var client = Given.Client(server.BaseAddress);

        var ids = await client.ListAsync(new() { PageSize = size }, cancellationToken: Cancel).Select(one => one.Id).ToListAsync(Cancel);

        ids.Should().Equal(Enumerable.Range(1, total).Select(PagedService.Id));
        PagedService.AskedOf(server).Should().Equal(Enumerable.Range(1, pages).Select(page => new Asked(page, size)));
    }

    [Fact]
    public async Task A_page_holds_a_hundred_unless_set()
    {
        await using var server = await PagedService.HoldingAsync(1);
        using var client = Given.Client(server.BaseAddress);

        await client.ListAsync(cancellationToken: Cancel).ToListAsync(Cancel);

        PagedService.AskedOf(server).Should().Equal(new Asked(1, 100));
    }

    [Fact]
    public async Task Pages_know_their_number_and_the_total()
    {
        await using var server = await PagedService.HoldingAsync(5);
        using var client = Given.Client(server.BaseAddress);

        var pages = await client.ListAsync(new() { PageSize = 2 }, cancellationToken: Cancel).AsPages(Cancel).ToListAsync(Cancel);

        pages.Select(page => (page.Number, page.Total, page.Items.Count)).Should().Equal((1, 5, 2), (2, 5, 2), (3, 5, 1));
    }

    [Fact]
    public async Task An_enumeration_resumes_after_any_page()
    {
        await using var server = await PagedService.HoldingAsync(7);
        using var client = Given.Client(server.BaseAddress);

        var rest = await client
            .ListAsync(new() { PageSize = 2, Page = 3 }, cancellationToken: Cancel)
            .Select(one => one.Id)
            .ToListAsync(Cancel);

        rest.Should().Equal("ws_5", "ws_6", "ws_7");
        PagedService.AskedOf(server).Should().Equal(new Asked(3, 2), new Asked(4, 2));
    }

    [Fact]
    public async Task A_page_beyond_the_end_is_empty_and_the_last()
    {
        await using var server = await PagedService.HoldingAsync(3);
        using var client = Given.Client(server.BaseAddress);

        var pages = await client.ListAsync(new() { PageSize = 2, Page = 9 }, cancellationToken: Cancel).AsPages(Cancel).ToListAsync(Cancel);

        pages.Should().ContainSingle().Which.Items.Should().BeEmpty();
    }

    [Fact]
    public async Task Nothing_is_sent_before_the_first_page_is_asked_for_and_none_ahead_of_the_reader()
    {
        await using var server = await PagedService.HoldingAsync(10);
        using var client = Given.Client(server.BaseAddress);

        var all = client.ListAsync(new() { PageSize = 2 }, cancellationToken: Cancel);
        server.Requests.Should().BeEmpty();
        await foreach (var page in all.AsPages(Cancel))
        {
            server.Requests.Should().HaveCount(page.Number);
            if (page.Number == 2)
            {
                break;
            }
        }

        server.Requests.Should().HaveCount(2);
    }

    [Fact]
    public async Task Every_enumeration_begins_anew()
    {
        await using var server = await PagedService.HoldingAsync(3);
        using var client = Given.Client(server.BaseAddress);
        var all = client.ListAsync(new() { PageSize = 2 }, cancellationToken: Cancel);

        var first = await all.ToListAsync(Cancel);
        var second = await all.ToListAsync(Cancel);

        second.Should().Equal(first).And.HaveCount(3);
        server.Requests.Should().HaveCount(4);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_service_that_gives_smaller_pages_than_asked_for_is_read_whole(int firstPage)
    {
        await using var server = await PagedService.HoldingAsync(120, maxSize: 50);
        using var client = Given.Client(server.BaseAddress);

        var ids = await client.ListAsync(new() { Page = firstPage }, cancellationToken: Cancel).Select(one => one.Id).ToListAsync(Cancel);

        var skipped = 50 * (firstPage - 1);
        ids.Should().Equal(Enumerable.Range(1, 120).Skip(skipped).Select(PagedService.Id));
    }

    [Fact]
    public async Task A_size_that_the_service_only_claims_does_not_end_the_enumeration_early()
    {
        // The documentation's own example asks for 10 and is told 100.
        await using var server = await PagedService.StartAsync(asked =>
            PagedService.Answer(50, asked.Page, 100, Enumerable.Range(((asked.Page - 1) * 10) + 1, 10))
        );
        using var client = Given.Client(server.BaseAddress);

        var ids = await client
            .ListAsync(new() { PageSize = 10, Page = 3 }, cancellationToken: Cancel)
            .Select(one => one.Id)
            .ToListAsync(Cancel);

        ids.Should().Equal(Enumerable.Range(21, 30).Select(PagedService.Id));
    }

    [Fact]
    public async Task A_service_that_does_not_repeat_what_it_was_asked_is_read_all_the_same()
    {
        await using var server = await PagedService.StartAsync(asked =>
            PagedService.Answer(3, null, null, Enumerable.Range(((asked.Page - 1) * 2) + 1, asked.Page == 2 ? 1 : 2))
        );
        using var client = Given.Client(server.BaseAddress);

        (await client.ListAsync(new() { PageSize = 2 }, cancellationToken: Cancel).CountAsync(Cancel)).Should().Be(3);
    }

    [Fact]
    public async Task A_total_that_shrinks_on_the_way_ends_the_enumeration()
    {
        await using var server = await PagedService.StartAsync(asked =>
            asked.Page == 1 ? PagedService.Answer(9, 1, 2, [1, 2]) : PagedService.Answer(2, asked.Page, 2, [])
        );
        using var client = Given.Client(server.BaseAddress);

        (await client.ListAsync(new() { PageSize = 2 }, cancellationToken: Cancel).CountAsync(Cancel)).Should().Be(2);
    }

    [Fact]
    public async Task A_failing_page_is_tried_again_and_those_before_it_are_not()
    {
        await using var stub = await StubService.StartAsync(cancellationToken: Cancel);
        stub.Seed(4);
        using var client = Given.Client(stub.BaseAddress, options => options.ApiKey = stub.CreateApiKey());

        var names = new List<string>();
        await foreach (var page in client.ListAsync(new() { PageSize = 2 }, cancellationToken: Cancel).AsPages(Cancel))
        {
            names.AddRange(page.Items.Select(workspace => workspace.Name));
            if (page.Number == 1)
            {
                stub.Inject(StubFault.ResetBeforeApply);
            }
        }

        names.Should().Equal("Department 1", "Department 2", "Department 3", "Department 4");
        stub.Requests.Should().HaveCount(3);
    }

    [Theory]
    [InlineData(0, 10, "Page")]
    [InlineData(-1, 10, "Page")]
    [InlineData(1, 0, "PageSize")]
    [InlineData(1, 101, "PageSize")]
    [InlineData(1, -1, "PageSize")]
    public void An_option_out_of_its_range_is_refused_at_once(int page, int size, string named)
    {
        using var client = new PolyteiaWorkspacesClient(Given.Key);

        var list = () => client.ListAsync(new() { Page = page, PageSize = size }, cancellationToken: Cancel);

        list.Should().Throw<ArgumentOutOfRangeException>().WithMessage($"{named} must be from *");
    }

    [Fact]
    public async Task A_larger_page_can_be_asked_for_when_the_caller_knows_better()
    {
        await using var server = await PagedService.HoldingAsync(300);
        using var client = Given.Client(server.BaseAddress);

        var all = client.ListAsync(new() { PageSize = 250 }, new RequestOptions { SkipValidation = true }, Cancel);

        (await all.CountAsync(Cancel)).Should().Be(300);
        server.Requests.Should().HaveCount(2);
    }

    [Fact]
    public async Task Pages_made_by_hand_stand_in_for_the_services()
    {
        var pages = AsyncPageable<int>.FromPages([new([1, 2], 1, 3), new([3], 2, 3)]);

        (await pages.ToListAsync(Cancel)).Should().Equal(1, 2, 3);
        (await pages.AsPages(Cancel).ToListAsync(Cancel)).Select(page => page.Number).Should().Equal(1, 2);
        var making = () => AsyncPageable<int>.FromPages(null!);
        making.Should().Throw<ArgumentNullException>();
    }

    [Fact]
    public async Task Pages_made_by_hand_end_between_two_pages_when_they_are_cancelled()
    {
        using var cancellation = new CancellationTokenSource();
        var pages = AsyncPageable<int>.FromPages([new([1], 1, 2), new([2], 2, 2)]).AsPages(cancellation.Token);
        await using var enumerator = pages.GetAsyncEnumerator(Cancel);
        await enumerator.MoveNextAsync();
        await cancellation.CancelAsync();

        var goingOn = () => enumerator.MoveNextAsync().AsTask();

        (await goingOn.Should().ThrowAsync<OperationCanceledException>()).Which.CancellationToken.IsCancellationRequested.Should().BeTrue();
    }

    [Fact]
    public async Task The_last_page_of_all_can_be_asked_for()
    {
        await using var server = await PagedService.StartAsync(asked => PagedService.Answer(3, asked.Page, asked.Size, []));
        using var client = Given.Client(server.BaseAddress);

        List<Workspace> none = await client.ListAsync(new ListWorkspacesOptions { Page = int.MaxValue }, Cancel).ToListAsync(Cancel);

        none.Should().BeEmpty();
        server.Requests.Should().ContainSingle();
    }
}
