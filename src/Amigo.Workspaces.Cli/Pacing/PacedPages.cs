using System.Runtime.CompilerServices;
using Amigo.Workspaces.Cli.Running;
using Amigo.Workspaces.Client;

namespace Amigo.Workspaces.Cli.Pacing;

/// <summary>All workspaces, read as fast as the rate limit allows.</summary>
internal static class PacedPages
{
    // Enough to hide the network, few enough to be polite to a rate limit that others share.
    private const int PagesAhead = 3;

    /// <param name="session">With what to ask.</param>
    /// <param name="pacer">Waits when the service asks for it; the reading goes on with the page that it asked for.</param>
    /// <param name="report">Is told how many are read, and how many there are when the service says so.</param>
    /// <param name="begin">The token to begin from.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async IAsyncEnumerable<Page<Workspace>> ReadAsync(
        Session session,
        Pacer pacer,
        Action<long, long?> report,
        long? begin = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        var next = begin;
        var count = 0L;
        var waited = TimeSpan.Zero;
        bool isHeldBack;
        do
        {
            isHeldBack = false;
            await pacer.WaitAsync(cancellationToken);
            var list = new ListWorkspacesOptions { ContinuationToken = next, ReadAhead = PagesAhead };
            await using var pages = session
                .Client.ListAsync(list, session.Request)
                .AsPages(cancellationToken)
                .GetAsyncEnumerator(cancellationToken);
            while (await NextAsync() is { } page)
            {
                next = page.ContinuationToken;
                waited = TimeSpan.Zero;
                count += page.Items.Count;
                report(count, page.Total - (begin ?? 0));
                yield return page;
            }

            async Task<Page<Workspace>?> NextAsync()
            {
                try
                {
                    return await pages.MoveNextAsync() ? pages.Current : null;
                }
                catch (WorkspacesApiException failure) when (Pacer.AsksToWait(failure))
                {
                    waited = pacer.Hold(failure, waited);
                    isHeldBack = true;
                    return null;
                }
            }
        } while (isHeldBack);
    }
}
