using System.CommandLine;
using Amigo.Workspaces.Cli.Output;
using Amigo.Workspaces.Cli.Running;

namespace Amigo.Workspaces.Cli.Commands;

internal static class ProvisionCommand
{
    public static Command Create(Terminal terminal)
    {
        var workspace = WorkspaceReference.Argument();
        return new Command("provision", "Seeds the default integration of a workspace. Safe to repeat.") { workspace }.Running(
            terminal,
            async session =>
            {
                var reference = new WorkspaceReference(session.Value(workspace));
                var id = await reference.IdAsync(session);
                var provisioned = await session.WriteAsync(
                    $"provision {reference.Text}",
                    $"{CommandLine.Name} get {reference.Text}",
                    cancellation => session.Client.ProvisionAsync(id, session.Request, cancellation)
                );
                Result.Write(session, provisioned);
                return ExitCode.Done;
            }
        );
    }
}
