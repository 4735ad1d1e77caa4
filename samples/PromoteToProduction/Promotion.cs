using Amigo.Workspaces.Client;

namespace PromoteToProduction;

/// <summary>Moves one workspace to production: check, show, ask, convert, verify.</summary>
internal sealed class Promotion(IWorkspacesClient client, TextReader answers, TextWriter output)
{
    public async Task<int> RunAsync(string slug, CancellationToken cancellationToken = default)
    {
        var workspace = await client.FindBySlugAsync(slug, cancellationToken: cancellationToken);
        if (workspace is null)
        {
            await output.WriteLineAsync($"There is no workspace {slug}, or this key cannot see it.");
            return ExitCode.Failed;
        }

        if (workspace.Environment == WorkspaceEnvironment.Production)
        {
            await output.WriteLineAsync($"{slug} is in production already. Nothing to do.");
            return ExitCode.Promoted;
        }

        return await ConvertAsync(workspace, cancellationToken);
    }

    private async Task<int> ConvertAsync(Workspace workspace, CancellationToken cancellationToken)
    {
        var outcomeIsKnown = true;
        try
        {
            await client.ConvertEnvironmentAsync(
                workspace.Id,
                ConversionTarget.Production,
                confirmSlug: workspace.Slug,
                approve: (check, cancellation) => AskAsync(workspace, check, cancellation),
                cancellationToken: cancellationToken
            );
        }
        catch (ConversionDeclinedException declined)
        {
            await output.WriteLineAsync($"Declined: nothing was converted. {workspace.Slug} stays in {declined.Check.Current}.");
            return ExitCode.Declined;
        }
        catch (WorkspacesException failure) when (failure.MayHaveBeenApplied)
        {
            // Never repeat a write whose outcome is unknown. Look instead.
            outcomeIsKnown = false;
            await output.WriteLineAsync($"The outcome is unknown: {failure.Message} Looking at the workspace instead of repeating it.");
        }

        return await VerifyAsync(workspace, outcomeIsKnown, cancellationToken);
    }

    /// <summary>The slug, and not a "y" that a hand types by habit.</summary>
    private async ValueTask<bool> AskAsync(Workspace workspace, EnvironmentCheck check, CancellationToken cancellationToken)
    {
        await output.WriteLineAsync($"{workspace.Name} ({workspace.Slug}) would move from {check.Current} to {check.Target}.");
        foreach (var warning in check.Warnings)
        {
            await output.WriteLineAsync($"  Warning: {warning}");
        }

        await output.WriteAsync("Type its slug to go on, anything else to stop: ");
        var answer = await answers.ReadLineAsync(cancellationToken);
        await output.WriteLineAsync();
        return string.Equals(answer?.Trim(), workspace.Slug, StringComparison.Ordinal);
    }

    private async Task<int> VerifyAsync(Workspace workspace, bool outcomeIsKnown, CancellationToken cancellationToken)
    {
        try
        {
            var now = await client.GetAsync(workspace.Id, cancellationToken: cancellationToken);
            if (now.Environment == WorkspaceEnvironment.Production)
            {
                await output.WriteLineAsync($"Verified: {now.Slug} is in production.");
                return ExitCode.Promoted;
            }

            // The service may still be at work on a conversion whose answer was lost.
            await output.WriteLineAsync(
                $"{now.Slug} is in {now.Environment}{(outcomeIsKnown ? "." : " for now: look again before you repeat it.")}"
            );
            return outcomeIsKnown ? ExitCode.Failed : ExitCode.Unknown;
        }
        catch (WorkspacesException failure)
        {
            await output.WriteLineAsync($"Could not verify: {failure.Message} Look at {workspace.Slug} before you do anything else.");
            return ExitCode.Unknown;
        }
    }
}
