using System.CommandLine;
using Amigo.Workspaces.Cli.Output;
using Amigo.Workspaces.Cli.Running;
using Amigo.Workspaces.Client;

namespace Amigo.Workspaces.Cli.Commands;

internal static class CreateCommand
{
    private const string TakenUnseen = "An archived workspace, or one that this key cannot see, has the slug: choose another.";

    public static Command Create(Terminal terminal)
    {
        var slug = new Argument<string>("slug") { Description = "The short name: 2 to 63 of a-z, 0-9 and '-'." };
        var name = new Option<string>("--name") { Description = "The name that people read.", Required = true };
        var environment = KnownValues.Option("--environment", "What the workspace is used for.", KnownValues.Environments);
        environment.Required = true;
        var organization = new Option<string?>("--backend-org-id") { Description = "Its organization in the Classic API." };
        var ifMissing = new Option<bool>("--if-missing") { Description = "If a workspace with this slug exists, show it as it is." };
        var yes = ProductionConsent.Option();
        return new Command("create", "Creates a workspace.") { slug, name, environment, organization, ifMissing, yes }.Running(
            terminal,
            async session =>
            {
                var request = new CreateWorkspaceRequest
                {
                    Slug = session.Value(slug),
                    Name = session.Value(name)!,
                    Environment = new WorkspaceEnvironment(KnownValues.Read(session, environment, KnownValues.Environments)!),
                    BackendOrgId = session.Value(organization),
                };
                var client = session.Client;
                await ProductionConsent.RequireAsync(session, yes, request.Environment, $"create {request.Slug}");
                var created = await session.WriteAsync(
                    $"create {request.Slug}",
                    $"{CommandLine.Name} get {request.Slug}",
                    cancellation =>
                        session.Value(ifMissing)
                            ? EnsureCreatedAsync(session, request, cancellation)
                            : CreateAsync(session, request, cancellation)
                );
                EnvironmentRule.RequireAsAsked(created, request.Environment);
                Result.Write(session, created);
                WarnOfDifferences(terminal, request, created);
                return ExitCode.Done;
            }
        );
    }

    private static async Task<Workspace> CreateAsync(Session session, CreateWorkspaceRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await session.Client.CreateAsync(request, session.Request, cancellationToken);
        }
        catch (WorkspacesConflictException conflict) when (!conflict.MayHaveBeenApplied)
        {
            var isVisible = await session.Client.FindBySlugAsync(request.Slug, session.Request, cancellationToken) is not null;
            throw new CliException(
                ExitCode.Conflict,
                FailureWords.Of(conflict),
                isVisible
                    ? $"`{CommandLine.Name} get {request.Slug}` shows the workspace that has it; --if-missing accepts it as it is."
                    : TakenUnseen,
                conflict
            );
        }
    }

    private static async Task<Workspace> EnsureCreatedAsync(
        Session session,
        CreateWorkspaceRequest request,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await session.Client.EnsureCreatedAsync(request, session.Request, cancellationToken);
        }
        catch (WorkspacesConflictException conflict) when (conflict.Existing is { } existing)
        {
            var difference =
                existing.Environment == request.Environment
                    ? $"belongs to the organization {existing.BackendOrgId ?? "(none)"}"
                    : $"is in {EnvironmentView.Word(existing.Environment)}";
            var created = conflict.MayHaveBeenApplied ? "" : " Nothing was created or changed.";
            throw new CliException(
                ExitCode.Conflict,
                $"{existing.Slug} already exists and {difference}, which is not what you asked for.{created}",
                $"`{CommandLine.Name} get {existing.Slug}` shows it. Choose another slug, or ask for this workspace as it is.",
                conflict
            );
        }
        catch (WorkspacesConflictException conflict) when (!conflict.MayHaveBeenApplied)
        {
            throw new CliException(ExitCode.Conflict, FailureWords.Of(conflict), TakenUnseen, conflict);
        }
    }

    private static void WarnOfDifferences(Terminal terminal, CreateWorkspaceRequest request, Workspace created)
    {
        if (!string.Equals(created.Name, request.Name.Trim(), StringComparison.Ordinal))
        {
            terminal.Note($"{created.Slug} already exists, and its name is not the one that you asked for.");
        }
    }
}
