namespace Amigo.Workspaces.Client;

/// <summary>How to page through the workspaces.</summary>
public sealed record ListWorkspacesOptions
{
    /// <summary>How many workspaces a page holds at most, 1 to 100; 100 unless set.</summary>
    public int PageSize { get; init; } = 100;

    /// <summary>Where to begin: the <see cref="Page{T}.ContinuationToken" /> of an earlier page; the beginning when <see langword="null" />.</summary>
    public long? ContinuationToken { get; init; }

    /// <summary>
    /// How many pages are requested or kept ahead of the reader, never more; 0 unless set, which asks for a page only when the reader needs it.
    /// With 1 the next page travels while the reader works. With more, pages are asked for at once at the tokens that the pages so far let
    /// expect; what was expected wrong is thrown away, so the sequence is the same as without, at the price of some requests in vain.
    /// </summary>
    public int ReadAhead { get; init; }
}
