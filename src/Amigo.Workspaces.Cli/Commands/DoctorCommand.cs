using System.CommandLine;
using System.Text.Json.Nodes;
using Amigo.Workspaces.Cli.Doctor;
using Amigo.Workspaces.Cli.Output;
using Amigo.Workspaces.Cli.Running;
using Spectre.Console;

namespace Amigo.Workspaces.Cli.Commands;

internal static class DoctorCommand
{
    public static Command Create(Terminal terminal) =>
        new Command("doctor", "Checks configuration, key, connection, clock and contract, and says what to fix.").Running(
            terminal,
            async session =>
            {
                var findings = await new Examination(session).RunAsync();
                Result.Write(session, Json(findings), () => View(findings));
                return findings.Select(finding => finding.ExitCode).FirstOrDefault(code => code != ExitCode.Done, ExitCode.Done);
            }
        );

    private static JsonArray Json(IEnumerable<Finding> findings) =>
        new([
            .. findings.Select(finding => new JsonObject
            {
                ["check"] = finding.Check,
                ["verdict"] = finding.Verdict.ToString().ToLowerInvariant(),
                ["detail"] = finding.Detail,
                ["fix"] = finding.Fix,
            }),
        ]);

    private static Grid View(IEnumerable<Finding> findings)
    {
        var grid = new Grid().AddColumn(new GridColumn().NoWrap()).AddColumn(new GridColumn().NoWrap()).AddColumn();
        foreach (var finding in findings)
        {
            grid.AddRow(
                new Text(finding.Verdict.ToString().ToLowerInvariant(), StyleOf(finding.Verdict)),
                Tables.Cell(finding.Check),
                Tables.Cell(finding.Detail)
            );
            if (finding.Fix is { } fix)
            {
                grid.AddRow(Text.Empty, Text.Empty, Tables.Cell($"-> {fix}"));
            }
        }

        return grid;
    }

    private static Style StyleOf(Verdict verdict) =>
        verdict switch
        {
            Verdict.Ok => new Style(Color.Green),
            Verdict.Warning => new Style(Color.Yellow),
            Verdict.Bad => new Style(Color.Red, decoration: Decoration.Bold),
            _ => Style.Plain,
        };
}
