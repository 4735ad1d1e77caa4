using System.Text;

namespace Polyteia.Workspaces.Client;

/// <summary>How to page through the workspaces.</summary>
public sealed record ListWorkspacesOptions
{
    /// <summary>Which page to begin with, from 1; 1 unless set. To resume, the number after that of the last page you have.</summary>
    public int Page { get; init; } = 1;

    /// <summary>How many workspaces a page holds at most, 1 to 100; 100 unless set.</summary>
    public int PageSize { get; init; } = 100;

    private bool PrintMembers(StringBuilder builder) => RecordText.Print(builder, (nameof(Page), Page), (nameof(PageSize), PageSize));
}
