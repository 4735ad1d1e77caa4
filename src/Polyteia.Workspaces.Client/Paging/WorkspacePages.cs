using System.Runtime.CompilerServices;
using Polyteia.Workspaces.Client.Api;

namespace Polyteia.Workspaces.Client.Paging;

/// <summary>The workspaces of the service, a request for each page.</summary>
/// <param name="api">Sends the requests.</param>
/// <param name="list">Where to start, and how large the pages are.</param>
/// <param name="options">Settings for each request.</param>
/// <param name="listToken">Cancels every enumeration.</param>
internal sealed class WorkspacePages(WorkspacesApi api, ListWorkspacesOptions list, RequestOptions? options, CancellationToken listToken)
    : AsyncPageable<Workspace>
{
    public override async IAsyncEnumerable<Page<Workspace>> AsPages([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(listToken, cancellationToken);
        var progress = new PageProgress(list.PageSize);
        for (var number = list.Page; !progress.IsComplete; number++)
        {
            var answer = await AskAsync(number, either.Token, cancellationToken).ConfigureAwait(false);
            if (progress.Add(number, answer.Page) is { } problem)
            {
                throw LeadsNowhere(answer, problem);
            }

            yield return new Page<Workspace>(answer.Page.Items, number, answer.Page.Total);
        }
    }

    private protected override void ThrowIfStopped() => listToken.ThrowIfCancellationRequested();

    private async Task<ListAnswer> AskAsync(int number, CancellationToken either, CancellationToken enumerationToken)
    {
        try
        {
            either.ThrowIfCancellationRequested();
            return await api.ListAsync(number, list.PageSize, options, either).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The caller knows these two, and not the one that joins them.
            listToken.ThrowIfCancellationRequested();
            enumerationToken.ThrowIfCancellationRequested();
            throw;
        }
    }

    private static PolyteiaResponseException LeadsNowhere(ListAnswer answer, string problem) =>
        new($"{Operations.ListWorkspaces}: {problem}.")
        {
            Operation = Operations.ListWorkspaces.Id,
            Attempts = answer.Attempts,
            RequestId = answer.RequestId,
        };
}
