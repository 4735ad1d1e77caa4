using System.CommandLine;
using Amigo.Workspaces.Cli.Output;
using Amigo.Workspaces.Cli.Running;

namespace Amigo.Workspaces.Cli.Commands;

internal static class ProvisionCommand
{
    public static Command Create(Terminal terminal)
    {
        var workspace = WorkspaceReference.Argument();
        var yes = ProductionConsent.Option();
        return new Command("provision", "Seeds the default integration of a workspace. Safe to repeat.") { workspace, yes }.Running(
            terminal,
            async session =>
            {
                var reference = new WorkspaceReference(session.Value(workspace));
                var current = await reference.WorkspaceAsync(session);
                await ProductionConsent.RequireAsync(session, yes, current.Environment, $"provision {current.Slug}");
                var provisioned = await session.WriteAsync(
                    $"provision {reference.Text}",
                    $"{CommandLine.Name} get {reference.Text}",
                    cancellation => session.Client.ProvisionAsync(current.Id, session.Request, cancellation)
                );
                Result.Write(session, provisioned);
                return ExitCode.Done;
            }
        );
    }
}
