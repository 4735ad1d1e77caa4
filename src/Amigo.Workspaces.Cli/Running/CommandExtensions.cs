using System.CommandLine;
using Amigo.Workspaces.Cli.Output;

namespace Amigo.Workspaces.Cli.Running;

internal static class CommandExtensions
{
    /// <summary>Gives a command its work.</summary>
    public static Command Running(this Command command, Terminal terminal, Func<Session, Task<int>> run)
    {
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                using var session = new Session(parsed, terminal, cancellationToken);
                return await run(session);
            }
        );
        return command;
    }

    public static Command AlsoCalled(this Command command, string alias)
    {
        command.Aliases.Add(alias);
        return command;
    }
}
