using System.Collections.Concurrent;
using Amigo.Workspaces.Cli.Pacing;
using Amigo.Workspaces.Cli.Running;
using Amigo.Workspaces.Client;

namespace Amigo.Workspaces.Cli.Applying;

/// <summary>Reads the test caller numbers of many workspaces, several at a time.</summary>
internal static class NumberReader
{
    public static async Task<IReadOnlyDictionary<Guid, IReadOnlyList<string>>> ReadAsync(
        Session session,
        Pacer pacer,
        IEnumerable<Workspace> workspaces,
        int parallel
    )
    {
        var numbers = new ConcurrentDictionary<Guid, IReadOnlyList<string>>();
        var api = session.Client.Workspaces;
        await Parallel.ForEachAsync(
            workspaces,
            new ParallelOptions { MaxDegreeOfParallelism = parallel, CancellationToken = session.CancellationToken },
            async (workspace, cancellation) =>
                numbers[workspace.Id] = await pacer.RunAsync(
                    async each => pacer.Learn(await api.GetTestCallerNumbersAsync(workspace.Id, session.Request, each)).Numbers,
                    cancellation
                )
        );
        return numbers;
    }
}
