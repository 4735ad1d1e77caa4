using System.CommandLine;
using Amigo.Workspaces.Cli.Output;
using Amigo.Workspaces.Cli.Running;
using Amigo.Workspaces.Client;

namespace Amigo.Workspaces.Cli.Commands;

internal static class CreateCommand
{
    public static Command Create(Terminal terminal)
    {
        var slug = new Argument<string>("slug") { Description = "The short name: 2 to 63 of a-z, 0-9 and '-'." };
        var name = new Option<string>("--name") { Description = "The name that people read.", Required = true };
        var environment = KnownValues.Option("--environment", "What the workspace is used for.", KnownValues.Environments);
        environment.Required = true;
        var organization = new Option<string?>("--backend-org-id") { Description = "Its organization in the Classic API." };
        var ifMissing = new Option<bool>("--if-missing")
        {
            Description = "Show the workspace that has the slug already, as it is, if one does.",
        };

        return new Command("create", "Creates a workspace.") { slug, name, environment, organization, ifMissing }.Running(
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
                var created = await session.WriteAsync(
                    $"create {request.Slug}",
                    $"{CommandLine.Name} get {request.Slug}",
                    cancellation =>
                        session.Value(ifMissing)
                            ? client.EnsureCreatedAsync(request, session.Request, cancellation)
                            : client.CreateAsync(request, session.Request, cancellation)
                );
                Result.Write(session, created);
                WarnOfDifferences(terminal, request, created);
                return ExitCode.Done;
            }
        );
    }

    private static void WarnOfDifferences(Terminal terminal, CreateWorkspaceRequest request, Workspace created)
    {
        if (created.Environment != request.Environment || !string.Equals(created.Name, request.Name.Trim(), StringComparison.Ordinal))
        {
            terminal.Note($"{created.Slug} was there already, and is not what was asked for: its name or environment differs.");
        }
    }
}
