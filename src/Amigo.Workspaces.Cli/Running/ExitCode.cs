using Amigo.Workspaces.Client;

namespace Amigo.Workspaces.Cli.Running;

/// <summary>What the process ends with. Scripts rely on these; docs/cli.md lists them.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int Refused = 1;
    public const int Usage = 2;

    /// <summary>There is something to do: what <c>apply --dry-run --exit-code</c> was asked for. No error ends with it there.</summary>
    public const int Changes = 2;

    public const int NotAuthorised = 3;
    public const int NotFound = 4;
    public const int Conflict = 5;
    public const int Unreachable = 6;
    public const int Declined = 7;
    public const int Interrupted = 130;

    /// <summary>What a shell tells of a program that wrote to a reader which is gone.</summary>
    public const int OutputClosed = 141;

    public static int Of(WorkspacesException exception) =>
        exception switch
        {
            _ when FailureWords.IsOfAnotherServer(exception) => Unreachable,
            WorkspacesUnauthorizedException or WorkspacesForbiddenException => NotAuthorised,
            WorkspacesNotFoundException => NotFound,
            WorkspacesConflictException => Conflict,
            WorkspacesConnectionException or WorkspacesTimeoutException => Unreachable,
            ConversionDeclinedException => Declined,
            _ => Refused,
        };
}
