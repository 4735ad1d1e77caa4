using System.CommandLine;
using System.Globalization;
using Amigo.Workspaces.Cli.Exporting;
using Amigo.Workspaces.Cli.Output;
using Amigo.Workspaces.Cli.Running;
using Amigo.Workspaces.Client;

namespace Amigo.Workspaces.Cli.Commands;

internal static class ExportCommand
{
    private const int PagesAhead = 3;

    public static Command Create(Terminal terminal)
    {
        var file = new Argument<FileInfo?>("file") { Description = "Where to write (stdout).", Arity = ArgumentArity.ZeroOrOne };
        var token = Options.Number("--token", "Go on from where an interrupted export said, appending to the file.", 0, long.MaxValue);
        var force = new Option<bool>("--force") { Description = "Replace a file that is there." };
        var command = new Command("export", "Writes all workspaces, as JSON lines or (with --output csv) as CSV.") { file, token, force };
        command.Validators.Add(result =>
        {
            if (result.IsGiven(token) && result.IsGiven(force))
            {
                result.AddError("--token appends and --force replaces: give one of them.");
            }
        });
        return command.Running(
            terminal,
            async session =>
            {
                var target = session.Value(file);
                var isCsv = IsCsv(session, target);
                var client = session.Client;
                using var destination = ExportDestination.Of(target, isAppending: session.Value(token) is not null, session.Value(force));
                var writer = new ExportWriter(destination, isCsv);
                await WriteAllAsync(session, client, writer, new ResumeHint(target, isCsv), session.Value(token));
                terminal.Note(string.Create(CultureInfo.InvariantCulture, $"{writer.Count} workspaces are exported."));
                return ExitCode.Done;
            }
        );
    }

    private static async Task WriteAllAsync(Session session, IWorkspacesClient client, ExportWriter writer, ResumeHint hint, long? begin)
    {
        var next = begin;
        var options = new ListWorkspacesOptions { ContinuationToken = begin, ReadAhead = PagesAhead };
        var pages = client.ListAsync(options, session.Request);
        // A bar across data on the same terminal would spoil both.
        var isShown = writer.IsToFile || session.Terminal.IsOutputRedirected;
        try
        {
            await ProgressBar.RunAsync(
                session.Terminal,
                isShown,
                "Exporting",
                async report =>
                {
                    await foreach (var page in pages.AsPages(session.CancellationToken))
                    {
                        // A page is written whole, or not at all: that is what makes its token a place to go on from.
                        writer.Write(page.Items);
                        next = page.ContinuationToken;
                        report(writer.Count, page.Total - (begin ?? 0));
                        session.CancellationToken.ThrowIfCancellationRequested();
                    }
                }
            );
        }
        catch (OperationCanceledException) when (next is null && writer.Count > 0)
        {
            // Interrupted after the last page: there is nothing left to do.
        }
        catch (OperationCanceledException)
        {
            throw new CliException(ExitCode.Interrupted, $"Interrupted. {writer.Told}", hint.From(next));
        }
        catch (WorkspacesException failure)
        {
            throw new CliException(ExitCode.Of(failure), $"{failure.Message} {writer.Told}", hint.From(next), failure);
        }
    }

    private static bool IsCsv(Session session, FileInfo? target)
    {
        if (!session.IsGiven(GlobalOptions.Output))
        {
            return string.Equals(target?.Extension, ".csv", StringComparison.OrdinalIgnoreCase);
        }

        return session.Output switch
        {
            OutputFormat.Csv => true,
            OutputFormat.Json => false,
            _ => throw new CliException(ExitCode.Usage, "An export is JSON lines (--output json) or CSV (--output csv)."),
        };
    }
}
