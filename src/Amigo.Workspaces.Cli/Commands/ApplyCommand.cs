using System.CommandLine;
using System.Globalization;
using Amigo.Workspaces.Cli.Applying;
using Amigo.Workspaces.Cli.Manifest;
using Amigo.Workspaces.Cli.Output;
using Amigo.Workspaces.Cli.Pacing;
using Amigo.Workspaces.Cli.Running;

namespace Amigo.Workspaces.Cli.Commands;

internal static class ApplyCommand
{
    public const string ExitCodeOption = "--exit-code";

    private const int DefaultParallel = 4;
    private const int MaxParallel = 16;

    public static Command Create(Terminal terminal)
    {
        var file = new Argument<string>("file") { Description = "A manifest of workspaces, in YAML or JSON; - for stdin." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Show the plan and change nothing." };
        var yes = new Option<bool>("--yes") { Description = "Apply without asking, for scripts." };
        var exitCode = new Option<bool>(ExitCodeOption)
        {
            Description = "With --dry-run: exit with 0 when there is nothing to do, with 2 when there is.",
        };
        var force = NumberRule.ForceOption();
        var maxWait = MaxWait.Option();
        var parallel = Options.Number("--parallel", $"How many workspaces at a time ({DefaultParallel}).", 1, MaxParallel);
        var command = new Command("apply", "Creates and changes workspaces until they are what a manifest says. Safe to repeat.")
        {
            file,
            dryRun,
            yes,
            exitCode,
            force,
            maxWait,
            parallel,
        };
        command.Validators.Add(result =>
        {
            if (result.IsGiven(exitCode) && !result.IsGiven(dryRun))
            {
                result.AddError($"{ExitCodeOption} goes with --dry-run.");
            }
        });
        return command.Running(
            terminal,
            async session =>
            {
                if (!session.Value(dryRun) && !session.Value(yes) && !terminal.CanAsk)
                {
                    throw new CliException(
                        ExitCode.Usage,
                        "This asks before it changes anything, and there is no terminal to ask at.",
                        "Look at the plan with --dry-run, then add --yes."
                    );
                }

                var atATime = (int)(session.Value(parallel) ?? DefaultParallel);
                var path = session.Value(file);
                var content = await ManifestFile.ReadAsync(path, session.CancellationToken);
                var entries = ManifestReader.Read(ManifestFile.NameOf(path), content, session.SkipsValidation);
                var pacer = MaxWait.Pacer(session, maxWait);
                var plan = await new Planner(session, pacer, atATime).PlanAsync(entries);
                RequireNumbers(session, plan, session.Value(force));
                if (session.Value(dryRun))
                {
                    Result.Write(session, PlanView.Json(plan), () => PlanView.Diff(plan));
                    RequireNoRefusals(plan);
                    return session.Value(exitCode) && plan.Any(planned => planned.Action != PlannedAction.Unchanged)
                        ? ExitCode.Changes
                        : ExitCode.Done;
                }

                terminal.Error.Write(PlanView.Diff(plan));
                RequireNoRefusals(plan);
                return await ApplyAsync(session, pacer, plan, session.Value(yes), atATime);
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
                "The manifest asks for something that apply never does, so nothing was changed.",
                "Follow the hints above, then apply again."
            );
        }
    }

    // What is there already may stay as it is; only what the plan adds is held to the form.
    private static void RequireNumbers(Session session, IReadOnlyList<PlannedWorkspace> plan, bool isForced)
    {
        foreach (var planned in plan.Where(planned => planned.Touches(Fields.TestCallerNumbers)))
        {
            NumberRule.Require(
                session,
                planned.Entry.TestCallerNumbers!,
                isForced,
                $"{planned.Entry.NumbersAt}{Fields.TestCallerNumbers}: ",
                planned.Numbers
            );
        }
    }

    private static async Task<int> ApplyAsync(
        Session session,
        Pacer pacer,
        IReadOnlyList<PlannedWorkspace> plan,
        bool isAgreed,
        int parallel
    )
    {
        var work = plan.Where(planned => planned.Action != PlannedAction.Unchanged).ToList();
        if (work.Count > 0 && !isAgreed)
        {
            await ProductionConsent.RequireYesAsync(session, "Type yes to apply this:");
        }

        IReadOnlyList<AppliedWorkspace> results = [];
        await ProgressBar.RunAsync(
            session.Terminal,
            work.Count > 0,
            "Applying",
            async report => results = await new Applier(session, pacer, parallel).RunAsync(work, report)
        );
        var done = results.Count(result => result.Outcome == AppliedOutcome.Done);
        if (done > 0)
        {
            var doing = string.Create(CultureInfo.InvariantCulture, $"{done} of the {results.Count} entries of the plan");
            session.CarriedOut(doing, $"{CommandLine.Name} apply FILE --dry-run (which shows what is left)");
        }

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
        throw new CliException(code, message, "Apply again, once what failed is fixed: it does only what is left.");
    }
}
