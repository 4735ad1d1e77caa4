using System.CommandLine;
using Amigo.Workspaces.Cli.Output;
using Amigo.Workspaces.Cli.Running;
using Amigo.Workspaces.Client;

namespace Amigo.Workspaces.Cli.Commands;

internal static class ArchiveCommand
{
    public static Command Create(Terminal terminal)
    {
        var reference = WorkspaceReference.Argument();
        var confirm = SlugConfirmation.Option();
        return new Command("archive", "Takes a workspace out of use. Its data is preserved.")
        {
            reference,
            confirm,
            ProductionConsent.OptionBesideConfirm(),
        }.Running(
            terminal,
            async session =>
            {
                SlugConfirmation.RequireSomebodyToAsk(session, confirm);
                var workspace = await new WorkspaceReference(session.Value(reference)).WorkspaceAsync(session);
                Show(terminal, workspace);
                if (!await SlugConfirmation.IsGivenAsync(session, confirm, workspace, "archive"))
                {
                    throw SlugConfirmation.Declined(workspace, "archived");
                }

                var archived = await session.WriteAsync(
                    $"archive {workspace.Slug}",
                    $"{CommandLine.Name} get {workspace.Slug} (an archived workspace is not found)",
                    cancellation => session.Client.ArchiveAsync(workspace.Id, workspace.Slug, session.Request, cancellation)
                );
                terminal.Note($"{archived.Slug} is archived.");
                Result.Write(session, archived);
                return ExitCode.Done;
            }
        );
    }

    private static void Show(Terminal terminal, Workspace workspace)
    {
        terminal.Note("This workspace will be archived:");
        terminal.Error.Write(WorkspaceView.Details(workspace));
        terminal.Note("It leaves active use and this program cannot bring it back. Its data is preserved.");
        if (workspace.Environment == WorkspaceEnvironment.Production)
        {
            EnvironmentView.WarnOfProduction(terminal, "Live patient calls stop reaching it.");
        }
    }
}
