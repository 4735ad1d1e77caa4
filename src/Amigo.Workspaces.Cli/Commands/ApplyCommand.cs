using System.CommandLine;
using Amigo.Workspaces.Cli.Applying;
using Amigo.Workspaces.Cli.Manifest;
using Amigo.Workspaces.Cli.Output;
using Amigo.Workspaces.Cli.Running;

namespace Amigo.Workspaces.Cli.Commands;

internal static class ApplyCommand
{
    private const int DefaultParallel = 4;
    private const int MaxParallel = 16;

    public static Command Create(Terminal terminal)
    {
        var file = new Argument<FileInfo>("file") { Description = "A manifest of workspaces, in YAML or JSON." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Show the plan and change nothing." };
        var yes = new Option<bool>("--yes") { Description = "Apply without asking, for scripts." };
        var parallel = Options.Number("--parallel", $"How many workspaces at a time ({DefaultParallel}).", 1, MaxParallel);
        var command = new Command("apply", "Creates and changes workspaces until they are what a manifest says. Safe to repeat.")
        {
            file,
            dryRun,
            yes,
            parallel,
        };
        return command.Running(
            terminal,
            async session =>
            {
                if (!session.Value(dryRun) && !session.Value(yes) && !terminal.CanAsk)
                {
                    throw new CliException(
                        ExitCode.Usage,
                        "This asks before it changes anything, and there is no terminal to ask at.",
                        "Look with --dry-run, then give --yes."
                    );
                }

                var atATime = (int)(session.Value(parallel) ?? DefaultParallel);
                var entries = ManifestReader.Read(session.Value(file), session.SkipsValidation);
                var plan = await new Planner(session, atATime).PlanAsync(entries);
                if (session.Value(dryRun))
                {
                    Result.Write(session, PlanView.Json(plan), () => PlanView.Diff(plan));
                    RequireNoRefusals(plan);
                    return ExitCode.Done;
                }

                terminal.Error.Write(PlanView.Diff(plan));
                RequireNoRefusals(plan);
                return await ApplyAsync(session, plan, session.Value(yes), atATime);
            }
        );
    }

    // All or nothing: half of a manifest is not what its writer asked for.
    private static void RequireNoRefusals(IReadOnlyList<PlannedWorkspace> plan)
    {
        if (plan.Any(planned => planned.Action == PlannedAction.Refused))
        {
            throw new CliException(
                ExitCode.Conflict,
                "The manifest asks for what an apply never does, so nothing was changed.",
                "Follow the hints above, then apply again."
            );
        }
    }

    private static async Task<int> ApplyAsync(Session session, IReadOnlyList<PlannedWorkspace> plan, bool isAgreed, int parallel)
    {
        var work = plan.Where(planned => planned.Action != PlannedAction.Unchanged).ToList();
        if (work.Count > 0 && !isAgreed)
        {
            var answer = await Prompt.AskAsync(session.Terminal, "Type yes to apply this:", session.CancellationToken);
            if (!string.Equals(answer.Trim(), "yes", StringComparison.OrdinalIgnoreCase))
            {
                throw new CliException(ExitCode.Declined, "Not agreed to. Nothing was changed.");
            }
        }

        IReadOnlyList<AppliedWorkspace> results = [];
        await ProgressBar.RunAsync(
            session.Terminal,
            work.Count > 0,
            "Applying",
            async report => results = await new Applier(session, parallel).RunAsync(work, report)
        );
        Result.Write(session, PlanView.Json(results), () => PlanView.Summary(results));
        return Outcome(session, results);
    }

    private static int Outcome(Session session, IReadOnlyList<AppliedWorkspace> results)
    {
        if (results.All(result => result.Outcome == AppliedOutcome.Done))
        {
            return ExitCode.Done;
        }

        var codes = results.Select(result => result.ExitCode).Where(code => code != ExitCode.Done).Distinct().ToList();
        var (code, message) =
            session.CancellationToken.IsCancellationRequested ? (ExitCode.Interrupted, "Interrupted.")
            : codes is [var only] ? (only, "Not everything is done.")
            : (ExitCode.Refused, "Not everything is done.");
        throw new CliException(code, message, "Apply again: it looks first, and does what is left.");
    }
}
