using System.CommandLine;
using Amigo.Workspaces.Cli.Output;
using Amigo.Workspaces.Cli.Running;
using Amigo.Workspaces.Client;
using Spectre.Console;

namespace Amigo.Workspaces.Cli.Commands;

internal static class CheckCommand
{
    public static Command Create(Terminal terminal)
    {
        var workspace = WorkspaceReference.Argument();
        var to = ConversionTargets.Option();
        to.DefaultValueFactory = _ => ConversionTarget.Production;
        return new Command("check", "Shows what a conversion would mean. Changes nothing.") { workspace, to }.Running(
            terminal,
            async session =>
            {
                var id = await new WorkspaceReference(session.Value(workspace)).IdAsync(session);
                var check = await session.Client.CheckEnvironmentConversionAsync(
                    id,
                    session.Value(to),
                    session.Request,
                    session.CancellationToken
                );
                Result.Write(session, ApiJson.Of(check), () => View(check));
                return ExitCode.Done;
            }
        );
    }

    private static Grid View(EnvironmentCheck check)
    {
        var grid = Tables.Pairs();
        grid.AddRow(Tables.Cell("From"), EnvironmentView.Cell(new WorkspaceEnvironment(check.Current)));
        grid.AddRow(Tables.Cell("To"), EnvironmentView.Cell(new WorkspaceEnvironment(check.Target)));
        foreach (var warning in check.Warnings.DefaultIfEmpty("none"))
        {
            grid.AddRow(Tables.Cell("Warning"), Tables.Cell(warning));
        }

        return grid;
    }
}
