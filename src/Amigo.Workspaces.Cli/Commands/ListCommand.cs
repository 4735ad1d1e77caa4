using System.CommandLine;
using System.Globalization;
using System.IO.Enumeration;
using Amigo.Workspaces.Cli.Output;
using Amigo.Workspaces.Cli.Running;
using Amigo.Workspaces.Client;

namespace Amigo.Workspaces.Cli.Commands;

internal static class ListCommand
{
    private const int DefaultLimit = 50;
    private const int LargestPage = 100;

    // Enough to hide the network, few enough to be polite to a rate limit that others share.
    private const int PagesAhead = 3;

    public static Command Create(Terminal terminal)
    {
        var environment = KnownValues.Option("--environment", "Only those in this environment.", KnownValues.Environments);
        var region = KnownValues.Option("--region", "Only those in this region.", KnownValues.Regions);
        var slug = new Option<string?>("--slug") { Description = "Only those whose slug is this; * and ? stand for others." };
        var limit = Options.Number("--limit", $"Show at most this many ({DefaultLimit}).", 1, int.MaxValue - 1);
        var all = new Option<bool>("--all") { Description = "Show all." };
        var command = new Command("list", "Lists workspaces.") { environment, region, slug, limit, all };
        command.Validators.Add(result =>
        {
            if (result.IsGiven(all) && result.IsGiven(limit))
            {
                result.AddError("--all and --limit exclude each other.");
            }
        });

        return command.Running(
            terminal,
            async session =>
            {
                var filter = new Filter(
                    KnownValues.Read(session, environment, KnownValues.Environments),
                    KnownValues.Read(session, region, KnownValues.Regions),
                    session.Value(slug)
                );
                var most = session.Value(all) ? int.MaxValue : (int)(session.Value(limit) ?? DefaultLimit);
                var (found, hasMore) = await FindAsync(session, filter, most);
                Result.Write(session, found);
                if (hasMore)
                {
                    terminal.Note(
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"There are more than these {found.Count}: --all or --limit N shows them."
                        )
                    );
                }

                return ExitCode.Done;
            }
        );
    }

    private static async Task<(List<Workspace> Found, bool HasMore)> FindAsync(Session session, Filter filter, int most)
    {
        // One more than is shown tells whether there are more.
        var isShort = filter.IsEmpty && most < LargestPage;
        var options = new ListWorkspacesOptions { PageSize = isShort ? most + 1 : LargestPage, ReadAhead = isShort ? 0 : PagesAhead };
        var found = new List<Workspace>();
        await foreach (var workspace in session.Client.ListAsync(options, session.Request).WithCancellation(session.CancellationToken))
        {
            if (!filter.Matches(workspace))
            {
                continue;
            }

            if (found.Count == most)
            {
                return (found, true);
            }

            found.Add(workspace);
        }

        return (found, false);
    }

    // The service has no filters of its own.
    private sealed record Filter(string? Environment, string? Region, string? Slug)
    {
        public bool IsEmpty => Environment is null && Region is null && Slug is null;

        public bool Matches(Workspace workspace) =>
            (Environment is null || string.Equals(workspace.Environment.Value, Environment, StringComparison.Ordinal))
            && (Region is null || string.Equals(workspace.Region.Value, Region, StringComparison.Ordinal))
            && (Slug is null || FileSystemName.MatchesSimpleExpression(Slug, workspace.Slug, ignoreCase: false));
    }
}
