using System.CommandLine;
using Amigo.Workspaces.Cli.Output;
using Amigo.Workspaces.Cli.Running;

namespace Amigo.Workspaces.Cli.Commands;

internal static class SchemaCommand
{
    public const string Name = "schema";

    public static Command Create(Terminal terminal) =>
        new Command(Name, "Prints the JSON Schema of a manifest, for editors that complete and check one.").Running(
            terminal,
            async session =>
            {
                await using var schema = typeof(SchemaCommand).Assembly.GetManifestResourceStream("manifest.schema.json")!;
                using var reader = new StreamReader(schema);
                await terminal.Data.WriteAsync(await reader.ReadToEndAsync(session.CancellationToken));
                return ExitCode.Done;
            }
        );
}
