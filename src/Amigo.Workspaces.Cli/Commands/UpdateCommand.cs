using System.CommandLine;
using Amigo.Workspaces.Cli.Output;
using Amigo.Workspaces.Cli.Running;
using Amigo.Workspaces.Client;

namespace Amigo.Workspaces.Cli.Commands;

internal static class UpdateCommand
{
    public static Command Create(Terminal terminal)
    {
        var workspace = WorkspaceReference.Argument();
        var name = new Option<string?>("--name") { Description = "The name that people read." };
        var environment = KnownValues.Option(
            "--environment",
            "What the workspace is used for. Only `convert` moves one into or out of production.",
            KnownValues.Environments
        );
        var region = KnownValues.Option("--region", "The region of its data.", KnownValues.Regions);
        var connector = KnownValues.Option("--connector-type", "The health record system.", KnownValues.ConnectorTypes);
        var yes = ProductionConsent.Option();
        var command = new Command("update", "Changes what is given, and nothing else.")
        {
            workspace,
            name,
            environment,
            region,
            connector,
            yes,
        };
        command.Validators.Add(result =>
        {
            if (!new Option[] { name, environment, region, connector }.Any(result.IsGiven))
            {
                result.AddError("Give at least one of --name, --environment, --region and --connector-type.");
            }
        });

        return command.Running(
            terminal,
            async session =>
            {
                var reference = new WorkspaceReference(session.Value(workspace));
                var to = KnownValues.Read(session, environment, KnownValues.Environments);
                var newRegion = KnownValues.Read(session, region, KnownValues.Regions);
                var newConnector = KnownValues.Read(session, connector, KnownValues.ConnectorTypes);
                var request = new UpdateWorkspaceRequest
                {
                    Name = session.Value(name) is { } newName ? new Optional<string?>(newName) : default,
                    Environment = to is null ? default : new Optional<WorkspaceEnvironment?>(new WorkspaceEnvironment(to)),
                    Region = newRegion is null ? default : new Optional<WorkspaceRegion?>(new WorkspaceRegion(newRegion)),
                    ConnectorType = newConnector is null ? default : new Optional<ConnectorType?>(new ConnectorType(newConnector)),
                };
                var current = await reference.WorkspaceAsync(session);
                if (to is not null)
                {
                    RequireAllowed(current, new WorkspaceEnvironment(to));
                }

                await ProductionConsent.RequireAsync(session, yes, current.Environment, $"update {current.Slug}");
                var updated = await session.WriteAsync(
                    $"update {reference.Text}",
                    $"{CommandLine.Name} get {reference.Text}",
                    cancellation => session.Client.UpdateAsync(current.Id, request, session.Request, cancellation)
                );
                Result.Write(session, updated);
                return ExitCode.Done;
            }
        );
    }

    private static void RequireAllowed(Workspace current, WorkspaceEnvironment to)
    {
        if (EnvironmentRule.InsteadOfUpdate(current.Slug, current.Environment, to) is { } instead)
        {
            throw new CliException(
                ExitCode.Conflict,
                $"{current.Slug} is in {current.Environment}, and an update never leads into or out of production.",
                $"Instead: {instead}"
            );
        }
    }
}
