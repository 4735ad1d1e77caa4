using System.Runtime.CompilerServices;

namespace Amigo.Workspaces.Client.Paging;

/// <summary>The workspaces of the service, a request for each page.</summary>
internal sealed class WorkspacePages(IWorkspacesApi api, ListWorkspacesOptions list, RequestOptions? options) : AsyncPageable<Workspace>
{
    public override IAsyncEnumerable<Page<Workspace>> AsPages(CancellationToken cancellationToken = default) =>
        list.ReadAhead == 0 ? OneByOne(cancellationToken) : Ahead(cancellationToken);

    private async IAsyncEnumerable<Page<Workspace>> OneByOne([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var progress = new PageProgress();
        var token = list.ContinuationToken;
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            var response = await api.ListWorkspacesAsync(list.PageSize, token, options, cancellationToken).ConfigureAwait(false);
            token = progress.After(response, token);
            yield return new Page<Workspace>(response.Value.Items, token, response.Value.Total);
        } while (token is not null);
    }

    private async IAsyncEnumerable<Page<Workspace>> Ahead([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var progress = new PageProgress();
        var window = new ReadAheadWindow(api, list, options, cancellationToken);
        await using (window.ConfigureAwait(false))
        {
            var token = list.ContinuationToken;
            do
            {
                cancellationToken.ThrowIfCancellationRequested();
                var response = await window.TakeAsync(token).ConfigureAwait(false);
                var next = progress.After(response, token);
                await window.MoveAsync(token, next, response.Value.Total).ConfigureAwait(false);
                token = next;
                yield return new Page<Workspace>(response.Value.Items, token, response.Value.Total);
            } while (token is not null);
        }
    }
}
