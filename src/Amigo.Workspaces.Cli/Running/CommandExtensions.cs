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
                try
                {
                    return await run(session);
                }
                catch (Exception failure) when (session.OfUnshown(failure) is { } told)
                {
                    throw told;
                }
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
