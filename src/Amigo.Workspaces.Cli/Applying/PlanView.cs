using System.Globalization;
using System.Text.Json.Nodes;
using Amigo.Workspaces.Cli.Output;
using Amigo.Workspaces.Client;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Amigo.Workspaces.Cli.Applying;

/// <summary>A plan like a diff, and what became of it.</summary>
internal static class PlanView
{
    private static readonly Style Added = new(Color.Green);
    private static readonly Style Removed = new(Color.Red);
    private static readonly Style Changed = new(Color.Yellow);

    public static JsonNode Json(IEnumerable<PlannedWorkspace> plan) => new JsonArray([.. plan.Select(Json)]);

    public static JsonNode Json(IEnumerable<AppliedWorkspace> results) =>
        new JsonArray([
            .. results.Select(result =>
            {
                var node = Json(result.Planned);
                node["outcome"] = Word(result.Outcome);
                node["detail"] = result.Detail;
                return node;
            }),
        ]);

    public static IRenderable Diff(IReadOnlyList<PlannedWorkspace> plan)
    {
        var lines = plan.Where(planned => planned.Action != PlannedAction.Unchanged).SelectMany(Lines).ToList();
        if (plan.Any(planned => planned.Action == PlannedAction.Create))
        {
            lines.Add(new Text("The service does not show the slugs of archived workspaces: creating one of those fails with a conflict."));
        }

        return new Rows([.. lines, Summary(plan)]);
    }

    public static IRenderable Summary(IReadOnlyList<AppliedWorkspace> results)
    {
        var failures = results.Where(result => result.Outcome is AppliedOutcome.Failed or AppliedOutcome.Unknown);
        return new Rows([
            .. failures.Select(failure => new Text(
                $"{Word(failure.Outcome)}  {failure.Planned.Slug}  {SafeText.Of(failure.Detail)}",
                Removed
            )),
            new Text(
                $"{Count(AppliedOutcome.Done)} done, {Count(AppliedOutcome.Failed)} failed, "
                    + $"{Count(AppliedOutcome.Unknown)} unknown, {Count(AppliedOutcome.NotBegun)} not begun."
            ),
        ]);

        string Count(AppliedOutcome outcome) => results.Count(result => result.Outcome == outcome).ToString(CultureInfo.InvariantCulture);
    }

    private static IEnumerable<IRenderable> Lines(PlannedWorkspace planned)
    {
        var (sign, style) = planned.Action switch
        {
            PlannedAction.Create => ("+ create", Added),
            PlannedAction.Change => ("~ change", Changed),
            _ => ("! refuse", Removed),
        };
        yield return Heading(sign, style, planned);
        foreach (var refusal in planned.Refusals)
        {
            yield return new Text($"    {SafeText.Of(refusal)}", Removed);
        }

        // What is refused is not done in part.
        foreach (var change in planned.Action == PlannedAction.Refused ? [] : planned.Changes)
        {
            if (planned.Current is not null)
            {
                yield return new Text($"    - {change.Field}: {SafeText.Of(FieldChange.Text(change.From))}", Removed);
            }

            yield return new Text($"    + {change.Field}: {SafeText.Of(FieldChange.Text(change.To))}", Added);
        }
    }

    private static Columns Heading(string sign, Style style, PlannedWorkspace planned)
    {
        var heading = new List<IRenderable> { new Text(sign, style), new Text(planned.Slug, new Style(decoration: Decoration.Bold)) };
        if (planned.Environment != default && planned.Environment.Value.Length > 0)
        {
            heading.Add(EnvironmentView.Cell(planned.Environment));
        }

        return new Columns(heading) { Expand = false };
    }

    private static Text Summary(IReadOnlyList<PlannedWorkspace> plan)
    {
        var inProduction = plan.Count(planned =>
            planned.Action is PlannedAction.Create or PlannedAction.Change && planned.Environment == WorkspaceEnvironment.Production
        );
        var production = inProduction == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" {inProduction} of them in PRODUCTION.");
        return new Text(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Count(PlannedAction.Create)} to create, {Count(PlannedAction.Change)} to change, {Count(PlannedAction.Unchanged)} unchanged, {Count(PlannedAction.Refused)} refused.{production}"
            )
        );

        int Count(PlannedAction action) => plan.Count(planned => planned.Action == action);
    }

    private static JsonObject Json(PlannedWorkspace planned) =>
        new()
        {
            ["slug"] = planned.Slug,
            ["action"] = planned.Action.ToString().ToLowerInvariant(),
            ["changes"] = new JsonArray([
                .. planned.Changes.Select(change => new JsonObject
                {
                    ["field"] = change.Field,
                    ["from"] = change.From?.DeepClone(),
                    ["to"] = change.To.DeepClone(),
                }),
            ]),
            ["refusals"] = new JsonArray([.. planned.Refusals.Select(refusal => JsonValue.Create(refusal))]),
        };

    private static string Word(AppliedOutcome outcome) =>
        outcome == AppliedOutcome.NotBegun ? "not_begun" : outcome.ToString().ToLowerInvariant();
}
