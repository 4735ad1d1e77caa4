using Amigo.Workspaces.Client;
using Spectre.Console;

namespace Amigo.Workspaces.Cli.Output;

/// <summary>How an environment is shown: production cannot be mistaken, with colours or without.</summary>
internal static class EnvironmentView
{
    private static readonly Style Production = new(Color.White, Color.Red, Decoration.Bold);

    public static string Word(WorkspaceEnvironment environment) =>
        environment == WorkspaceEnvironment.Production ? "PRODUCTION" : SafeText.Of(environment.Value);

    public static Text Cell(WorkspaceEnvironment environment) => new(Word(environment), StyleOf(environment));

    public static void WarnOfProduction(Terminal terminal, string consequence)
    {
        terminal.Error.Write(new Text(" PRODUCTION ", Production));
        terminal.Note($" {consequence}");
    }

    private static Style StyleOf(WorkspaceEnvironment environment) =>
        environment == WorkspaceEnvironment.Production ? Production
        : environment == WorkspaceEnvironment.Staging ? new Style(Color.Yellow)
        : new Style(Color.Green);
}
