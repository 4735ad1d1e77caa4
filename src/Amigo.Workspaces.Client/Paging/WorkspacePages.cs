using System.Runtime.CompilerServices;

namespace Amigo.Workspaces.Client.Paging;

/// <summary>The workspaces of the service, a request for each page.</summary>
internal sealed class WorkspacePages(IWorkspacesApi api, ListWorkspacesOptions list, RequestOptions? options) : AsyncPageable<Workspace>
{
    public override IAsyncEnumerable<Page<Workspace>> AsPages(CancellationToken cancellationToken = default) =>
        list.ReadAhead == 0 ? OneByOne(cancellationToken) : Ahead(cancellationToken);

    private async IAsyncEnumerable<Page<Workspace>> OneByOne([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var token = list.ContinuationToken;
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            var response = await api.ListWorkspacesAsync(list.PageSize, token, options, cancellationToken).ConfigureAwait(false);
            token = NextToken(response, token);
            yield return new Page<Workspace>(response.Value.Items, token, response.Value.Total);
        } while (token is not null);
    }

    private async IAsyncEnumerable<Page<Workspace>> Ahead([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var window = new ReadAheadWindow(api, list, options, cancellationToken);
        await using (window.ConfigureAwait(false))
        {
            var token = list.ContinuationToken;
            do
            {
                cancellationToken.ThrowIfCancellationRequested();
                var response = await window.TakeAsync(token).ConfigureAwait(false);
                var next = NextToken(response, token);
                await window.MoveAsync(token, next, response.Value.Total).ConfigureAwait(false);
                token = next;
                yield return new Page<Workspace>(response.Value.Items, token, response.Value.Total);
            } while (token is not null);
        }
    }

    /// <summary>Where the next page begins; a token that leads nowhere would make an endless loop or lose what is left.</summary>
    private static long? NextToken(ApiResponse<WorkspacePage> response, long? asked)
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

        return next > (asked ?? 0)
            ? next
            : throw LeadsNowhere(response, "continuation_token does not lead past the page that was asked for");
    }

    private static WorkspacesResponseException LeadsNowhere(ApiResponse<WorkspacePage> response, string problem) =>
        new($"{Operations.ListWorkspaces} says that there is more (has_more), but {problem}.")
        {
            Operation = Operations.ListWorkspaces.Id,
            Attempts = response.Attempts,
            RequestId = response.RequestId,
        };
}
