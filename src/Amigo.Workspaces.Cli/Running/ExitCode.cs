using Amigo.Workspaces.Client;

namespace Amigo.Workspaces.Cli.Running;

/// <summary>What the process ends with. Scripts rely on these; docs/cli.md lists them.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int Refused = 1;
    public const int Usage = 2;
    public const int NotAuthorised = 3;
    public const int NotFound = 4;
    public const int Conflict = 5;
    public const int Unreachable = 6;
    public const int Declined = 7;
    public const int Interrupted = 130;

    public static int Of(WorkspacesException exception) =>
        exception switch
        {
            WorkspacesUnauthorizedException or WorkspacesForbiddenException => NotAuthorised,
            WorkspacesNotFoundException => NotFound,
            WorkspacesConflictException => Conflict,
            WorkspacesConnectionException or WorkspacesTimeoutException => Unreachable,
            ConversionDeclinedException => Declined,
            _ => Refused,
        };
}
