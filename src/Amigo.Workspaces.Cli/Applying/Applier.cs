using Amigo.Workspaces.Cli.Pacing;
using Amigo.Workspaces.Cli.Running;

namespace Amigo.Workspaces.Cli.Applying;

/// <summary>Carries a plan out, several workspaces at a time. What one workspace meets does not stop the others, unless it would meet them all.</summary>
internal sealed class Applier(Session session, Pacer pacer, int parallel)
{
    public async Task<IReadOnlyList<AppliedWorkspace>> RunAsync(IReadOnlyList<PlannedWorkspace> planned, Action<long, long?> report)
    {
        var results = new AppliedWorkspace[planned.Count];
        var done = 0;
        var isHopeless = false;
        var client = session.Client;
        await Parallel.ForEachAsync(
            Enumerable.Range(0, planned.Count),
            // Cancelled work still says what became of it, so the loop itself is never cancelled.
            new ParallelOptions { MaxDegreeOfParallelism = parallel, CancellationToken = CancellationToken.None },
            async (index, _) =>
            {
                var workspace = planned[index];
                if (session.CancellationToken.IsCancellationRequested || Volatile.Read(ref isHopeless))
                {
                    results[index] = new AppliedWorkspace(workspace, AppliedOutcome.NotBegun, ExitCode.Done, null);
                    return;
                }

                results[index] = await new WorkspaceApplier(session, client, pacer, workspace).RunAsync(session.CancellationToken);
                if (results[index].IsGeneral)
                {
                    Volatile.Write(ref isHopeless, true);
                }

                report(Interlocked.Increment(ref done), planned.Count);
            }
        );
        return results;
    }
}
