using System.Text.Json;
using Amigo.Workspaces.Cli.Output;
using Amigo.Workspaces.Client;

namespace Amigo.Workspaces.Cli.Running;

/// <summary>Says on one or two lines what went wrong and what to do next.</summary>
internal static class ErrorReport
{
    private const string ParameterSuffix = " (Parameter '";

    public static int Write(Exception exception, Terminal terminal)
    {
        var failure = Explain(exception);
        terminal.Fail(failure.Message, failure.Next);
        return failure.ExitCode;
    }

    private static CliException Explain(Exception exception) =>
        exception switch
        {
            CliException failure => failure,
            WorkspacesException failure => new CliException(ExitCode.Of(failure), FailureWords.Of(failure), FailureWords.Next(failure)),
            OperationCanceledException => new CliException(ExitCode.Interrupted, "Interrupted. No write was under way."),
            ArgumentException failure => new CliException(
                ExitCode.Usage,
                InApiWords(failure),
                "Nothing was changed. Add --help to the command to see what it takes."
            ),
            IOException or UnauthorizedAccessException => new CliException(ExitCode.Refused, StandardOutput.WordsOf(exception)),
            _ => new CliException(
                ExitCode.Refused,
                $"Unexpected error: {exception.GetType().Name}: {exception.Message}",
                "Please report it, with the command that you ran."
            ),
        };

    /// <summary>The words of an exception that names a parameter, without that.</summary>
    public static string WithoutParameter(ArgumentException failure) => failure.Message.Split(ParameterSuffix)[0];

    /// <summary>The client's message begins with its name of what is wrong; columns and manifests name it as the API does.</summary>
    private static string InApiWords(ArgumentException failure)
    {
        var message = WithoutParameter(failure);
        return failure.ParamName is { Length: > 0 } name && message.StartsWith(name, StringComparison.Ordinal)
            ? JsonNamingPolicy.SnakeCaseLower.ConvertName(name) + message[name.Length..]
            : message;
    }
}
