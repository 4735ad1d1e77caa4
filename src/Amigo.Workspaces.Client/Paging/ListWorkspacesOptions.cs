using System.Text;

namespace Amigo.Workspaces.Client;

/// <summary>How to page through the workspaces.</summary>
public sealed record ListWorkspacesOptions
{
    /// <summary>How many workspaces a page holds at most, 1 to 100; 100 unless set.</summary>
    public int PageSize { get; init; } = 100;

    /// <summary>Where to start: the <see cref="Page{T}.ContinuationToken" /> of an earlier page; the beginning when <see langword="null" />.</summary>
    public long? ContinuationToken { get; init; }

    /// <summary>
    /// At most how many pages are requested or held ahead of the reader, 0 to 32; 0 unless set, which requests a page only when the reader needs
    /// it. With 1 the next page is fetched while the reader works. With more, pages are requested in parallel at tokens predicted from earlier
    /// pages, two at first and twice as many with each page read. A wrong prediction costs a request and never changes the sequence.
    /// </summary>
    public int ReadAhead { get; init; }

    private bool PrintMembers(StringBuilder builder) =>
        RecordText.Print(
            builder,
            (nameof(PageSize), PageSize),
            (nameof(ContinuationToken), ContinuationToken),
            (nameof(ReadAhead), ReadAhead)
        );
}
