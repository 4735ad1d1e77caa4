using System.Globalization;
using System.Net;
using System.Text.Json;
using Amigo.Workspaces.Client.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace Amigo.Workspaces.Client.Tests.Properties;

/// <summary>Whatever tokens a server hands out, paging ends, and it ends either complete or with an exception.</summary>
public class PagingProperties
{
    private static readonly Gen<PageStep> Steps =
        from items in Gen.Choose(0, 3)
        from hasMore in Gen.Frequency((8, Gen.Constant(true)), (1, Gen.Constant(false)))
        from kind in Gen.Frequency(
            (12, Gen.Constant(TokenKind.Stride)),
            (4, Gen.Constant(TokenKind.Forward)),
            (1, Gen.Elements(Enum.GetValues<TokenKind>()))
        )
        from distance in Gen.Choose(1, 250)
        select new PageStep(items, hasMore, kind, distance);

    private static readonly Gen<PagingCase> Cases =
        from start in Gen.Elements<long?>(null, null, 0L, 7L, -5L, long.MinValue, long.MaxValue - 300)
        from pageSize in Gen.Elements(1, 2, 100)
        from readAhead in Gen.Choose(0, 4)
        from total in Gen.Elements<long?>(null, 0L, 10L, 1_000L, -1L)
        from strayStatus in Gen.Elements(200, 200, 400, 429, 500)
        from count in Gen.Choose(1, 12)
        from steps in Steps.ArrayOf(count)
        select new PagingCase(start, pageSize, readAhead, total, strayStatus, steps);

    [Fact]
    public void Paging_ends_complete_or_with_an_exception() => Fuzz.ForAll(6, Cases, each => EndsAsync(each).GetAwaiter().GetResult());

    private static async Task EndsAsync(PagingCase each)
    {
        var asked = new List<long?>();
        var script = Script.Of(each);
        var handler = new AnsweringHandler(request =>
        {
            var token = TokenOf(request);
            lock (asked)
            {
                asked.Add(token);
            }

            return script.Pages.TryGetValue(token ?? Script.NoToken, out var page)
                ? AnsweringHandler.Text(200, page)
                : AnsweringHandler.Text(each.StrayStatus, Page(["stray"], true, (token ?? 0) + 1, null));
        });
        using var client = handler.CreateClient();
        var list = new ListWorkspacesOptions
        {
            PageSize = each.PageSize,
            ContinuationToken = each.Start,
            ReadAhead = each.ReadAhead,
        };

        var slugs = new List<string>();
        WorkspacesException? failure = null;
        try
        {
            await foreach (var workspace in client.ListAsync(list))
            {
                slugs.Add(workspace.Slug);
            }
        }
        catch (WorkspacesException exception)
        {
            failure = exception;
        }

        slugs.Should().Equal(script.Slugs, "nothing is lost, repeated or made up");
        (failure is not null).Should().Be(script.LeadsNowhere, "an end that is none is told");
        failure?.Should().BeOfType<WorkspacesResponseException>().Which.Operation.Should().Be("list-workspaces");
        if (each.ReadAhead == 0)
        {
            asked.Should().Equal(script.Tokens, "each page is asked for once");
        }
    }

    private static long? TokenOf(HttpRequestMessage request)
    {
        const string name = "continuation_token=";
        var query = request.RequestUri!.Query;
        var at = query.IndexOf(name, StringComparison.Ordinal);
        return at < 0 ? null : long.Parse(WebUtility.UrlDecode(query[(at + name.Length)..]), CultureInfo.InvariantCulture);
    }

    private static string Page(IEnumerable<string> slugs, bool hasMore, long? token, long? total)
    {
        var items = slugs.Select(slug => Given.WorkspaceJson.Replace("acme-clinic", slug, StringComparison.Ordinal));
        return $$"""
            {"items":[{{string.Join(',', items)}}],"has_more":{{(hasMore ? "true" : "false")}},
             "continuation_token":{{JsonSerializer.Serialize(token)}},"total":{{JsonSerializer.Serialize(total)}}}
            """;
    }

    private enum TokenKind
    {
        /// <summary>The page's size further, as a service with offsets does.</summary>
        Stride,
        Forward,
        Missing,
        Repeated,
        Backward,
        Zero,
        Largest,
        Smallest,
    }

    private sealed record PageStep(int Items, bool HasMore, TokenKind Kind, int Distance)
    {
        public long? Next(long? asked, int pageSize)
        {
            var here = asked ?? 0;
            return Kind switch
            {
                TokenKind.Stride => unchecked(here + pageSize),
                TokenKind.Forward => unchecked(here + Distance),
                TokenKind.Missing => null,
                TokenKind.Repeated => here,
                TokenKind.Backward => unchecked(here - Distance),
                TokenKind.Zero => 0,
                TokenKind.Largest => long.MaxValue,
                _ => long.MinValue,
            };
        }
    }

    private sealed record PagingCase(long? Start, int PageSize, int ReadAhead, long? Total, int StrayStatus, PageStep[] Steps)
    {
        public override string ToString() =>
            $"from {Start}, size {PageSize}, ahead {ReadAhead}, total {Total}, stray {StrayStatus}: {string.Join(" ", Steps.AsEnumerable())}";
    }

    /// <summary>What the server has for each token that it hands out, and what a faithful reader makes of it.</summary>
    private sealed class Script
    {
        /// <summary>No token at all is kept under one that is never handed out.</summary>
        public const long NoToken = long.MinValue + 1;

        public Dictionary<long, string> Pages { get; } = [];

        public List<long?> Tokens { get; } = [];

        public List<string> Slugs { get; } = [];

        public bool LeadsNowhere { get; private set; }

        public static Script Of(PagingCase each)
        {
            var script = new Script();
            var token = each.Start;
            for (var i = 0; i < each.Steps.Length && script.Add(each, i, token, out token); i++) { }
            return script;
        }

        /// <summary>Adds a page; false when the sequence ends with it.</summary>
        private bool Add(PagingCase each, int index, long? asked, out long? next)
        {
            var step = each.Steps[index];
            var hasMore = step.HasMore && index < each.Steps.Length - 1;
            var slugs = Enumerable.Range(0, step.Items).Select(item => $"p{index}-{item}").ToArray();
            next = step.Next(asked, each.PageSize);
            Tokens.Add(asked);
            Pages[asked ?? NoToken] = Page(slugs, hasMore, next, each.Total);

            LeadsNowhere = hasMore && (next is null || next <= (asked ?? 0));
            if (!LeadsNowhere)
            {
                Slugs.AddRange(slugs);
            }

            return hasMore && !LeadsNowhere;
        }
    }
}
