using System.CommandLine;
using Amigo.Workspaces.Cli.Output;
using Amigo.Workspaces.Cli.Running;
using Amigo.Workspaces.Client;

namespace Amigo.Workspaces.Cli.Commands;

internal static class ConvertCommand
{
    public static Command Create(Terminal terminal)
    {
        var reference = WorkspaceReference.Argument();
        var to = ConversionTargets.Option();
        to.Required = true;
        var confirm = SlugConfirmation.Option();
        return new Command("convert", "Converts a workspace between staging and production.")
        {
            reference,
            to,
            confirm,
            ProductionConsent.OptionBesideConfirm(),
        }.Running(
            terminal,
            async session =>
            {
                SlugConfirmation.RequireSomebodyToAsk(session, confirm);
                var workspace = await new WorkspaceReference(session.Value(reference)).WorkspaceAsync(session);
                var target = session.Value(to);
                if (workspace.Environment == target.Environment())
                {
                    terminal.Note($"{workspace.Slug} is in {target.Environment()} already; nothing was done.");
                    Result.Write(session, workspace);
                    return ExitCode.Done;
                }

                var converted = await ConvertAsync(session, workspace, target, confirm);
                terminal.Note($"{converted.Slug} is in {EnvironmentView.Word(converted.Environment)} now.");
                Result.Write(session, converted);
                return ExitCode.Done;
            }
        );
    }

    private static async Task<Workspace> ConvertAsync(
        Session session,
        Workspace workspace,
        ConversionTarget target,
        Option<string?> confirm
    )
    {
        var client = session.Client;
        var check = await client.CheckEnvironmentConversionAsync(workspace.Id, target, session.Request, session.CancellationToken);
        Show(session.Terminal, workspace, target, check);
        if (!await SlugConfirmation.IsGivenAsync(session, confirm, workspace, "convert"))
        {
            throw SlugConfirmation.Declined(workspace, "converted");
        }

        return await session.WriteAsync(
            $"convert {workspace.Slug}",
            $"{CommandLine.Name} get {workspace.Slug}",
            cancellation => client.ConvertEnvironmentAsync(workspace.Id, target, workspace.Slug, session.Request, cancellation)
        );
    }

    private static void Show(Terminal terminal, Workspace workspace, ConversionTarget target, EnvironmentCheck check)
    {
        var from = EnvironmentView.Word(workspace.Environment);
        var to = EnvironmentView.Word(target.Environment());
        terminal.Note($"This workspace will be converted from {from} to {to}:");
        terminal.Error.Write(WorkspaceView.Details(workspace));
        foreach (var warning in check.Warnings)
        {
            terminal.Note($"! {warning}");
        }

        EnvironmentView.WarnOfProduction(
            terminal,
            target == ConversionTarget.Production ? "Live patient calls will reach it." : "Live patient calls stop reaching it."
        );
    }
}
