using System.CommandLine;
using Amigo.Workspaces.Cli.Completing;
using Amigo.Workspaces.Cli.Output;
using Amigo.Workspaces.Client;

namespace Amigo.Workspaces.Cli.Running;

/// <summary>A workspace named by its id or its slug. Text in the form of a uuid is an id.</summary>
internal sealed record WorkspaceReference(string Text)
{
    private const string Name = "id|slug";

    public static Argument<string> Argument() =>
        new Argument<string>(Name) { Description = "The workspace: its id or its slug.", HelpName = Name }.OfferingWorkspaces();

    /// <summary>The id; asks the service only when a slug was given.</summary>
    public async Task<Guid> IdAsync(Session session) => Id is { } id ? id : (await FindAsync(session)).Id;

    public async Task<Workspace> WorkspaceAsync(Session session) =>
        Id is { } id ? await session.Client.GetAsync(id, session.Request, session.CancellationToken) : await FindAsync(session);

    private Guid? Id => Guid.TryParseExact(Text, "D", out var id) && id != Guid.Empty ? id : null;

    private async Task<Workspace> FindAsync(Session session)
    {
        // A slug too by its letters, and nobody's.
        if (Guid.TryParseExact(Text, "D", out _) || !WorkspaceSlug.IsValid(Text))
        {
            throw new CliException(
                ExitCode.Usage,
                "Give a workspace's id (a UUID, not all zeros) or its slug (2 to 63 of a-z, 0-9 and '-').",
                "`amigo-workspaces list` shows the slugs."
            );
        }

        var found = await ProgressBar.WhileReadingAsync(
            session,
            $"Looking for {Text}",
            _ => session.Client.FindBySlugAsync(Text, session.Request, session.CancellationToken)
        );
        return found
            ?? throw new CliException(
                ExitCode.NotFound,
                $"There is no workspace '{Text}' among those that this key can see.",
                "It may be archived, or belong to others: `amigo-workspaces list --all` shows what there is."
            );
    }
}
