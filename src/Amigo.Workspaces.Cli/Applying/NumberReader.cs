using System.Collections.Concurrent;
using Amigo.Workspaces.Cli.Output;
using Amigo.Workspaces.Cli.Pacing;
using Amigo.Workspaces.Cli.Running;
using Amigo.Workspaces.Client;

namespace Amigo.Workspaces.Cli.Applying;

/// <summary>Reads the test caller numbers of many workspaces, several at a time.</summary>
internal static class NumberReader
{
    public static Task<IReadOnlyDictionary<Guid, IReadOnlyList<string>>> ReadAsync(
        Session session,
        Pacer pacer,
        IReadOnlyCollection<Workspace> workspaces,
        int parallel
    ) => ProgressBar.WhileReadingAsync(session, "Reading test callers", report => ReadAsync(session, pacer, workspaces, parallel, report));

    private static async Task<IReadOnlyDictionary<Guid, IReadOnlyList<string>>> ReadAsync(
        Session session,
        Pacer pacer,
        IReadOnlyCollection<Workspace> workspaces,
        int parallel,
        Action<long, long?> report
    )
    {
        var numbers = new ConcurrentDictionary<Guid, IReadOnlyList<string>>();
        var api = session.Client.Workspaces;
        await Parallel.ForEachAsync(
            workspaces,
            new ParallelOptions { MaxDegreeOfParallelism = parallel, CancellationToken = session.CancellationToken },
            async (workspace, cancellation) =>
            {
                numbers[workspace.Id] = await pacer.RunAsync(
                    async each => pacer.Learn(await api.GetTestCallerNumbersAsync(workspace.Id, session.Request, each)).Numbers,
                    cancellation
                );
                report(numbers.Count, workspaces.Count);
            }
        );
        return numbers;
    }
}
