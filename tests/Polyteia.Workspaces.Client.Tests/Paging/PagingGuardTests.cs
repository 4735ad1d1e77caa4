namespace Polyteia.Workspaces.Client.Tests.Paging;

/// <summary>A list that leads nowhere ends with an exception: never an endless loop, never a silent end.</summary>
public class PagingGuardTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_total_that_never_comes_true_ends_at_the_first_empty_page()
    {
        await using var server = await PagedService.StartAsync(asked =>
            PagedService.Answer(1000, asked.Page, asked.Size, asked.Page == 1 ? [1, 2] : [])
        );

        var (read, failure) = await ReadAsync(server, size: 2);

        read.Should().Equal("ws_1", "ws_2");
        failure!.Message.Should().Be("list_workspaces: page 2 is empty although the total is 1000.");
        server.Requests.Should().HaveCount(2);
    }

    [Fact]
    public async Task An_empty_first_page_is_an_end_only_when_the_total_agrees()
    {
        await using var server = await PagedService.StartAsync(asked => PagedService.Answer(1, asked.Page, asked.Size, []));

        var (read, failure) = await ReadAsync(server, size: 2);

        read.Should().BeEmpty();
        failure!.Message.Should().Contain("page 1 is empty");
    }

    [Fact]
    public async Task A_total_that_grows_with_every_page_does_not_make_the_same_page_endless()
    {
        await using var server = await PagedService.StartAsync(asked =>
            PagedService.Answer((asked.Page * 2) + 1, asked.Page, asked.Size, [1, 2])
        );

        var (read, failure) = await ReadAsync(server, size: 2);

        read.Should().Equal("ws_1", "ws_2");
        failure!.Message.Should().Contain("page 2 starts like an earlier one");
    }

    [Fact]
    public async Task A_service_that_ignores_the_page_is_found_by_the_page_that_it_names()
    {
        await using var server = await PagedService.StartAsync(asked => PagedService.Answer(4, 1, asked.Size, [1, 2]));

        var (read, failure) = await ReadAsync(server, size: 2);

        read.Should().Equal("ws_1", "ws_2");
        failure!.Message.Should().Contain("page 2 was requested and page 1 was sent");
    }

    [Fact]
    public async Task A_service_that_ignores_the_page_and_names_none_is_found_by_its_workspaces_even_where_they_would_add_up()
    {
        await using var server = await PagedService.StartAsync(asked => PagedService.Answer(4, null, null, [1, 2]));

        var (read, failure) = await ReadAsync(server, size: 2);

        read.Should().Equal("ws_1", "ws_2");
        failure!.Message.Should().Contain("the pages repeat");
    }

    [Fact]
    public async Task Pages_that_go_round_in_a_circle_are_found()
    {
        int[][] circle =
        [
            [1, 2],
            [3, 4],
            [5, 6],
        ];
        await using var server = await PagedService.StartAsync(asked =>
            PagedService.Answer(1000, asked.Page, asked.Size, circle[(asked.Page - 1) % 3])
        );

        var (read, failure) = await ReadAsync(server, size: 2);

        read.Should().HaveCount(6).And.OnlyHaveUniqueItems();
        failure!.Message.Should().Contain("page 4 starts like an earlier one");
    }

    [Fact]
    public async Task The_failure_tells_the_query_the_attempts_and_the_request()
    {
        await using var server = await StubServer.StartAsync(
            (context, number) =>
                number == 1
                    ? StubServer.RespondAsync(context, 503, "")
                    : StubServer.RespondAsync(context, 200, PagedService.Answer(5, 1, 2, []), ("x-request-id", "req-7"))
        );

        var (_, failure) = await ReadAsync(server, size: 2);

        failure
            .Should()
            .BeEquivalentTo(
                new
                {
                    Operation = "list_workspaces",
                    Attempts = 2,
                    RequestId = "req-7",
                    MayHaveBeenApplied = false,
                }
            );
    }

    [Theory]
    [InlineData("""{"data":{"page":1,"size":2,"items":[]}}""", "$.data.total is missing")]
    [InlineData("""{"data":{"total":0,"page":1,"size":2}}""", "$.data.items is missing")]
    [InlineData("""{"data":{"total":0,"items":null}}""", "$.data.items is null")]
    [InlineData("""{"data":{"total":null,"items":[]}}""", "$.data.total cannot be read")]
    [InlineData("""{"data":{"total":"1","items":[]}}""", "$.data.total cannot be read")]
    [InlineData("""{"data":{"total":1,"items":[null]}}""", "$.data.items[0] is null")]
    [InlineData("""{"data":{"total":1,"items":[{"id":"ws_1"}]}}""", "$.data.items[0].organization_id is missing")]
    [InlineData("""{"data":null}""", "$.data is null")]
    [InlineData("""{"data":[]}""", "$.data cannot be read")]
    public async Task A_list_that_is_not_what_is_documented_is_refused_with_the_path(string answer, string words)
    {
        await using var server = await StubServer.StartAsync(200, answer);

        var (_, failure) = await ReadAsync(server, size: 2);

        failure!.Message.Should().Contain(words);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Cancelling_stops_between_two_workspaces_and_carries_the_callers_token(bool byList)
    {
        await using var server = await PagedService.HoldingAsync(10);
        using var client = Given.Client(server.BaseAddress);
        using var cancellation = new CancellationTokenSource();
        var (listToken, token) = byList ? (cancellation.Token, Cancel) : (Cancel, cancellation.Token);
        var read = 0;
        var enumerate = async () =>
        {
            await foreach (var _ in client.ListAsync(new() { PageSize = 5 }, cancellationToken: listToken).WithCancellation(token))
            {
                if (++read == 3)
                {
                    await cancellation.CancelAsync();
                }
            }
        };

        (await enumerate.Should().ThrowAsync<OperationCanceledException>()).Which.CancellationToken.Should().Be(cancellation.Token);
        read.Should().Be(3);
        server.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task Cancelling_a_page_under_way_carries_the_callers_token()
    {
        using var cancellation = new CancellationTokenSource();
        await using var server = await StubServer.StartAsync(
            async (context, _) =>
            {
                await cancellation.CancelAsync();
                await StubServer.StallAsync(context);
            }
        );
        using var client = Given.Client(server.BaseAddress);

        var byList = async () => await client.ListAsync(cancellationToken: cancellation.Token).ToListAsync(Cancel);
        var byEnumeration = async () => await client.ListAsync(cancellationToken: Cancel).ToListAsync(cancellation.Token);

        (await byList.Should().ThrowAsync<OperationCanceledException>()).Which.CancellationToken.Should().Be(cancellation.Token);
        (await byEnumeration.Should().ThrowAsync<OperationCanceledException>()).Which.CancellationToken.Should().Be(cancellation.Token);
    }

    [Fact]
    public async Task A_cancellation_of_the_key_providers_own_reaches_who_lists()
    {
        var own = new OperationCanceledException("The vault gave up.");
        using var client = Given.Client(
            new Uri("http://127.0.0.1:9"),
            options => (options.ApiKey, options.ApiKeyProvider) = (null, _ => throw own)
        );

        var read = async () => await client.ListAsync(cancellationToken: Cancel).ToListAsync(Cancel);

        (await read.Should().ThrowAsync<OperationCanceledException>()).Which.Should().BeSameAs(own);
    }

    private static async Task<(List<string> Read, PolyteiaResponseException? Failure)> ReadAsync(StubServer server, int size)
    {
        using var client = Given.Client(server.BaseAddress);
        var read = new List<string>();
        try
        {
            await foreach (var page in client.ListAsync(new() { PageSize = size }, cancellationToken: Cancel).AsPages(Cancel))
            {
                page.Number.Should().BeLessThan(10, "it should have ended");
                read.AddRange(page.Items.Select(workspace => workspace.Id));
            }

            return (read, null);
        }
        catch (PolyteiaResponseException failure)
        {
            return (read, failure);
        }
    }
}
