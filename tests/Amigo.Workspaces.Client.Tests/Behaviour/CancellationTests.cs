using System.Net;
using Amigo.Workspaces.Client.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace Amigo.Workspaces.Client.Tests.Behaviour;

/// <summary>A caller's cancellation ends a call wherever it is, with the caller's own token, and is never wrapped.</summary>
public sealed class CancellationTests : IDisposable
{
    private readonly CancellationTokenSource _cancel = new();

    public void Dispose() => _cancel.Dispose();

    [Theory]
    [MemberData(nameof(OperationCall.Ids), MemberType = typeof(OperationCall))]
    public async Task Before_anything_is_sent(string operation)
    {
        await using var server = await StubServer.StartAsync(200, "");
        using var client = Given.Client(server.BaseAddress);
        await _cancel.CancelAsync();

        await ShouldBeCancelled(() => OperationCall.Of(operation).Plain(client, null, _cancel.Token));
        await ShouldBeCancelled(() => OperationCall.Of(operation).Raw(client, null, _cancel.Token));

        server.Requests.Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(OperationCall.Ids), MemberType = typeof(OperationCall))]
    public async Task While_it_waits_for_the_headers(string operation)
    {
        await using var server = await StubServer.StartAsync(
            async (context, _) =>
            {
                await _cancel.CancelAsync();
                await StubServer.StallAsync(context);
            }
        );
        using var client = Given.Client(server.BaseAddress);

        await ShouldBeCancelled(() => OperationCall.Of(operation).Plain(client, null, _cancel.Token));

        server.Requests.Should().ContainSingle("a cancelled call is not tried again");
    }

    [Theory]
    [InlineData(200)]
    [InlineData(404)]
    [InlineData(503)]
    public async Task While_it_reads_the_body_of_an_answer_or_of_an_error(int status)
    {
        await using var server = await StubServer.StartAsync(
            async (context, _) =>
            {
                context.Response.StatusCode = status;
                context.Response.ContentLength = 100;
                await context.Response.WriteAsync("{", context.RequestAborted);
                await StubServer.StallAsync(context);
            }
        );
        using var http = new HttpClient(new ObservedHandler(_cancel.Cancel));
        using var client = new WorkspacesClient(http, Given.Options(server.BaseAddress));

        await ShouldBeCancelled(() => client.GetAsync(Given.WorkspaceId, null, _cancel.Token));

        server.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task While_it_waits_for_a_retry()
    {
        var clock = new ManualTimeProvider();
        await using var server = await StubServer.StartAsync(503, "", ("Retry-After", "7"));
        using var client = Given.Client(server.BaseAddress, options => options.TimeProvider = clock);

        var getting = client.GetAsync(Given.WorkspaceId, null, _cancel.Token);
        await clock.WhenTimerAsync(due => due == TimeSpan.FromSeconds(7));
        await _cancel.CancelAsync();

        await ShouldBeCancelled(() => getting);
        server.Requests.Should().ContainSingle();
        clock.Pending.Should().BeEmpty();
    }

    [Fact]
    public async Task While_the_last_attempt_fails()
    {
        var attempts = 0;
        using var http = new HttpClient(
            new AnswerObserver(
                HttpStatusCode.ServiceUnavailable,
                "",
                disposed: () =>
                {
                    if (++attempts == 2)
                    {
                        _cancel.Cancel();
                    }
                }
            )
        );
        using var client = new WorkspacesClient(http, Given.Options(new Uri("https://api.example"), options => options.MaxRetries = 1));

        await ShouldBeCancelled(() => client.GetAsync(Given.WorkspaceId, null, _cancel.Token));

        attempts.Should().Be(2);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task While_it_waits_for_the_key(bool providerListens)
    {
        await using var server = await StubServer.StartAsync(200, Given.WorkspaceJson);
        var never = new TaskCompletionSource<string>();
        using var client = Given.Client(
            server.BaseAddress,
            options =>
            {
                options.ApiKey = null;
                options.ApiKeyProvider = async token =>
                {
                    await _cancel.CancelAsync();
                    return await (providerListens ? never.Task.WaitAsync(token) : never.Task);
                };
            }
        );

        await ShouldBeCancelled(() => client.GetAsync(Given.WorkspaceId, null, _cancel.Token));

        server.Requests.Should().BeEmpty();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Between_pages(int readAhead)
    {
        await using var server = await StubServer.StartAsync((context, number) => RespondWithPageAsync(context, number, items: 1));
        using var client = Given.Client(server.BaseAddress);
        var pages = 0;

        await ShouldBeCancelled(async () =>
        {
            await foreach (var _ in client.ListAsync(new() { ReadAhead = readAhead }).AsPages(_cancel.Token))
            {
                pages++;
                await _cancel.CancelAsync();
            }
        });

        pages.Should().Be(1);
    }

    [Fact]
    public async Task Between_the_items_of_a_page()
    {
        await using var server = await StubServer.StartAsync((context, number) => RespondWithPageAsync(context, number, items: 2));
        using var client = Given.Client(server.BaseAddress);
        var items = 0;

        await ShouldBeCancelled(async () =>
        {
            await foreach (var _ in client.ListAsync().WithCancellation(_cancel.Token))
            {
                items++;
                await _cancel.CancelAsync();
            }
        });

        items.Should().Be(1);
        server.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task Between_pages_that_stand_in_for_the_service()
    {
        var pages = AsyncPageable<int>.FromPages([new([1, 2], 2, 3), new([3], null, 3)]);
        var items = 0;

        await ShouldBeCancelled(async () =>
        {
            await foreach (var _ in pages.WithCancellation(_cancel.Token))
            {
                items++;
                await _cancel.CancelAsync();
            }
        });

        items.Should().Be(1);
    }

    [Fact]
    public async Task While_somebody_decides_on_a_conversion()
    {
        await using var server = await StubServer.StartAsync(200, OperationCall.Of("check-environment-conversion").Answer);
        using var client = Given.Client(server.BaseAddress);

        await ShouldBeCancelled(() =>
            client.ConvertEnvironmentAsync(
                Given.WorkspaceId,
                ConversionTarget.Production,
                "acme-clinic",
                async (_, _) =>
                {
                    await _cancel.CancelAsync();
                    return true;
                },
                null,
                _cancel.Token
            )
        );

        server.Requests.Should().ContainSingle().Which.Method.Should().Be("GET");
    }

    private static Task RespondWithPageAsync(HttpContext context, int number, int items) =>
        StubServer.RespondAsync(
            context,
            200,
            $$"""
            {
              "items":[{{string.Join(',', Enumerable.Repeat(Given.WorkspaceJson, items))}}],
              "has_more":true,"continuation_token":{{number * 100}}
            }
            """
        );

    private async Task ShouldBeCancelled(Func<Task> call) =>
        (await call.Should().ThrowAsync<OperationCanceledException>()).Which.CancellationToken.Should().Be(_cancel.Token);
}
