using System.Globalization;
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
            WorkspacesException failure => new CliException(ExitCode.Of(failure), failure.Message, NextAfter(failure)),
            OperationCanceledException => new CliException(ExitCode.Interrupted, "Interrupted. No write was under way."),
            ArgumentException failure => new CliException(
                ExitCode.Usage,
                WithoutParameter(failure.Message),
                "Nothing was changed. Add --help to the command to see what it takes."
            ),
            IOException or UnauthorizedAccessException => new CliException(ExitCode.Refused, exception.Message),
            _ => new CliException(
                ExitCode.Refused,
                $"An error that this program did not expect: {exception.GetType().Name}: {exception.Message}",
                "Please report it, with the command that you ran."
            ),
        };

    public static string? NextAfter(WorkspacesException failure) =>
        failure switch
        {
            WorkspacesUnauthorizedException => "The key was not accepted: `amigo-workspaces doctor` says where it comes from.",
            WorkspacesForbiddenException =>
                "The key's role does not allow this: ask an owner of the workspace, or use another key (--profile).",
            WorkspacesNotFoundException =>
                "It may be archived, or belong to others: `amigo-workspaces list --all` shows what the key can see.",
            WorkspacesConflictException =>
                "The slug is taken, perhaps by an archived workspace: choose another, or add --if-missing if it is yours.",
            WorkspacesValidationException or WorkspacesBadRequestException => "Mend what it names, then run the command again.",
            WorkspacesRateLimitException { RetryAfter: { } wait } => string.Create(
                CultureInfo.InvariantCulture,
                $"The rate limit, which all keys of the organization share, is used up: try again in {Math.Ceiling(wait.TotalSeconds)} s."
            ),
            WorkspacesRateLimitException => "The rate limit, which all keys of the organization share, is used up: try again in a minute.",
            WorkspacesServerException => "The service failed: try again later, and quote the request to its support if it stays so.",
            WorkspacesTimeoutException => "Try again; --timeout SECONDS allows more time.",
            WorkspacesConnectionException => "Check --base-url and the network: `amigo-workspaces doctor` looks closer.",
            WorkspacesResponseException => "The service may be newer than this program: look for a new version of it.",
            _ => null,
        };

    private static string WithoutParameter(string message) => message.Split(ParameterSuffix)[0];
}
