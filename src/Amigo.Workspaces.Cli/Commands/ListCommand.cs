using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.IO.Enumeration;
using System.Text.Json.Nodes;
using Amigo.Workspaces.Cli.Output;
using Amigo.Workspaces.Cli.Pacing;
using Amigo.Workspaces.Cli.Running;
using Amigo.Workspaces.Client;

namespace Amigo.Workspaces.Cli.Commands;

internal static class ListCommand
{
    private const int DefaultLimit = 50;
    private const int LargestPage = 100;

    public static Command Create(Terminal terminal)
    {
        var environment = KnownValues.Option("--environment", "Only those in this environment.", KnownValues.Environments);
        var region = KnownValues.Option("--region", "Only those in this region.", KnownValues.Regions);
        var slug = new Option<string?>("--slug") { Description = "Only those with this slug; * stands for any characters, ? for one." };
        var limit = Options.Number("--limit", $"Show at most this many ({DefaultLimit}).", 1, int.MaxValue - 1);
        var all = new Option<bool>("--all") { Description = "Show all." };
        var maxWait = MaxWait.Option();
        var columns = new Option<WorkspaceColumn[]>("--columns")
        {
            Description = "Show these columns of a table or CSV, in this order, by the API's names.",
            HelpName = "name,name",
            CustomParser = ParseColumns,
        };
        columns.CompletionSources.Add([.. WorkspaceColumn.All.Select(column => column.Name)]);
        var wide = new Option<bool>("--wide") { Description = "Show all columns, even when lines are longer than the terminal." };
        var command = new Command("list", "Lists workspaces.") { environment, region, slug, limit, all, columns, wide, maxWait };
        command.Validators.Add(result =>
        {
            if (result.IsGiven(all) && result.IsGiven(limit))
            {
                result.AddError("--all and --limit exclude each other.");
            }

            if (result.IsGiven(columns) && result.GetValue(GlobalOptions.Output) is OutputFormat.Json or OutputFormat.Yaml)
            {
                result.AddError("--columns is for a table or CSV; `jq` selects from JSON.");
            }

            if (result.IsGiven(columns) && result.IsGiven(wide))
            {
                result.AddError("--columns and --wide exclude each other.");
            }
        });

        return command
            .AlsoCalled("ls")
            .Running(
                terminal,
                async session =>
                {
                    var filter = new Filter(
                        KnownValues.Read(session, environment, KnownValues.Environments),
                        KnownValues.Read(session, region, KnownValues.Regions),
                        session.Value(slug)
                    );
                    var most = session.Value(all) ? int.MaxValue : (int)(session.Value(limit) ?? DefaultLimit);
                    var (found, hasMore) = await ProgressBar.WhileReadingAsync(
                        session,
                        "Reading workspaces",
                        report => FindAsync(session, Read(session, filter, most, maxWait, report), filter, most)
                    );
                    Write(session, found, session.IsGiven(columns) ? session.Value(columns) : null, session.Value(wide));
                    if (hasMore)
                    {
                        terminal.Note(
                            string.Create(CultureInfo.InvariantCulture, $"{found.Count} shown, and there are more: use --all or --limit N.")
                        );
                    }

                    return ExitCode.Done;
                }
            );
    }

    private static WorkspaceColumn[] ParseColumns(ArgumentResult result)
    {
        var names = result.Tokens[0].Value.Split(',', StringSplitOptions.TrimEntries);
        var columns = names.Select(name => WorkspaceColumn.All.FirstOrDefault(column => KnownValues.AreSame(column.Name, name))).ToArray();
        if (!columns.Contains(null))
        {
            return columns!;
        }

        result.AddError($"--columns takes some of {string.Join(",", WorkspaceColumn.All.Select(column => column.Name))}.");
        return [];
    }

    private static void Write(Session session, IReadOnlyList<Workspace> found, IReadOnlyList<WorkspaceColumn>? columns, bool isWide)
    {
        var all = (JsonArray)ApiJson.Of(found);
        var document = columns is null ? all : new JsonArray([.. all.Select(Chosen)]);
        Result.Write(session, document, () => WorkspaceTable.Write(session.Terminal, found, columns, isWide));

        JsonNode Chosen(JsonNode? workspace) =>
            new JsonObject(columns.Select(column => KeyValuePair.Create(column.Name, workspace![column.Name]?.DeepClone())));
    }

    // What fits one page is one request, which says at once when the rate limit is used up; more keep to it.
    private static IAsyncEnumerable<Workspace> Read(
        Session session,
        Filter filter,
        int most,
        Option<long?> maxWait,
        Action<long, long?> report
    ) =>
        filter.IsEmpty && most < LargestPage
            // One more than is shown tells whether there are more.
            ? session.Client.ListAsync(new ListWorkspacesOptions { PageSize = most + 1 }, session.Request)
            : PacedPages
                .ReadAsync(session, MaxWait.Pacer(session, maxWait), report, cancellationToken: session.CancellationToken)
                .SelectMany(page => page.Items);

    private static async Task<(List<Workspace> Found, bool HasMore)> FindAsync(
        Session session,
        IAsyncEnumerable<Workspace> workspaces,
        Filter filter,
        int most
    )
    {
        var found = new List<Workspace>();
        await foreach (var workspace in workspaces.WithCancellation(session.CancellationToken))
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
            && (Slug is null || FileSystemName.MatchesSimpleExpression(Slug, workspace.Slug, ignoreCase: true));
    }
}
