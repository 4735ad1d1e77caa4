namespace Amigo.Workspaces.Client.Paging;

/// <summary>Where one enumeration goes next. What would make it endless, or lose what is left, is an error.</summary>
internal sealed class PageProgress
{
    private const int MaxEmptyPages = 10;

    private int _emptyPages;

    /// <summary>The token of the page after this one; <see langword="null" /> at the end.</summary>
    /// <exception cref="WorkspacesResponseException">The answer leads nowhere.</exception>
    public long? After(ApiResponse<WorkspacePage> response, long? asked)
    {
        var page = response.Value;
        if (!page.HasMore)
        {
            return null;
        }

        if (page.ContinuationToken is not { } next)
        {
            throw LeadsNowhere(response, "continuation_token is missing");
        }

        if (next <= (asked ?? 0))
        {
            throw LeadsNowhere(response, "continuation_token does not move forward");
        }

        _emptyPages = page.Items.Count == 0 ? _emptyPages + 1 : 0;
        return _emptyPages <= MaxEmptyPages ? next : throw LeadsNowhere(response, $"more than {MaxEmptyPages} pages in a row are empty");
    }

    private static WorkspacesResponseException LeadsNowhere(ApiResponse<WorkspacePage> response, string problem) =>
        new($"{Operations.ListWorkspaces} says that there is more (has_more), but {problem}.")
        {
            Operation = Operations.ListWorkspaces.Id,
            Attempts = response.Attempts,
            RequestId = response.RequestId,
        };
}
