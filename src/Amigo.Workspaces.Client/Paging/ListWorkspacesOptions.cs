using System.Text;

namespace Amigo.Workspaces.Client;

/// <summary>How to page through the workspaces.</summary>
public sealed record ListWorkspacesOptions
{
    /// <summary>How many workspaces a page holds at most, 1 to 100; 100 unless set.</summary>
    public int PageSize { get; init; } = 100;

    /// <summary>Where to begin: the <see cref="Page{T}.ContinuationToken" /> of an earlier page; the beginning when <see langword="null" />.</summary>
    public long? ContinuationToken { get; init; }

    /// <summary>
    /// How many pages are requested or kept ahead of the reader at most, 0 to 32; 0 unless set, which asks for a page only when the reader needs
    /// it. With 1 the next page travels while the reader works. With more, pages are requested side by side at the tokens that earlier pages
    /// suggest, two at first and twice as many with each page read. A wrong guess costs a request, and never changes the sequence.
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
