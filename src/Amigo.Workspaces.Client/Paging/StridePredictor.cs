namespace Amigo.Workspaces.Client.Paging;

/// <summary>Predicts the tokens of later pages from how far apart the tokens were so far.</summary>
internal sealed class StridePredictor(int pageSize)
{
    private long _stride;
    private bool _isTrusted;
    private int _pagesToPause;
    private int _nextPause = 2;

    /// <summary>Learns how far the last page led. One stride of the page's own size is enough to trust; any other has to be seen twice.</summary>
    public void Learn(long stride)
    {
        // Below zero only where the distance between two tokens is more than a number can hold.
        _isTrusted = stride > 0 && (stride == pageSize || stride == _stride);
        _stride = stride;
        _pagesToPause = Math.Max(0, _pagesToPause - 1);
    }

    /// <summary>After a wrong prediction paging goes on one page at a time, for longer each time.</summary>
    public void WasWrong()
    {
        _pagesToPause = _nextPause;
        _nextPause = Math.Min(_nextPause * 2, 1024);
    }

    /// <summary>The token after another one; <see langword="null" /> when nothing can be said, or the sequence ends before it.</summary>
    public long? After(long token, long? total)
    {
        if (!_isTrusted || _pagesToPause > 0 || token > long.MaxValue - _stride)
        {
            return null;
        }

        var next = token + _stride;
        return next >= total ? null : next;
    }
}
