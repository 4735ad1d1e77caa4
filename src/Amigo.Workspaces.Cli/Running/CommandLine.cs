using System.CommandLine;
using System.CommandLine.Invocation;
using Amigo.Workspaces.Cli.Commands;
using Amigo.Workspaces.Cli.Help;
using Amigo.Workspaces.Cli.Output;

namespace Amigo.Workspaces.Cli.Running;

/// <summary>The command with all its verbs.</summary>
internal static class CommandLine
{
    public const string Name = "amigo-workspaces";

    public static async Task<int> RunAsync(string[] args, Terminal terminal, CancellationToken cancellationToken)
    {
        try
        {
            // No response files: an argument that begins with @ is what it looks like.
            var parsed = Create(terminal).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
            if (parsed.Action is ParseErrorAction)
            {
                return OfError(args, UsageErrors.Report(parsed, terminal));
            }

            // Signals are ours, and errors have words of their own.
            await using var help = new StringWriter();
            var configuration = new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
                Output = help,
            };
            var exitCode = await parsed.InvokeAsync(configuration, cancellationToken);
            await terminal.Data.WriteAsync(help.ToString());
            return exitCode;
        }
        catch (Exception exception) when (StandardOutput.IsClosed(exception))
        {
            return ExitCode.OutputClosed;
        }
        catch (Exception exception)
        {
            return OfError(args, ErrorReport.Write(exception, terminal));
        }
    }

    // Where 2 says that there are changes, no error may say the same.
    private static int OfError(string[] args, int exitCode) =>
        exitCode == ExitCode.Usage && args.Contains(ApplyCommand.ExitCodeOption, StringComparer.Ordinal) ? ExitCode.Refused : exitCode;

    internal static RootCommand Create(Terminal terminal)
    {
        var root = new RootCommand("Lists, creates, promotes, exports and archives workspaces of the Amigo Platform.")
        {
            // Not the file that runs, but what people type.
            HelpName = Name,
        };
        Command[] commands =
        [
            ListCommand.Create(terminal),
            GetCommand.Create(terminal),
            CreateCommand.Create(terminal),
            UpdateCommand.Create(terminal),
            ProvisionCommand.Create(terminal),
            CheckCommand.Create(terminal),
            ConvertCommand.Create(terminal),
            ArchiveCommand.Create(terminal),
            TestCallersCommand.Create(terminal),
            ExportCommand.Create(terminal),
            ApplyCommand.Create(terminal),
            SchemaCommand.Create(terminal),
            ProfileCommand.Create(terminal),
            DoctorCommand.Create(terminal),
            EmulatorCommand.Create(terminal),
            CompletionCommand.Create(terminal),
            HelpCommand.Create(root),
            VersionCommand.Create(terminal),
        ];
        foreach (var command in commands)
        {
            root.Add(command);
        }

        foreach (var option in GlobalOptions.All)
        {
            root.Add(option);
        }

        CommandHelp.AddTo(root);

        return root;
    }
}
