using System.CommandLine;
using Amigo.Workspaces.Cli.Output;
using Amigo.Workspaces.Cli.Running;
using Amigo.Workspaces.Client;

namespace Amigo.Workspaces.Cli.Commands;

/// <summary>What cannot be taken back is confirmed by the workspace's slug: typed, or given by a script.</summary>
internal static class SlugConfirmation
{
    public static Option<string?> Option() =>
        new("--confirm") { Description = "The workspace's slug, for scripts: nobody is asked.", HelpName = "slug" };

    /// <summary>Fails before anything else is done when there is nobody to ask.</summary>
    public static void RequireSomebodyToAsk(Session session, Option<string?> confirm)
    {
        if (session.Value(confirm) is null && !session.Terminal.CanAsk)
        {
            throw new CliException(
                ExitCode.Usage,
                "This needs a confirmation, and there is no terminal to ask at.",
                "Give --confirm with the workspace's slug."
            );
        }
    }

    /// <param name="session">Where to ask.</param>
    /// <param name="confirm">The option that a script gives.</param>
    /// <param name="workspace">What is confirmed.</param>
    /// <param name="doing">As in <c>archive</c>.</param>
    public static async Task<bool> IsGivenAsync(Session session, Option<string?> confirm, Workspace workspace, string doing)
    {
        var given =
            session.Value(confirm)
            ?? await Prompt.AskAsync(
                session.Terminal,
                $"Type the slug, {workspace.Slug}, to {doing} this workspace:",
                session.CancellationToken
            );
        return string.Equals(given.Trim(), workspace.Slug, StringComparison.Ordinal);
    }

    public static CliException Declined(Workspace workspace, string undone) =>
        new(ExitCode.Declined, $"The slug was not confirmed. {workspace.Slug} was not {undone}.");
}
