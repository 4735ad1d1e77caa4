using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using Amigo.Workspaces.Client.Tests.Support;

namespace Amigo.Workspaces.Client.Tests.Paging;

/// <summary>
/// Stands in for the service in memory: a list whose pages begin at given tokens. A token that begins no page is answered as an offset would be,
/// with whatever page comes after it.
/// </summary>
internal sealed class PagedService : HttpMessageHandler
{
    private readonly long[] _tokens;
    private readonly bool _tellsTotal;
    private readonly ConcurrentQueue<long> _asked = new();
    private int _inFlight;
    private int _mostInFlight;

    /// <param name="tokens">Where the pages begin, in order; the first is 0.</param>
    /// <param name="tellsTotal">Whether the pages tell the last token as the total.</param>
    public PagedService(IEnumerable<long> tokens, bool tellsTotal = false)
    {
        _tokens = [.. tokens];
        _tellsTotal = tellsTotal;
    }

    /// <summary>The tokens that were asked for, in order.</summary>
    public IReadOnlyList<long> Asked => [.. _asked];

    public int InFlight => Volatile.Read(ref _inFlight);

    public int MostInFlight => Volatile.Read(ref _mostInFlight);

    /// <summary>What to answer instead of a page, for a token and the how manieth request for it, from 1.</summary>
    public Func<long, int, HttpStatusCode?> Fails { get; init; } = (_, _) => null;

    /// <summary>Runs before a request is answered.</summary>
    public Func<long, CancellationToken, Task> Before { get; init; } = (_, _) => Task.CompletedTask;

    public WorkspacesClient Client() =>
        new(new HttpClient(this, disposeHandler: false), Given.Options(new Uri("http://localhost"), options => options.MaxRetries = 1));

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var token = TokenOf(request);
        _asked.Enqueue(token);
        var inFlight = Interlocked.Increment(ref _inFlight);
        InterlockedMax(inFlight);
        try
        {
            await Task.Yield();
            await Before(token, cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
            if (Fails(token, _asked.Count(asked => asked == token)) is { } status)
            {
                return new HttpResponseMessage(status) { RequestMessage = request, Content = new StringContent("{}") };
            }

            return new HttpResponseMessage(HttpStatusCode.OK)
            {
                RequestMessage = request,
                Content = new StringContent(PageFrom(token), Encoding.UTF8, "application/json"),
            };
        }
        finally
        {
            Interlocked.Decrement(ref _inFlight);
        }
    }

    private static long TokenOf(HttpRequestMessage request)
    {
        const string name = "continuation_token=";
        var query = request.RequestUri!.Query;
        var at = query.IndexOf(name, StringComparison.Ordinal);
        return at < 0 ? 0 : long.Parse(query[(at + name.Length)..], CultureInfo.InvariantCulture);
    }

    private string PageFrom(long token)
    {
        var index = Array.FindIndex(_tokens, begin => begin >= token);
        var next = index >= 0 && index + 1 < _tokens.Length ? _tokens[index + 1] : (long?)null;
        var items = index < 0 ? "" : Given.WorkspaceJson.Replace("acme-clinic", $"page-{_tokens[index]}", StringComparison.Ordinal);
        var total = _tellsTotal ? (_tokens[^1] + 1).ToString(CultureInfo.InvariantCulture) : "null";
        return $$"""{"items":[{{items}}],"has_more":{{(next is null ? "false" : "true")}},"continuation_token":{{next?.ToString(
            CultureInfo.InvariantCulture
        ) ?? "null"}},"total":{{total}}}""";
    }

    private void InterlockedMax(int value)
    {
        int seen;
        while ((seen = Volatile.Read(ref _mostInFlight)) < value && Interlocked.CompareExchange(ref _mostInFlight, value, seen) != seen) { }
    }
}
