using System.Globalization;
using Amigo.Workspaces.Client.Tests.Support;
using Amigo.Workspaces.Emulator;

namespace Amigo.Workspaces.Client.Tests.Behaviour;

public sealed class PagingTests : IAsyncLifetime
{
    private WorkspacesEmulator _emulator = null!;
    private WorkspacesClient _client = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private IEnumerable<string> Queries => _emulator.Requests.Select(request => request.Query);

    public async ValueTask InitializeAsync()
    {
        _emulator = await WorkspacesEmulator.StartAsync(cancellationToken: Cancellation);
        _client = Given.Client(_emulator.BaseAddress, options => options.ApiKey = _emulator.CreateApiKey(WorkspaceRole.Viewer));
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _emulator.DisposeAsync();
    }

    [Theory]
    [InlineData(0, 10)]
    [InlineData(1, 10)]
    [InlineData(10, 10)]
    [InlineData(11, 10)]
    [InlineData(37, 5)]
    public async Task All_workspaces_come_once_and_in_order(int count, int pageSize)
    {
        var seeded = _emulator.Seed(count);

        foreach (var readAhead in new[] { 0, 1, 3 })
        {
            var items = await ItemsAsync(_client.ListAsync(new() { PageSize = pageSize, ReadAhead = readAhead }));

            items.Select(item => item.Id).Should().Equal(seeded.Select(one => one.Id), "with a read-ahead of {0}", readAhead);
        }
    }

    [Fact]
    public async Task Nothing_is_sent_until_it_is_enumerated_and_each_page_only_when_it_is_needed()
    {
        _emulator.Seed(5);
        var list = _client.ListAsync(new() { PageSize = 2 });
        _emulator.Requests.Should().BeEmpty();

        await using var items = list.GetAsyncEnumerator(Cancellation);
        int[] requestsByItem = [1, 1, 2, 2, 3];
        foreach (var requests in requestsByItem)
        {
            (await items.MoveNextAsync()).Should().BeTrue();
            _emulator.Requests.Should().HaveCount(requests);
        }

        (await items.MoveNextAsync()).Should().BeFalse();
        _emulator.Requests.Should().HaveCount(3);
    }

    [Fact]
    public async Task Each_enumeration_begins_anew_from_its_options()
    {
        _emulator.Seed(4);
        var list = _client.ListAsync(new() { PageSize = 2, ContinuationToken = 1 });

        var first = await ItemsAsync(list);
        var second = await ItemsAsync(list);

        second.Should().Equal(first).And.HaveCount(3);
        string[] once = ["limit=2&continuation_token=1", "limit=2&continuation_token=3"];
        Queries.Should().Equal([.. once, .. once]);
    }

    [Fact]
    public async Task Paging_resumes_from_the_token_of_any_page()
    {
        _emulator.Seed(7);
        var pages = await PagesAsync(_client.ListAsync(new() { PageSize = 3 }));

        pages.Select(page => page.ContinuationToken).Should().Equal(3, 6, null);
        pages.Should().OnlyContain(page => page.Total == 7);

        var rest = await ItemsAsync(_client.ListAsync(new() { PageSize = 2, ContinuationToken = pages[0].ContinuationToken }));
        rest.Should().Equal(pages[1].Items.Concat(pages[2].Items));
    }

    [Fact]
    public async Task The_options_of_the_call_hold_for_every_page()
    {
        _emulator.Seed(3);
        var options = new RequestOptions { Headers = new Dictionary<string, string> { ["X-Trace"] = "t-1" } };

        await ItemsAsync(_client.ListAsync(new() { PageSize = 1 }, options));

        _emulator.Requests.Should().HaveCount(3).And.OnlyContain(request => request.Headers["X-Trace"] == "t-1");
    }

    [Fact]
    public async Task The_options_of_the_call_hold_for_pages_that_are_asked_for_ahead_too()
    {
        _emulator.Seed(40);
        using var client = Given.Client(_emulator.BaseAddress, given => given.ApiKey = "nobodys-key");
        var options = new RequestOptions
        {
            ApiKey = _emulator.CreateApiKey(WorkspaceRole.Viewer),
            Headers = new Dictionary<string, string> { ["X-Trace"] = "t-1" },
        };

        var items = await ItemsAsync(client.ListAsync(new() { PageSize = 2, ReadAhead = 4 }, options));

        items.Should().HaveCount(40);
        _emulator.Requests.Should().HaveCount(20, "none was refused").And.OnlyContain(request => request.Headers["X-Trace"] == "t-1");
    }

    [Fact]
    public void Bad_options_are_refused_at_once()
    {
        var listings = new (string Name, Action List)[]
        {
            ("PageSize", () => _client.ListAsync(new() { PageSize = 0 })),
            ("PageSize", () => _client.ListAsync(new() { PageSize = 101 })),
            ("ReadAhead", () => _client.ListAsync(new() { ReadAhead = -1 })),
            ("ReadAhead", () => _client.ListAsync(new() { ReadAhead = 33 })),
            ("options", () => _client.ListAsync(options: new() { MaxRetries = -1 })),
            ("options", () => _client.ListAsync(options: new() { Timeout = TimeSpan.Zero })),
        };

        foreach (var (name, list) in listings)
        {
            list.Should().Throw<ArgumentException>().WithParameterName(name);
        }
    }

    [Theory]
    [InlineData("null", 0, "missing")]
    [InlineData("0", 0, "does not move forward")]
    [InlineData("-5", 0, "does not move forward")]
    [InlineData("40", 40, "does not move forward")]
    [InlineData("39", 40, "does not move forward")]
    public async Task A_token_that_leads_nowhere_is_an_error_and_neither_a_loop_nor_a_silent_end(string token, int from, string problem)
    {
        await using var server = await StubServer.StartAsync(
            200,
            $$"""{"items":[{{Given.WorkspaceJson}}],"has_more":true,"continuation_token":{{token}}}""",
            ("x-request-id", "req-7")
        );
        using var client = Given.Client(server.BaseAddress);

        foreach (var readAhead in new[] { 0, 2 })
        {
            var listing = () => ItemsAsync(client.ListAsync(new() { ContinuationToken = from, ReadAhead = readAhead }));

            var exception = (await listing.Should().ThrowAsync<WorkspacesResponseException>()).Which;
            exception.Message.Should().Contain("has_more").And.Contain(problem);
            exception.Operation.Should().Be("list-workspaces");
            exception.RequestId.Should().Be("req-7");
            exception.Attempts.Should().Be(1);
            exception.MayHaveBeenApplied.Should().BeFalse();
        }
    }

    [Fact]
    public async Task A_token_without_more_ends_the_sequence()
    {
        await using var server = await StubServer.StartAsync(200, """{"items":[],"has_more":false,"continuation_token":7}""");
        using var client = Given.Client(server.BaseAddress);

        var pages = await PagesAsync(client.ListAsync());

        pages.Should().ContainSingle().Which.Should().BeEquivalentTo(new Page<Workspace>([], null, null));
    }

    [Fact]
    public async Task An_empty_page_in_the_middle_does_not_end_the_sequence()
    {
        await using var server = await StubServer.StartAsync(
            (200, """{"items":[],"has_more":true,"continuation_token":5}"""),
            (200, $$"""{"items":[{{Given.WorkspaceJson}}],"has_more":false}""")
        );
        using var client = Given.Client(server.BaseAddress);

        (await ItemsAsync(client.ListAsync())).Should().ContainSingle();
    }

    [Fact]
    public async Task A_page_that_fails_comes_after_the_items_before_it()
    {
        _emulator.Seed(4);
        var slugs = new List<string>();
        var listing = async () =>
        {
            await foreach (var page in _client.ListAsync(new() { PageSize = 2 }).AsPages(Cancellation))
            {
                slugs.AddRange(page.Items.Select(item => item.Slug));
                _emulator.Inject(Fault.Status(403));
            }
        };

        await listing.Should().ThrowAsync<WorkspacesForbiddenException>();

        slugs.Should().HaveCount(2);
    }

    [Fact]
    public async Task Pages_that_are_there_already_can_stand_in_for_the_service()
    {
        Page<int>[] given = [new([1, 2], 2, 3), new([], 2, 3), new([3], null, 3)];
        var pages = AsyncPageable<int>.FromPages(given);

        foreach (var _ in Enumerable.Range(0, 2))
        {
            (await PagesAsync(pages)).Should().Equal(given);
            (await ItemsAsync(pages)).Should().Equal(1, 2, 3);
        }

        var making = () => AsyncPageable<int>.FromPages(null!);
        making.Should().Throw<ArgumentNullException>();
    }

    [Fact]
    public async Task Pages_that_are_there_already_stop_at_a_cancellation_as_the_services_do()
    {
        using var cancel = new CancellationTokenSource();
        var pages = AsyncPageable<int>.FromPages([new([1], 1, 2), new([2], null, 2)]);
        var read = new List<Page<int>>();
        var reading = async () =>
        {
            await foreach (var page in pages.AsPages(cancel.Token))
            {
                read.Add(page);
                await cancel.CancelAsync();
            }
        };

        await reading.Should().ThrowAsync<OperationCanceledException>();

        read.Should().ContainSingle();
    }

    [Fact]
    public async Task Reading_ahead_asks_for_no_more_than_was_allowed()
    {
        const int readAhead = 3;
        _emulator.Seed(40);
        var read = 0;

        await foreach (var _ in _client.ListAsync(new() { PageSize = 2, ReadAhead = readAhead }).AsPages(Cancellation))
        {
            read++;
            _emulator.Requests.Should().HaveCountLessThanOrEqualTo(read + readAhead);
        }

        read.Should().Be(20);
        _emulator.Requests.Should().HaveCount(20, "the total is known, so nothing is asked for in vain");
    }

    private static async Task<List<T>> ItemsAsync<T>(AsyncPageable<T> list)
    {
        var items = new List<T>();
        await foreach (var item in list.WithCancellation(Cancellation))
        {
            items.Add(item);
        }

        return items;
    }

    private static async Task<List<Page<T>>> PagesAsync<T>(AsyncPageable<T> list)
    {
        var pages = new List<Page<T>>();
        await foreach (var page in list.AsPages(Cancellation))
        {
            pages.Add(page);
        }

        return pages;
    }

    /// <summary>System.Linq has an extension of that name here; the member wins.</summary>
    [Fact]
    public async Task A_list_is_read_to_its_end()
    {
        _emulator.Seed(5);
        using var cancel = new CancellationTokenSource();

        List<Workspace> all = await _client.ListAsync(new() { PageSize = 2 }).ToListAsync(Cancellation);
        await cancel.CancelAsync();
        var cancelled = async () => await _client.ListAsync().ToListAsync(cancel.Token);

        all.Should().Equal(await ItemsAsync(_client.ListAsync()));
        all.Should().HaveCountGreaterThan(2);
        (await cancelled.Should().ThrowAsync<OperationCanceledException>()).Which.CancellationToken.Should().Be(cancel.Token);
        typeof(AsyncPageable<Workspace>).GetMethod("ToListAsync").Should().NotBeNull();
    }

    [Theory]
    [InlineData(10, true)]
    [InlineData(11, false)]
    public async Task Ten_empty_pages_in_a_row_may_be_and_an_eleventh_is_an_error(int empty, bool isRead)
    {
        foreach (var readAhead in new[] { 0, 1, 4 })
        {
            // One page with an item, so many without, and one more with an item, twice.
            await using var server = await StubServer.StartAsync(
                async (context, _) =>
                {
                    var token = context.Request.Query["continuation_token"].FirstOrDefault() is { } text
                        ? int.Parse(text, CultureInfo.InvariantCulture)
                        : 0;
                    var items = token % (empty + 1) == 0 ? Given.WorkspaceJson : "";
                    var hasMore = token < 2 * (empty + 1) ? "true" : "false";
                    await StubServer.RespondAsync(
                        context,
                        200,
                        $$"""{"items":[{{items}}],"has_more":{{hasMore}},"continuation_token":{{token + 1}}}"""
                    );
                }
            );
            using var client = Given.Client(server.BaseAddress);

            var listing = () => ItemsAsync(client.ListAsync(new() { ReadAhead = readAhead }));

            if (isRead)
            {
                (await listing()).Should().HaveCount(3);
            }
            else
            {
                (await listing.Should().ThrowAsync<WorkspacesResponseException>()).Which.Message.Should().Contain("10 pages in a row");
                server.Requests.Should().HaveCountLessThan(20);
            }
        }
    }
}
