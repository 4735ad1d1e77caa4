using System.Collections.Concurrent;
using System.Net;

namespace Amigo.Workspaces.Client.Tests.Paging;

public class ReadAheadTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string, long[]> Services =>
        new()
        {
            { "offsets of the page's size", [.. Enumerable.Range(0, 40).Select(page => page * 100L)] },
            { "offsets of a smaller page", [.. Enumerable.Range(0, 40).Select(page => page * 20L)] },
            { "random tokens", [.. RandomTokens(40)] },
            { "shrinking strides", [.. Shrinking(40)] },
            {
                "a stride that changes midway",
                [.. Enumerable.Range(0, 20).Select(page => page * 100L), .. Enumerable.Range(0, 20).Select(page => 2050 + (page * 7L))]
            },
            { "a stride that changes all the time", [.. Enumerable.Range(0, 40).Select(page => (page * 100L) + (page % 2))] },
            { "a single page", [0] },
        };

    [Theory]
    [MemberData(nameof(Services))]
    public async Task The_sequence_is_the_same_as_without_reading_ahead(string service, long[] tokens)
    {
        var expected = await SlugsAsync(new PagedService(tokens), readAhead: 0);
        expected.Should().HaveCount(tokens.Length, service);

        foreach (var readAhead in new[] { 1, 2, 3, 8, 32 })
        {
            foreach (var tellsTotal in new[] { false, true })
            {
                var ahead = new PagedService(tokens, tellsTotal);

                (await SlugsAsync(ahead, readAhead)).Should().Equal(expected, $"of {service} with a read-ahead of {readAhead}");

                ahead.MostInFlight.Should().BeLessThanOrEqualTo(readAhead);
                ahead.InFlight.Should().Be(0);
            }
        }
    }

    [Fact]
    public async Task The_sequence_is_the_same_for_any_tokens_and_passing_failures()
    {
        // Fixed, so that a failure can be repeated.
        var random = new Random(20261122);
        for (var run = 0; run < 400; run++)
        {
            var stride = random.Next(1, 200);
            var tokens = new List<long> { 0 };
            while (tokens.Count < random.Next(1, 60))
            {
                stride = random.Next(8) == 0 ? random.Next(1, 200) : stride;
                tokens.Add(tokens[^1] + stride);
            }

            var failing = random.Next(1, 6);
            var service = new PagedService(tokens, tellsTotal: run % 2 == 0)
            {
                Fails = (token, time) => time == 1 && token % failing == 1 ? HttpStatusCode.ServiceUnavailable : null,
            };
            var readAhead = random.Next(1, 10);

            var slugs = await SlugsAsync(service, readAhead);

            slugs.Should().Equal(tokens.Select(token => $"page-{token}"), $"of run {run} with a read-ahead of {readAhead}");
            service.MostInFlight.Should().BeLessThanOrEqualTo(readAhead);
        }
    }

    [Fact]
    public async Task Pages_at_equal_distances_are_asked_for_at_once()
    {
        // Each request waits for all that can be under way together: without reading ahead this would never end.
        const int readAhead = 8;
        var together = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        PagedService? service = null;
        service = new PagedService(Enumerable.Range(0, 20).Select(page => page * 100L))
        {
            Before = (token, cancellationToken) =>
            {
                if (service!.InFlight == readAhead)
                {
                    together.TrySetResult();
                }

                // Two pages ahead at first, then four, then eight.
                return token < 300 ? Task.CompletedTask : together.Task.WaitAsync(cancellationToken);
            },
        };

        (await SlugsAsync(service, readAhead)).Should().HaveCount(20);

        service.MostInFlight.Should().Be(readAhead);
    }

    [Fact]
    public async Task A_short_list_is_not_paid_for_by_a_burst()
    {
        var service = new PagedService([0, 100, 200]);
        using var client = service.Client();
        var asked = new List<int>();

        await foreach (var _ in client.ListAsync(new() { ReadAhead = 32 }).AsPages(Cancellation))
        {
            asked.Add(service.Asked.Count);
        }

        asked.Should().Equal(3, 6, 6);
        service.Asked.Should().StartWith([0L, 100, 200]);
    }

    [Fact]
    public async Task No_page_is_asked_for_in_vain_when_the_total_is_known()
    {
        var service = new PagedService(Enumerable.Range(0, 20).Select(page => page * 100L), tellsTotal: true);

        await SlugsAsync(service, readAhead: 8);

        service.Asked.Should().BeEquivalentTo(Enumerable.Range(0, 20).Select(page => page * 100L));
    }

    [Fact]
    public async Task The_next_page_is_requested_while_the_reader_works_on_this_one()
    {
        var service = new PagedService([0, 100, 200, 300]);
        using var client = service.Client();
        await using var pages = client.ListAsync(new() { ReadAhead = 1 }).AsPages(Cancellation).GetAsyncEnumerator(Cancellation);

        await pages.MoveNextAsync();

        // Nobody has asked for the second page yet.
        service.Asked.Should().Equal(0, 100);
    }

    [Fact]
    public async Task Pages_that_nobody_has_read_are_never_more_than_asked_for()
    {
        const int readAhead = 3;
        var service = new PagedService(Enumerable.Range(0, 30).Select(page => page * 100L));
        using var client = service.Client();
        var read = 0;

        await foreach (var _ in client.ListAsync(new() { ReadAhead = readAhead }).AsPages(Cancellation))
        {
            read++;
            service.Asked.Should().HaveCountLessThanOrEqualTo(read + readAhead);
        }

        read.Should().Be(30);
    }

    [Fact]
    public async Task An_error_appears_in_its_place_in_the_order()
    {
        var service = new PagedService(Enumerable.Range(0, 10).Select(page => page * 100L))
        {
            Fails = (token, _) => token == 500 ? HttpStatusCode.Forbidden : null,
        };
        using var client = service.Client();
        var slugs = new List<string>();

        var reading = async () =>
        {
            await foreach (var workspace in client.ListAsync(new() { ReadAhead = 4 }).WithCancellation(Cancellation))
            {
                slugs.Add(workspace.Slug);
            }
        };

        await reading.Should().ThrowAsync<WorkspacesForbiddenException>();
        slugs.Should().Equal("page-0", "page-100", "page-200", "page-300", "page-400");
        service.InFlight.Should().Be(0);
    }

    [Fact]
    public async Task A_page_that_was_only_expected_is_not_worth_a_retry()
    {
        var service = new PagedService(Enumerable.Range(0, 10).Select(page => page * 100L))
        {
            Fails = (token, _) => token == 300 ? HttpStatusCode.ServiceUnavailable : null,
        };

        var reading = () => SlugsAsync(service, readAhead: 3);

        await reading.Should().ThrowAsync<WorkspacesUnavailableException>();
        service.Asked.Count(token => token == 300).Should().Be(3, "it was expected once, and then asked for and tried again");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    public async Task A_page_whose_token_is_known_is_tried_again_as_without_reading_ahead(long failing)
    {
        var service = new PagedService([0, 100]) { Fails = (token, _) => token == failing ? HttpStatusCode.ServiceUnavailable : null };

        var reading = () => SlugsAsync(service, readAhead: 1);

        await reading.Should().ThrowAsync<WorkspacesUnavailableException>();
        service.Asked.Count(token => token == failing).Should().Be(2, "one retry is allowed");
    }

    [Fact]
    public async Task Pages_are_expected_all_the_way_and_not_only_at_the_beginning()
    {
        // From the middle on a request waits for another one beside it: asked for one by one, this would never end.
        var together = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        PagedService? service = null;
        service = new PagedService(Enumerable.Range(0, 20).Select(page => page * 100L))
        {
            Before = (token, cancellationToken) =>
            {
                if (token < 1000)
                {
                    return Task.CompletedTask;
                }

                if (service!.InFlight > 1)
                {
                    together.TrySetResult();
                }

                return together.Task.WaitAsync(cancellationToken);
            },
        };

        (await SlugsAsync(service, readAhead: 2)).Should().HaveCount(20);
    }

    [Fact]
    public async Task After_another_wrong_prediction_pages_come_one_by_one_for_longer()
    {
        // Two pages are shorter than asked for: the ones at 200 and at 450.
        var service = new PagedService([0, 100, 200, 250, 350, 450, 500, 600, 700, 800, 900]);
        using var client = service.Client();

        await foreach (var page in client.ListAsync(new() { ReadAhead = 2 }).AsPages(Cancellation))
        {
            if (page.ContinuationToken == 350)
            {
                service.Asked.Should().Contain(450, "one page as long as asked for is enough after the first time");
            }
            else if (page.ContinuationToken == 600)
            {
                service.Asked.Should().Contain(600).And.NotContain(700, "it is not after the second");
            }
            else if (page.ContinuationToken == 800)
            {
                service.Asked.Should().Contain(900, "the pause is over");
            }
        }
    }

    [Fact]
    public async Task Pages_that_are_asked_for_without_validation_are_expected_without_it_too()
    {
        var service = new PagedService(Enumerable.Range(0, 6).Select(page => page * 500L));
        using var client = service.Client();
        var pages = client.ListAsync(new() { PageSize = 500, ReadAhead = 3 }, new RequestOptions { SkipValidation = true });

        var read = 0;
        await foreach (var _ in pages.AsPages(Cancellation))
        {
            read++;
        }

        read.Should().Be(6);
        service.Asked.Should().OnlyHaveUniqueItems("none failed for its size").And.Contain(1000L);
    }

    [Fact]
    public async Task A_rate_limit_ends_the_speculation()
    {
        var inFlight = new ConcurrentDictionary<long, int>();
        PagedService? service = null;
        service = new PagedService(Enumerable.Range(0, 20).Select(page => page * 100L))
        {
            Fails = (token, time) => token == 300 && time == 1 ? HttpStatusCode.TooManyRequests : null,
            Before = (token, _) =>
            {
                inFlight[token] = service!.InFlight;
                return Task.CompletedTask;
            },
        };

        (await SlugsAsync(service, readAhead: 4)).Should().HaveCount(20);

        service.MostInFlight.Should().BeGreaterThan(1, "it speculated before the refusal");
        inFlight.Where(asked => asked.Key >= 800).Should().HaveCount(12).And.OnlyContain(asked => asked.Value == 1);
    }

    [Fact]
    public async Task Leaving_early_leaves_no_request_running()
    {
        var service = new PagedService(Enumerable.Range(0, 20).Select(page => page * 100L))
        {
            Before = (token, cancellationToken) => token < 300 ? Task.CompletedTask : Task.Delay(Timeout.Infinite, cancellationToken),
        };
        using var client = service.Client();

        await foreach (var workspace in client.ListAsync(new() { ReadAhead = 5 }).WithCancellation(Cancellation))
        {
            if (workspace.Slug == "page-200")
            {
                break;
            }
        }

        service.Asked.Should().Contain(300);
        service.InFlight.Should().Be(0);
    }

    [Fact]
    public async Task Cancelling_leaves_no_request_running_and_names_the_callers_token()
    {
        using var cancel = new CancellationTokenSource();
        var waiting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var service = new PagedService(Enumerable.Range(0, 20).Select(page => page * 100L))
        {
            Before = (token, cancellationToken) =>
            {
                if (token < 300)
                {
                    return Task.CompletedTask;
                }

                waiting.TrySetResult();
                return Task.Delay(Timeout.Infinite, cancellationToken);
            },
        };
        using var client = service.Client();
        var reading = async () =>
        {
            await foreach (var _ in client.ListAsync(new() { ReadAhead = 5 }).WithCancellation(cancel.Token)) { }
        };

        var cancelled = reading.Should().ThrowAsync<OperationCanceledException>();
        await waiting.Task.WaitAsync(Cancellation);
        await cancel.CancelAsync();

        (await cancelled).Which.CancellationToken.Should().Be(cancel.Token);
        service.InFlight.Should().Be(0);
    }

    private static async Task<List<string>> SlugsAsync(PagedService service, int readAhead)
    {
        using var client = service.Client();
        var slugs = new List<string>();
        await foreach (var workspace in client.ListAsync(new() { ReadAhead = readAhead }).WithCancellation(Cancellation))
        {
            slugs.Add(workspace.Slug);
        }

        return slugs;
    }

    private static IEnumerable<long> RandomTokens(int count)
    {
        var random = new Random(7);
        var token = 0L;
        for (var page = 0; page < count; page++)
        {
            yield return token;
            token += random.Next(1, 1_000_000);
        }
    }

    private static IEnumerable<long> Shrinking(int count)
    {
        var token = 0L;
        for (var page = 0; page < count; page++)
        {
            yield return token;
            token += Math.Max(1, 100 - (3 * page));
        }
    }
}
