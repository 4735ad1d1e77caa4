namespace Amigo.Workspaces.Client.Paging;

/// <summary>
/// The pages that are requested or kept ahead of the reader. The token is an offset by contract, so later pages can be asked for at predicted
/// tokens; a page is believed only when the page before it returned exactly its token.
/// </summary>
internal sealed class ReadAheadWindow : IAsyncDisposable
{
    /// <summary>The window starts at this size and doubles with each page read, so that a short list causes no burst.</summary>
    private const int PagesAtFirst = 2;

    private readonly IWorkspacesApi _api;
    private readonly ListWorkspacesOptions _list;
    private readonly RequestOptions? _options;
    private readonly RequestOptions _optionsWhenPredicted;
    private readonly CancellationToken _cancellationToken;
    private readonly Queue<PageRequest> _requests = new();
    private readonly StridePredictor _predictor;

    private int _room = PagesAtFirst;
    private CancellationTokenSource _stop;
    private volatile bool _isRateLimited;

    public ReadAheadWindow(IWorkspacesApi api, ListWorkspacesOptions list, RequestOptions? options, CancellationToken cancellationToken)
    {
        _api = api;
        _list = list;
        _options = options;
        // A prediction that fails is thrown away, so it is not worth a retry.
        _optionsWhenPredicted = RequestOptions.WithoutRetries(options);
        _cancellationToken = cancellationToken;
        _predictor = new StridePredictor(list.PageSize);
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
    }

    /// <summary>The page at a token that is known to be right.</summary>
    public async ValueTask<ApiResponse<WorkspacePage>> TakeAsync(long? token)
    {
        if (!_requests.TryDequeue(out var request))
        {
            request = Request(token, isPredicted: false);
        }

        try
        {
            return await request.Response.ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The caller knows its own token, and not ours.
            _cancellationToken.ThrowIfCancellationRequested();
            throw;
        }
        catch (WorkspacesException) when (request.IsPredicted)
        {
            // Asked for again as what it now is: the page that the reader waits for.
            await ThrowAwayAsync().ConfigureAwait(false);
            return await _api.ListWorkspacesAsync(_list.PageSize, token, _options, _cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Learns where the next page begins, drops what was predicted wrong, and asks for what there is room for.</summary>
    /// <param name="asked">The token of the page that was just taken.</param>
    /// <param name="next">The token that it returned; <see langword="null" /> at the end.</param>
    /// <param name="total">How many items there are in all, if the service says so.</param>
    public async ValueTask MoveAsync(long? asked, long? next, long? total)
    {
        if (_requests.TryPeek(out var predicted) && predicted.Token != next)
        {
            await ThrowAwayAsync().ConfigureAwait(false);
            _predictor.WasWrong();
            _room = PagesAtFirst;
        }

        if (next is not { } token)
        {
            return;
        }

        _predictor.Learn(token - (asked ?? 0));
        if (_requests.Count == 0)
        {
            _requests.Enqueue(Request(token, isPredicted: false));
        }

        var room = Math.Min(_room, _list.ReadAhead);
        while (_requests.Count < room && !_isRateLimited && _predictor.After(_requests.Last().Token!.Value, total) is { } later)
        {
            _requests.Enqueue(Request(later, isPredicted: true));
        }

        _room = room * 2;
    }

    public async ValueTask DisposeAsync()
    {
        await ThrowAwayAsync().ConfigureAwait(false);
        _stop.Dispose();
    }

    private PageRequest Request(long? token, bool isPredicted) => new(token, isPredicted, SendAsync(token, isPredicted, _stop.Token));

    private async Task<ApiResponse<WorkspacePage>> SendAsync(long? token, bool isPredicted, CancellationToken cancellationToken)
    {
        try
        {
            var options = isPredicted ? _optionsWhenPredicted : _options;
            return await _api.ListWorkspacesAsync(_list.PageSize, token, options, cancellationToken).ConfigureAwait(false);
        }
        catch (WorkspacesRateLimitException)
        {
            _isRateLimited = true;
            throw;
        }
    }

    /// <summary>Ends every request under way, and waits until it has ended.</summary>
    private async ValueTask ThrowAwayAsync()
    {
        if (_requests.Count == 0)
        {
            return;
        }

        await _stop.CancelAsync().ConfigureAwait(false);
        foreach (var request in _requests)
        {
            await ((Task)request.Response).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        _requests.Clear();
        _stop.Dispose();
        _stop = CancellationTokenSource.CreateLinkedTokenSource(_cancellationToken);
    }

    private sealed record PageRequest(long? Token, bool IsPredicted, Task<ApiResponse<WorkspacePage>> Response);
}
