using System.CommandLine;
using Amigo.Workspaces.Cli.Output;
using Amigo.Workspaces.Cli.Running;

namespace Amigo.Workspaces.Cli.Commands;

internal static class GetCommand
{
    public static Command Create(Terminal terminal)
    {
        var workspace = WorkspaceReference.Argument();
        return new Command("get", "Shows a workspace.") { workspace }.Running(
            terminal,
            async session =>
            {
                Result.Write(session, await new WorkspaceReference(session.Value(workspace)).WorkspaceAsync(session));
                return ExitCode.Done;
            }
        );
    }
}
