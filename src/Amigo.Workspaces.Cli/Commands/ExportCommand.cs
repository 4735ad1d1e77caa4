using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Amigo.Workspaces.Cli.Applying;
using Amigo.Workspaces.Cli.Exporting;
using Amigo.Workspaces.Cli.Output;
using Amigo.Workspaces.Cli.Pacing;
using Amigo.Workspaces.Cli.Running;
using Amigo.Workspaces.Client;

namespace Amigo.Workspaces.Cli.Commands;

internal static class ExportCommand
{
    private const int NumbersAtATime = 4;

    public static Command Create(Terminal terminal)
    {
        var file = new Argument<FileInfo?>("file") { Description = "Where to write (stdout).", Arity = ArgumentArity.ZeroOrOne };
        var token = Options.Number("--token", "Continue an interrupted export from this token, appending to the file.", 0, long.MaxValue);
        var force = new Option<bool>("--force") { Description = "Replace an existing file." };
        var manifest = new Option<bool>("--manifest") { Description = "Write a manifest for apply, with the test callers' numbers." };
        var maxWait = MaxWait.Option();
        var command = new Command("export", "Writes all workspaces: as JSON lines, as CSV, or as a manifest for apply.")
        {
            file,
            token,
            force,
            manifest,
            maxWait,
        };
        command.Validators.Add(result => RefuseContradictions(result, token, force, manifest));
        return command.Running(
            terminal,
            async session =>
            {
                var target = session.Value(file);
                var format = FormatOf(session, target, session.Value(manifest));
                var begin = session.Value(token);
                var pacer = MaxWait.Pacer(session, maxWait);
                // A wrong key or address is found before anything else.
                _ = session.Client;
                using var destination = ExportDestination.Of(terminal, target, isAppending: begin is not null, session.Value(force));
                var count =
                    format == ExportFormat.Manifest
                        ? await WriteManifestAsync(session, pacer, destination)
                        : await WriteLinesAsync(session, pacer, destination, new ResumeHint(target, format == ExportFormat.Csv), begin);
                terminal.Note(string.Create(CultureInfo.InvariantCulture, $"{count} workspaces are exported."));
                return ExitCode.Done;
            }
        );
    }

    private static void RefuseContradictions(CommandResult result, Option token, Option force, Option manifest)
    {
        if (result.IsGiven(token) && result.IsGiven(force))
        {
            result.AddError("--token appends and --force replaces: give one of them.");
        }

        if (result.IsGiven(manifest) && (result.IsGiven(token) || result.IsGiven(GlobalOptions.Output)))
        {
            result.AddError("--manifest writes one whole YAML document: it goes neither with --token nor with --output.");
        }
    }

    private static async Task<long> WriteLinesAsync(
        Session session,
        Pacer pacer,
        ExportDestination destination,
        ResumeHint hint,
        long? begin
    )
    {
        var next = begin;
        var writer = new ExportWriter(destination, hint.IsCsv);
        try
        {
            await ShowingProgressAsync(
                session,
                destination,
                async report =>
                {
                    await foreach (var page in PacedPages.ReadAsync(session, pacer, report, begin, session.CancellationToken))
                    {
                        // A page is written whole, or not at all: that is what makes its token a place to go on from.
                        await writer.WriteAsync(page.Items, session.CancellationToken);
                        next = page.ContinuationToken;
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
            throw new CliException(ExitCode.Of(failure), $"{FailureWords.Of(failure)} {writer.Told}", hint.From(next), failure);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException && !StandardOutput.IsClosed(failure))
        {
            throw new CliException(ExitCode.Refused, $"{StandardOutput.WordsOf(failure)} {writer.Told}", hint.From(next), failure);
        }

        return writer.Count;
    }

    private static async Task<long> WriteManifestAsync(Session session, Pacer pacer, ExportDestination destination)
    {
        var workspaces = new List<Workspace>();
        await ShowingProgressAsync(
            session,
            destination,
            async report =>
            {
                await foreach (var page in PacedPages.ReadAsync(session, pacer, report, cancellationToken: session.CancellationToken))
                {
                    workspaces.AddRange(page.Items);
                }
            }
        );
        var numbers = await NumberReader.ReadAsync(session, pacer, workspaces, NumbersAtATime);
        await destination.WriteAsync(ManifestWriter.Write(workspaces, numbers, destination.IsTerminal), session.CancellationToken);
        return workspaces.Count;
    }

    // A bar across data on the same terminal would spoil both.
    private static Task ShowingProgressAsync(Session session, ExportDestination destination, Func<Action<long, long?>, Task> run) =>
        ProgressBar.RunAsync(session.Terminal, destination.IsFile || session.Terminal.IsOutputRedirected, "Exporting", run);

    private static ExportFormat FormatOf(Session session, FileInfo? target, bool isManifest)
    {
        var extension = target?.Extension.ToLowerInvariant() ?? "";
        if (isManifest)
        {
            return extension is "" or ".yaml" or ".yml"
                ? ExportFormat.Manifest
                : throw Wrong($"A manifest is YAML, and {target!.Name} has another extension.", "Name it .yaml or .yml.");
        }

        if (session.IsGiven(GlobalOptions.Output))
        {
            return session.Output switch
            {
                OutputFormat.Csv => ExportFormat.Csv,
                OutputFormat.Json => ExportFormat.JsonLines,
                _ => throw Wrong("An export is JSON lines (--output json) or CSV (--output csv).", "--manifest writes YAML."),
            };
        }

        return extension switch
        {
            ".csv" => ExportFormat.Csv,
            "" or ".jsonl" or ".ndjson" or ".json" => ExportFormat.JsonLines,
            ".yaml" or ".yml" => throw Wrong($"{target!.Name} is named like YAML.", "--manifest writes a manifest, which is YAML."),
            _ => throw Wrong($"{target!.Name} is named neither .jsonl nor .csv.", "Name it so, or give --output json or --output csv."),
        };
    }

    private static CliException Wrong(string message, string next) => new(ExitCode.Usage, message, next);
}
