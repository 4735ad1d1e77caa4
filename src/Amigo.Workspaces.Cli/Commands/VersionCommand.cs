using System.CommandLine;
using System.Reflection;
using System.Text.Json.Nodes;
using Amigo.Workspaces.Cli.Output;
using Amigo.Workspaces.Cli.Running;
using Spectre.Console;

namespace Amigo.Workspaces.Cli.Commands;

internal static class VersionCommand
{
    public static Command Create(Terminal terminal) =>
        new Command("version", "Shows the version.").Running(
            terminal,
            session =>
            {
                var version = typeof(VersionCommand)
                    .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
                    .InformationalVersion;
                Result.Write(session, new JsonObject { ["version"] = version }, () => new Rows(new Text(version)));
                return Task.FromResult(ExitCode.Done);
            }
        );
}
