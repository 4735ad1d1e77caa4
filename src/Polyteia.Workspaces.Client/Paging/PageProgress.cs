namespace Polyteia.Workspaces.Client.Paging;

/// <summary>
/// How far an enumeration has come. Its end is counted, because the service has no other sign of it; and what never comes to an end, or comes
/// to one that is none, is found.
/// </summary>
/// <param name="pageSize">How many workspaces each page is asked for.</param>
internal sealed class PageProgress(int pageSize)
{
    /// <summary>The first workspace of every page so far.</summary>
    private readonly HashSet<string> _beginnings = new(StringComparer.Ordinal);

    /// <summary>How many workspaces have come, those before the first page included; <see langword="null" /> before the first page.</summary>
    private long? _seen;

    public bool IsComplete { get; private set; }

    /// <summary>Takes one more page in. What is wrong with it, or <see langword="null" />.</summary>
    public string? Add(int number, WorkspaceList page)
    {
        if (page.Page is { } answered && answered != number)
        {
            return $"page {number} was requested and page {answered} was sent";
        }

        if (page.Total < 0)
        {
            return $"page {number} gives a negative total";
        }

        if (page.Items.Count > 0 && !_beginnings.Add(page.Items[0].Id))
        {
            return $"page {number} starts like an earlier one: the pages repeat";
        }

        _seen = (_seen ?? Before(number, page)) + page.Items.Count;
        IsComplete = _seen >= page.Total;
        if (IsComplete)
        {
            return null;
        }

        return page.Items.Count == 0 ? $"page {number} is empty although the total is {page.Total}"
            : number == int.MaxValue ? $"page {number} is the last possible page although the total is {page.Total}"
            : null;
    }

    /// <summary>
    /// How many workspaces the pages before the first one hold. A service that gives smaller pages than it was asked for says so; a larger size
    /// is not believed, so that a wrong one cannot end the enumeration early.
    /// </summary>
    private long Before(int number, WorkspaceList page) =>
        (number - 1L) * (page.Size is { } size && size < pageSize ? Math.Max(size, 0) : pageSize);
}
