using System.CommandLine;
using Amigo.Workspaces.Cli.Output;
using Amigo.Workspaces.Cli.Running;
using Amigo.Workspaces.Client;

namespace Amigo.Workspaces.Cli.Commands;

/// <summary>Nothing makes or changes a production workspace unasked: a person at the terminal agrees, or a script gives <c>--yes</c>.</summary>
internal static class ProductionConsent
{
    public static Option<bool> Option() =>
        new("--yes") { Description = "Make or change a workspace in production without asking, for scripts." };

    /// <summary>Where a slug is asked for, that is the consent; scripts may give <c>--yes</c> to every command alike.</summary>
    public static Option<bool> OptionBesideConfirm() => new("--yes") { Description = "Accepted with --confirm; not enough on its own." };

    /// <summary>Asks when the workspace is in production, and returns at once when it is not.</summary>
    /// <param name="session">Where to ask.</param>
    /// <param name="yes">The option that a script gives.</param>
    /// <param name="environment">The workspace's environment.</param>
    /// <param name="doing">As in <c>update acme-clinic</c>.</param>
    /// <exception cref="CliException">There is nobody to ask, or the answer was not yes.</exception>
    public static async Task RequireAsync(Session session, Option<bool> yes, WorkspaceEnvironment environment, string doing)
    {
        if (!IsProduction(environment) || session.Value(yes))
        {
            return;
        }

        if (!session.Terminal.CanAsk)
        {
            throw new CliException(
                ExitCode.Usage,
                $"This would {doing} in PRODUCTION, and there is no terminal to ask at. Nothing was changed.",
                "Add --yes to agree in advance."
            );
        }

        EnvironmentView.WarnOfProduction(session.Terminal, "Live patient calls reach this workspace.");
        await RequireYesAsync(session, $"Type yes to {doing}:");
    }

    /// <exception cref="CliException">The answer was not yes.</exception>
    public static async Task RequireYesAsync(Session session, string question)
    {
        var answer = await Prompt.AskAsync(session.Terminal, question, session.CancellationToken);
        if (!string.Equals(answer.Trim(), "yes", StringComparison.OrdinalIgnoreCase))
        {
            throw new CliException(ExitCode.Declined, "You did not answer yes. Nothing was changed.");
        }
    }

    // Without validation the word can be written in any way, and what the service makes of it is its own affair.
    private static bool IsProduction(WorkspaceEnvironment environment) =>
        string.Equals(environment.Value?.Trim(), WorkspaceEnvironment.Production.Value, StringComparison.OrdinalIgnoreCase);
}
