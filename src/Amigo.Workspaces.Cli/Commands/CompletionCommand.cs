using System.CommandLine;
using Amigo.Workspaces.Cli.Output;
using Amigo.Workspaces.Cli.Running;

namespace Amigo.Workspaces.Cli.Commands;

internal static class CompletionCommand
{
    private static readonly string[] Shells = ["bash", "zsh", "fish", "pwsh"];

    public static Command Create(Terminal terminal)
    {
        var shell = new Argument<string>("shell") { Description = "bash, zsh, fish or pwsh.", HelpName = "shell" };
        shell.CompletionSources.Add(Shells);
        shell.Validators.Add(result =>
        {
            if (!Shells.Contains(result.Tokens[0].Value, StringComparer.OrdinalIgnoreCase))
            {
                result.AddError("completion takes bash, zsh, fish or pwsh.");
            }
        });
        return new Command("completion", "Prints the completion script for a shell.") { shell }.Running(
            terminal,
            async session =>
            {
                await using var script = typeof(CompletionCommand).Assembly.GetManifestResourceStream(
                    $"completion.{session.Value(shell).ToLowerInvariant()}.txt"
                )!;
                using var reader = new StreamReader(script);
                await terminal.Data.WriteAsync(await reader.ReadToEndAsync(session.CancellationToken));
                return ExitCode.Done;
            }
        );
    }
}
